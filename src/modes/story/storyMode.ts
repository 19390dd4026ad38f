import type { Scenario } from '../../core/simulation/scenario.ts';
import type { PanelContextValue } from '../../panels/context.ts';
import { calcAddress, readAddress } from '../../runtime/address/address.ts';
import { mayWrite } from '../../runtime/address/addressBinding.ts';
import { writeProgress } from '../../runtime/address/progress.ts';
import { writeAddress } from '../../runtime/address/writeAddress.ts';
import { createScenario } from '../../runtime/session/scenarioEditor.ts';
import { type ModeStore, openOnce } from '../mode.ts';
import type { StoryState } from '../narrative/storyStore.ts';
import { openStory } from '../narrative/useStory.ts';
import { createStay, whenShown } from '../stay.ts';
import { bindStoryLesson } from './storyLesson.ts';

export interface StoryMode extends ModeStore<StoryState> {
  /** Tells the story of another patient, who stays on the page when the story is left. */
  take(scenario: Scenario): void;
}

/** Connects the story to the page: it is told of the page's patient, and leaving it restores the page. */
function createStoryMode(page: PanelContextValue): StoryMode {
  const { session, settings } = page;
  const story = openStory(page);
  const stay = createStay('story', page, {
    begin: () => stay.until(whenShown(session, begin)),
    end() {
      story.end();
      writeProgress('story', null);
    },
  });

  const begin = () => {
    const { patient, overrides } = stay.keepPage().scenario;
    story.begin({ patient, overrides }, readStep());
    stay.until(bindStoryLesson(story.store, session.lesson));
    stay.until(
      story.store.subscribe(({ at }, { at: was }) => {
        if (at !== was) writeProgress('story', { step: String(at + 1) });
      }),
    );
  };

  return {
    store: story.store,
    enter: stay.enter,
    leave: stay.leave,
    take({ patient, overrides }) {
      const scenario = createScenario({ patient, overrides });
      stay.goBackTo(scenario);
      void calcAddress(location.search, scenario).then((address) => {
        if (stay.before?.scenario === scenario && mayWrite(settings, 'patient')) writeAddress(address);
      });
      story.begin({ patient, overrides }, story.store.getState().at);
    },
  };
}

/** Index of the step in the address, from 0; the address counts from 1. */
const readStep = (): number => {
  const asked = Number(readAddress(location).get('step') ?? 1);
  return Number.isInteger(asked) ? asked - 1 : 0;
};

export const openStoryMode = openOnce(createStoryMode);
