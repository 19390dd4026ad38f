import { createStore } from 'zustand/vanilla';
import type { Scenario } from '../../core/simulation/scenario.ts';
import { readAddress } from '../../runtime/address/address.ts';
import { dropScenario } from '../../runtime/address/progress.ts';
import type { SettingsStore } from '../../runtime/device/settings.ts';
import { createScenario } from '../../runtime/session/scenarioEditor.ts';
import { DEFAULT_SCENARIO } from '../../runtime/session/session.ts';
import { lookAnew } from '../lookAnew.ts';
import type { ModeStore } from '../mode.ts';
import type { Story } from '../narrative/storyStore.ts';
import { createStay, type Page, whenShown } from '../stay.ts';
import { NEW_VISIT, readVisit, type Screen, type Visit, wipeVisit, writeVisit } from './visit.ts';

export interface ClinicState {
  /** Present visit; null until the page is ready for it. */
  readonly visit: Visit | null;
  /** Number of the visit since the page was loaded: fields typed in one are not kept for the next. */
  readonly number: number;
  readonly ended: boolean;
}

export interface Clinic extends ModeStore<ClinicState> {
  show(screen: Screen): void;
  /** Takes the patient who was filled in, and begins the story. */
  take(scenario: Scenario): void;
  /** Ends the visit: nothing of it remains in storage, address and history, and the next patient starts anew. */
  end(): void;
}

/** Creates a clinic visit on the page's one session. Nothing of it is written into the address. */
export function createClinic(page: Page, story: Story): Clinic {
  const { session, settings } = page;
  const store = createStore<ClinicState>(() => ({ visit: null, number: 0, ended: false }));
  const { getState: get, setState: set } = store;
  /** Screen asked for before the page was ready for the visit. */
  let asked: Screen | null = null;
  const stay = createStay('clinic', page, {
    begin: () => stay.until(whenShown(session, begin)),
    end() {
      story.end();
      asked = null;
      set({ visit: null, ended: false });
    },
  });

  const put = (change: Partial<Visit>) => {
    const visit = { ...get().visit!, ...change };
    set({ visit, ended: false });
    writeVisit(visit);
  };

  const stage = ({ screen, scenario, at }: Visit) => {
    const { patient, overrides } = scenario;
    // the story is computed from the first screen on, and sets the stage itself
    story.begin({ patient, overrides }, at);
    if (screen === 'story') return;
    story.rest();
    lookAnew(settings, {
      view: screen === 'handout' || screen === 'helps' ? 'side' : 'three-quarter',
      comparison: null,
      tinted: screen === 'acts',
      rotating: false,
    });
    // acts that were tried are no finding: the page to take home shows the patient as before them
    session.open(screen === 'acts' ? scenario : { ...scenario, events: [] });
  };

  const begin = () => {
    const { scenario: opened } = stay.keepPage();
    const linked = openedHere(settings) ? opened : null;
    if (linked) stay.goBackTo(DEFAULT_SCENARIO);
    dropScenario();
    const found = linked ? { ...NEW_VISIT, scenario: linked, filled: true } : (readVisit() ?? NEW_VISIT);
    const visit = asked ? { ...found, screen: asked } : found;
    asked = null;
    set({ visit });
    if (visit !== NEW_VISIT) writeVisit(visit);
    stage(visit);
    stay.until(
      story.store.subscribe(({ at }) => {
        const now = get().visit;
        if (now?.screen === 'story' && now.at !== at) put({ at });
      }),
    );
    stay.until(
      session.store.subscribe(({ scenario }) => {
        const now = get().visit;
        if (now?.screen === 'acts' && scenario !== now.scenario) put({ scenario });
      }),
    );
  };

  return {
    store,
    enter: stay.enter,
    leave: stay.leave,
    show(screen) {
      if (!get().visit) {
        asked = screen;
        return;
      }
      put({ screen });
      stage(get().visit!);
    },
    take(scenario) {
      put({ scenario: createScenario(scenario), filled: true, screen: 'story', at: 0 });
      stage(get().visit!);
    },
    end() {
      wipeVisit();
      dropScenario();
      story.end();
      stay.goBackTo(DEFAULT_SCENARIO);
      set(({ number }) => ({ visit: NEW_VISIT, number: number + 1, ended: true }));
      stage(NEW_VISIT);
    },
  };
}

let isFirst = true;

/** Whether the page was opened in the clinic by a link that brings a patient. */
function openedHere(settings: SettingsStore): boolean {
  const wasFirst = isFirst;
  isFirst = false;
  return wasFirst && settings.getInitialState().mode === 'clinic' && readAddress(location).link !== null;
}
