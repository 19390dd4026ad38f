import { use, useSyncExternalStore } from 'react';
import { loadStoryTexts } from '../../i18n/onDemand.ts';
import { usePanel, useSettings } from '../../panels/context.ts';
import type { Session } from '../../runtime/session/session.ts';
import { createStory, type Story, type StoryState } from './storyStore.ts';
import type { Manner, StoryTranslate } from './tell.ts';

/** One story a session, made when it is first looked at: mode story and mode clinic tell it. */
const stories = new WeakMap<Session, Story>();

export function useStory(): Story {
  const panel = usePanel();
  const story = stories.get(panel.session) ?? createStory(panel);
  stories.set(panel.session, story);
  return story;
}

export function useStoryState(): StoryState {
  const { store } = useStory();
  return useSyncExternalStore(store.subscribe, store.getState);
}

/** The story's own words; they come with it. */
export function useStoryTexts(): StoryTranslate {
  const { lang, fill } = usePanel().language;
  const texts = use(loadStoryTexts(lang));
  return (key, values) => fill(texts[key], values);
}

export function useManner(): Manner {
  const { language } = usePanel();
  const t = useStoryTexts();
  const imperial = useSettings((state) => state.units === 'imperial');
  return { language, t, imperial };
}
