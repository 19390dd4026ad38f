import type { Scenario } from '../../core/simulation/scenario.ts';
import type { PanelContextValue } from '../../panels/context.ts';
import { calcFragment, calcQuery, readAddress } from '../../runtime/address/address.ts';
import { mayWrite } from '../../runtime/address/addressBinding.ts';
import { writeProgress } from '../../runtime/address/progress.ts';
import { writeAddress } from '../../runtime/address/writeAddress.ts';
import { createScenario } from '../../runtime/session/scenarioEditor.ts';
import { type ModeStore, openOnce } from '../mode.ts';
import type { StoryState } from '../narrative/storyStore.ts';
import { openStory } from '../narrative/useStory.ts';
import { createStay, whenShown } from '../stay.ts';

export interface StoryMode extends ModeStore<StoryState> {
  /** Tells it of another patient, whom the page keeps when the story is left. */
  take(scenario: Scenario): void;
}

/** Ties the story to the page: it tells of the patient whom the page has, and gives the page back as it was. */
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
      void calcFragment(scenario).then((fragment) => {
        if (stay.before?.scenario === scenario && mayWrite(settings, 'patient'))
          writeAddress(calcQuery(location.search) + fragment);
      });
      story.begin({ patient, overrides }, story.store.getState().at);
    },
  };
}

/** The step that the address asks for, from 0; it counts from 1. */
const readStep = (): number => {
  const asked = Number(readAddress(location).get('step') ?? 1);
  return Number.isInteger(asked) ? asked - 1 : 0;
};

export const openStoryMode = openOnce(createStoryMode);
