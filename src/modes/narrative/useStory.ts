import { usePanel, useSettings } from '../../panels/context.ts';
import { useNamespace } from '../../panels/useNamespace.ts';
import { openOnce, useMode, useModeState } from '../mode.ts';
import { createStory } from './storyStore.ts';
import type { Manner, StoryTranslate } from './tell.ts';

/** One story per session, told by the modes story and clinic. */
export const openStory = openOnce(createStory);
export const useStory = () => useMode(openStory);
export const useStoryState = () => useModeState(openStory);

/** Texts of the story, loaded with it. */
export const useStoryTexts = (): StoryTranslate => useNamespace('story');

export function useManner(): Manner {
  const { language } = usePanel();
  const t = useStoryTexts();
  const imperial = useSettings((state) => state.units === 'imperial');
  return { language, t, imperial };
}
