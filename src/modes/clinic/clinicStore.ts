import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Scenario } from '../../core/simulation/scenario.ts';
import type { PanelContextValue } from '../../panels/context.ts';
import { calcQuery, readAddress } from '../../runtime/address/address.ts';
import { writeAddress } from '../../runtime/address/writeAddress.ts';
import { findMode } from '../../runtime/device/settings.ts';
import { DEFAULT_SCENARIO } from '../../runtime/session/session.ts';
import type { Story } from '../narrative/storyStore.ts';
import { type PageBefore, putPageBack, takePage, whenShown } from '../pageBefore.ts';
import { NEW_VISIT, readVisit, type Screen, type Visit, wipeVisit, writeVisit } from './visit.ts';

export interface ClinicState {
  /** Null until the page is ready for it. */
  readonly visit: Visit | null;
  /** Counts the visits of this page's life: what was typed in one is not in the next. */
  readonly number: number;
  readonly ended: boolean;
}

export interface Clinic {
  readonly store: StoreApi<ClinicState>;
  enter(): void;
  leave(): void;
  show(screen: Screen): void;
  /** Takes the patient who was filled in, and begins the story. */
  take(scenario: Scenario): void;
  /** Ends the visit: nothing of it is left in storage, address and history, and the next patient is a new one. */
  end(): void;
}

/** A clinic visit on the page's one session. Nothing of it goes into the address. */
export function createClinic(
  { session, settings }: Pick<PanelContextValue, 'session' | 'settings'>,
  story: Story,
): Clinic {
  const page = { session, settings };
  const store = createStore<ClinicState>(() => ({ visit: null, number: 0, ended: false }));
  const { getState: get, setState: set } = store;
  let before: PageBefore | null = null;
  let stops: (() => void)[] = [];

  const put = (change: Partial<Visit>) => {
    const visit = { ...get().visit!, ...change };
    set({ visit, ended: false });
    writeVisit(visit);
  };

  const stage = ({ screen, scenario, at }: Visit) => {
    const { patient, overrides } = scenario;
    // the story is computed from the first screen on, and has the stage on its own
    story.begin({ patient, overrides }, at);
    if (screen === 'story') return;
    story.rest();
    settings.setState(({ viewAsked }) => ({
      view: screen === 'handout' ? 'side' : 'three-quarter',
      viewAsked: viewAsked + 1,
      twin: null,
      tinted: screen === 'acts',
      turning: false,
      selected: null,
      isolated: null,
    }));
    // what was tried is no finding: the page that is taken home shows the patient as she or he came
    session.open(screen === 'acts' ? scenario : { ...scenario, events: [] });
  };

  const begin = () => {
    before = takePage(page);
    const linked = openedHere() ? before.scenario : null;
    if (linked) before = { ...before, scenario: DEFAULT_SCENARIO };
    dropScenario();
    const visit = linked ? { ...NEW_VISIT, scenario: linked, filled: true } : (readVisit() ?? NEW_VISIT);
    set({ visit });
    if (visit !== NEW_VISIT) writeVisit(visit);
    stage(visit);
    stops.push(
      story.store.subscribe(({ at }) => {
        const now = get().visit;
        if (now?.screen === 'story' && now.at !== at) put({ at });
      }),
      session.store.subscribe(({ scenario }) => {
        const now = get().visit;
        if (now?.screen === 'acts' && scenario !== now.scenario) put({ scenario });
      }),
    );
  };

  const leave = () => {
    for (const stop of stops) stop();
    stops = [];
    story.end();
    if (before) putPageBack(page, before);
    before = null;
    set({ visit: null, ended: false });
  };

  return {
    store,
    enter() {
      stops = [
        whenShown(session, begin),
        // at once, before anything could write this patient into another mode's address
        settings.subscribe(({ mode }) => mode !== 'clinic' && leave()),
      ];
    },
    leave,
    show(screen) {
      put({ screen });
      stage(get().visit!);
    },
    take({ version, patient, overrides }) {
      const scenario: Scenario = { version, patient, ...(overrides && { overrides }), events: [] };
      put({ scenario, filled: true, screen: 'story', at: 0 });
      stage(get().visit!);
    },
    end() {
      wipeVisit();
      dropScenario();
      story.end();
      if (before) before = { ...before, scenario: DEFAULT_SCENARIO };
      set(({ number }) => ({ visit: NEW_VISIT, number: number + 1, ended: true }));
      stage(NEW_VISIT);
    },
  };
}

let isFirst = true;

/** Whether the page was opened in the clinic by a link that brings a patient. */
function openedHere(): boolean {
  const wasFirst = isFirst;
  isFirst = false;
  const [entry] = performance.getEntriesByType('navigation');
  if (!wasFirst || !entry) return false;
  const address = readAddress(new URL(entry.name));
  return findMode(address) === 'clinic' && address.link !== null && readAddress(location).link !== null;
}

/** Takes the scenario out of the address, and whatever the history holds for this entry. */
function dropScenario(): void {
  const query = new URLSearchParams(calcQuery(location.search));
  query.delete('step');
  writeAddress(query.size > 0 ? `?${query}` : '');
}
