import { createStore, type StoreApi } from 'zustand/vanilla';
import type { BoneTable } from '../../core/simulation/boneTable.ts';
import { changesCondition } from '../../core/simulation/events/condition.ts';
import type { Results } from '../../core/simulation/results/results.ts';
import type { Trace } from '../../core/simulation/results/trace.ts';
import type { Run } from '../../core/simulation/run.ts';
import type { Scenario, ScenarioEvent } from '../../core/simulation/scenario.ts';
import { createMeasured, type MeasuredStore } from '../picture/measured.ts';
import type { Simulator, TrialLane } from '../worker/simulator.ts';
import { createClock, type PlaybackClock, type RequestFrame } from './clock.ts';
import { DEFAULT_SCENARIO } from './defaultScenario.ts';
import { EVENT_LIMIT } from './eventLimit.ts';
import { calcPeaks, type Peaks } from './moment.ts';
import { createScenario, dropFractures } from './scenarioEditor.ts';
import type { Trouble } from './trouble.ts';

export { DEFAULT_SCENARIO };

/** A computed scenario with what the views read of it. */
export interface Shown {
  /** Up to the event that the stage plays. */
  readonly scenario: Scenario;
  readonly run: Run;
  readonly peaks: Peaks;
}

export interface SessionState {
  /** What the person asked for last; `shown` follows when it is computed. */
  readonly scenario: Scenario;
  readonly past: readonly Scenario[];
  readonly future: readonly Scenario[];
  readonly shown: Shown | null;
  /** Figures of the whole scenario, also while an earlier event is on the stage. */
  readonly results: Results | null;
  /** Index of the earlier event that is on the stage; null: the last one. */
  readonly watched: number | null;
  readonly computing: boolean;
  /** Fraction of the running computation that is done. */
  readonly progress: number;
  /** T-score under the finger while it is dragged. */
  readonly previewTScore: number | null;
  readonly bones: BoneTable | null;
  /** The same patient standing, unfractured: what the ghost shows. */
  readonly intact: Trace | null;
  /** Why a link or a file could not be opened, or a computation failed. */
  readonly problems: readonly Trouble[];
  /** Model version of the link that was opened, if another. */
  readonly foreignModel: string | null;
}

export type Phase = 'computing' | 'playing' | 'paused' | 'ready' | 'error';

/** What a link says beside its scenario. */
interface OpenOptions {
  /** Time of playback asked for, s. */
  readonly timeS?: number | null;
  readonly foreignModel?: string | null;
}

/** One scenario with its computation, its playback and its undo. */
export interface Session {
  readonly store: StoreApi<SessionState>;
  readonly clock: PlaybackClock;
  readonly measured: MeasuredStore;
  readonly getPhase: () => Phase;
  /** Opens what a link says, at its end or at a time. */
  open(scenario: Scenario, options?: OpenOptions): void;
  /** Takes another scenario, a file's say, at its end or at a time; undo brings the former one back. */
  replace(scenario: Scenario, options?: OpenOptions): void;
  /** Shows why something could not be done, over the scenario at hand. */
  report(problems: readonly Trouble[]): void;
  dismiss(): void;
  act(event: ScenarioEvent): void;
  /** Plays an event of the scenario again; the scenario stays. */
  watch(index: number): void;
  /** Computes what might have been, beside what is shown; null where a newer question took its place. */
  tryOut(scenario: Scenario, lane?: TrialLane): Promise<Run | null>;
  /** Gives up what is being tried out. */
  giveUp(lane: TrialLane): void;
  /** Takes a scenario and plays its last event; undo brings the former one back. */
  replay(scenario: Scenario): void;
  /** Gives up the running computation, and goes back to what is shown. */
  cancel(): void;
  previewTScore(tScore: number): void;
  commitTScore(): void;
  setOverride(key: string, value: number | null): void;
  undo(): void;
  redo(): void;
  reset(): void;
  dispose(): void;
}

/** @param followed the clock of the session that this one plays beside, if any */
export function createSession(
  simulator: Simulator,
  requestFrame: RequestFrame,
  followed: PlaybackClock | null = null,
): Session {
  const clock = followed ?? createClock(requestFrame);
  const store = createStore<SessionState>(() => ({
    scenario: DEFAULT_SCENARIO,
    past: [],
    future: [],
    shown: null,
    results: null,
    watched: null,
    computing: false,
    progress: 0,
    previewTScore: null,
    bones: null,
    intact: null,
    problems: [],
    foreignModel: null,
  }));
  const { getState: get, setState: set } = store;
  let request = 0;
  /** As it was when something was last shown: where a computation that is given up goes back to. */
  let settledState = get();
  /** Patients (as text) that the strength table and the ghost were asked for. */
  let bonesFor = '';
  let intactFor = '';

  const compute = async (at: { readonly play: boolean; readonly timeS: number }) => {
    request += 1;
    const mine = request;
    const { scenario: whole, watched } = get();
    const scenario = watched === null ? whole : { ...whole, events: whole.events.slice(0, watched + 1) };
    set({ computing: true, progress: 0 });
    try {
      const run = await simulator.run(scenario, 'shown', (progress) => {
        if (mine === request) set({ progress });
      });
      if (mine !== request || !run) return;
      if (followed) followed.accompany(run.trace);
      else clock.load(run.trace, at);
      set({
        shown: { scenario, run, peaks: calcPeaks(run) },
        ...(watched === null && { results: run.results }),
        computing: false,
        progress: 1,
      });
      settledState = get();
      void computeIntact(scenario, run);
      void computeBones(scenario);
    } catch (error) {
      if (mine !== request) return;
      console.error(error);
      set({ computing: false, problems: [{ code: 'computation', values: {} }] });
    }
  };

  const computeIntact = async (own: Scenario, ownRun: Run) => {
    const scenario = createScenario(dropFractures(own));
    const key = JSON.stringify(scenario);
    if (key === intactFor) return;
    intactFor = key;
    // who stands there unfractured is the ghost
    const isOwn = key === JSON.stringify(own);
    const run = isOwn ? ownRun : await simulator.run(scenario, 'reference').catch(() => null);
    if (run && key === intactFor) set({ intact: run.trace });
  };

  const AT_END = { play: false, timeS: Number.POSITIVE_INFINITY };

  const change = (scenario: Scenario, at: { readonly play: boolean; readonly timeS: number } = AT_END) => {
    set(({ scenario: before, past }) => ({
      scenario,
      past: [...past, before],
      future: [],
      watched: null,
      previewTScore: null,
      problems: [],
      foreignModel: null,
    }));
    void compute(at);
  };

  /** The scenario with the density under the finger taken in. */
  const settled = (): Scenario => {
    const { scenario, previewTScore } = get();
    if (previewTScore === null) return scenario;
    return { ...scenario, patient: { ...scenario.patient, tScore: previewTScore } };
  };

  const travel = (from: 'past' | 'future', to: 'past' | 'future') => {
    const stack = get()[from];
    const scenario = stack.at(-1);
    if (!scenario) return;
    set((state) => ({
      scenario,
      [from]: stack.slice(0, -1),
      [to]: [...state[to], state.scenario],
      watched: null,
      previewTScore: null,
      problems: [],
    }));
    void compute(AT_END);
  };

  const computeBones = async ({ events, ...of }: Scenario) => {
    const scenario = { ...of, events: events.filter(changesCondition) };
    const key = JSON.stringify({ ...scenario, patient: { ...of.patient, tScore: 0 } });
    if (key === bonesFor) return;
    bonesFor = key;
    set({ bones: null });
    const bones = await simulator.calcBones(scenario).catch(() => null);
    if (key === bonesFor) set({ bones });
  };

  return {
    store,
    clock,
    measured: createMeasured(),
    getPhase() {
      const { computing, previewTScore, problems, shown } = get();
      if (computing || previewTScore !== null || (!shown && problems.length === 0)) return 'computing';
      if (problems.length > 0) return 'error';
      if (clock.playing) return 'playing';
      return clock.timeS >= clock.durationS ? 'ready' : 'paused';
    },
    open(scenario, { timeS = null, foreignModel = null } = {}) {
      // undo drops the events of a link one by one, as if they had been done here
      const past = scenario.events.map((_, n) => ({ ...scenario, events: scenario.events.slice(0, n) }));
      set({ scenario, past, future: [], watched: null, previewTScore: null, problems: [], foreignModel });
      void compute({ play: false, timeS: timeS ?? Number.POSITIVE_INFINITY });
    },
    replace(scenario, { timeS = null, foreignModel = null } = {}) {
      change(scenario, timeS === null ? AT_END : { play: false, timeS });
      if (foreignModel !== null) set({ foreignModel });
    },
    report: (problems) => set({ problems }),
    dismiss: () => set({ problems: [], foreignModel: null }),
    act(event) {
      const scenario = settled();
      if (scenario.events.length >= EVENT_LIMIT) return;
      change({ ...scenario, events: [...scenario.events, event] }, { play: true, timeS: 0 });
    },
    watch(index) {
      const { scenario } = get();
      if (index < 0 || index >= scenario.events.length) return;
      set({ watched: index === scenario.events.length - 1 ? null : index, previewTScore: null });
      void compute({ play: true, timeS: 0 });
    },
    tryOut: (scenario, lane = 'whatIf') => simulator.run(scenario, lane),
    giveUp: (lane) => simulator.cancel(lane),
    replay: (scenario) => change(scenario, { play: true, timeS: 0 }),
    cancel() {
      if (!get().computing || !settledState.shown) return;
      request += 1;
      simulator.cancel('shown');
      const { scenario, past, future, watched } = settledState;
      set({ scenario, past, future, watched, computing: false, progress: 1 });
    },
    previewTScore(tScore) {
      set({ previewTScore: tScore });
      void computeBones(get().shown?.scenario ?? get().scenario);
    },
    commitTScore() {
      const { scenario, previewTScore } = get();
      if (previewTScore === null) return;
      if (previewTScore === scenario.patient.tScore) set({ previewTScore: null });
      else change(settled());
    },
    setOverride(key, value) {
      const scenario = settled();
      const { [key]: _, ...others } = scenario.overrides ?? {};
      const overrides = value === null ? others : { ...others, [key]: value };
      const { overrides: __, ...rest } = scenario;
      change(Object.keys(overrides).length > 0 ? { ...rest, overrides } : rest);
    },
    undo: () => travel('past', 'future'),
    redo: () => travel('future', 'past'),
    reset() {
      clock.setSpeed(clock.usualSpeed);
      change(DEFAULT_SCENARIO);
    },
    dispose: () => simulator.dispose(),
  };
}
