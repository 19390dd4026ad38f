import type { Scenario } from '../../core/simulation/scenario.ts';
import type { PanelContextValue } from '../../panels/context.ts';
import { calcFragment, calcQuery, putIntoQuery, readAddress } from '../../runtime/address/address.ts';
import { writeAddress } from '../../runtime/address/writeAddress.ts';
import type { Story } from '../narrative/storyStore.ts';
import { type PageBefore, putPageBack, takePage, whenShown } from '../pageBefore.ts';

export interface StoryMode {
  enter(): void;
  leave(): void;
  /** Tells it of another patient, whom the page keeps when the story is left. */
  take(scenario: Scenario): void;
}

/** Ties the story to the page: it tells of the patient whom the page has, and gives the page back as it was. */
export function createStoryMode(
  page: Pick<PanelContextValue, 'session' | 'settings'>,
  story: Story,
): StoryMode {
  let before: PageBefore | null = null;
  let stops: (() => void)[] = [];

  const begin = () => {
    before = takePage(page);
    const { patient, overrides } = before.scenario;
    story.begin({ patient, overrides }, readStep());
    stops.push(
      story.store.subscribe(({ at }, { at: was }) => {
        if (at !== was) writeStep(at);
      }),
    );
  };

  return {
    enter() {
      stops = [whenShown(page.session, begin)];
    },
    leave() {
      for (const stop of stops) stop();
      story.end();
      if (before) putPageBack(page, before);
      before = null;
      writeStep(null);
    },
    take({ version, patient, overrides }) {
      const scenario: Scenario = { version, patient, ...(overrides && { overrides }), events: [] };
      if (before) before = { ...before, scenario };
      void calcFragment(scenario).then((fragment) => {
        if (before?.scenario === scenario) writeAddress(calcQuery(location.search) + fragment);
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

function writeStep(at: number | null): void {
  if (at !== null) {
    writeAddress(putIntoQuery(location, { step: String(at + 1) }));
    return;
  }
  const query = new URLSearchParams(location.search);
  if (!query.has('step')) return;
  query.delete('step');
  writeAddress(`?${query}${location.hash}`);
}
