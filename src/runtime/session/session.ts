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
import { createLesson, type LessonStore } from './lessonStore.ts';
import { calcPeaks, type Peaks } from './moment.ts';
import { createScenario, dropFractures } from './scenarioEditor.ts';
import type { Trouble } from './trouble.ts';
import { cutOff } from './years.ts';

export { DEFAULT_SCENARIO };

/** Computed scenario, as the views read it. */
export interface Shown {
  /** Scenario up to the event on the stage. */
  readonly scenario: Scenario;
  readonly run: Run;
  readonly peaks: Peaks;
}

export interface SessionState {
  /** Scenario asked for last; `shown` follows when it is computed. */
  readonly scenario: Scenario;
  readonly past: readonly Scenario[];
  readonly future: readonly Scenario[];
  readonly shown: Shown | null;
  /** Results of the whole scenario, also while an earlier event is on the stage. */
  readonly results: Results | null;
  /** Index of the earlier event that is on the stage, −1 for the start; null for the last one. */
  readonly watched: number | null;
  /** Months of the watched span of time after which it is cut off on the stage; null for all of it. */
  readonly cutMonths: number | null;
  readonly computing: boolean;
  /** Fraction of the running computation that is done. */
  readonly progress: number;
  /** T-score being dragged; null otherwise. */
  readonly previewTScore: number | null;
  readonly bones: BoneTable | null;
  /** Trace of the same patient standing without fractures, for the ghost. */
  readonly intact: Trace | null;
  /** Problems with a link or a file, or a failed computation. */
  readonly problems: readonly Trouble[];
  /** Model version of the link that was opened, if not the present one. */
  readonly foreignModel: string | null;
}

export type Phase = 'computing' | 'playing' | 'paused' | 'ready' | 'error';

/** Values in a link beside its scenario. */
interface OpenOptions {
  /** Playback time asked for, s. */
  readonly timeS?: number | null;
  readonly foreignModel?: string | null;
}

/** Session: one scenario with its computation, playback and undo. */
export interface Session {
  readonly store: StoreApi<SessionState>;
  readonly clock: PlaybackClock;
  readonly measured: MeasuredStore;
  /** How far a learner has come in the present mode, if it is one to learn with. */
  readonly lesson: LessonStore;
  readonly getPhase: () => Phase;
  /** Opens a link's scenario at its end or at a time, s. */
  open(scenario: Scenario, options?: OpenOptions): void;
  /** Replaces the scenario, for instance by a file's, and shows its end or a time; undo brings the former one back. */
  replace(scenario: Scenario, options?: OpenOptions): void;
  /** Reports problems; the present scenario stays. */
  report(problems: readonly Trouble[]): void;
  dismiss(): void;
  /** Adds events and plays the last; undo takes all of them back. */
  act(...events: readonly ScenarioEvent[]): void;
  /** Plays an event of the scenario again; the scenario stays. */
  watch(index: number): void;
  /** Shows the person after an event of the scenario, or before the first (−1), without playing it; or within a span of time. */
  look(index: number, cutMonths?: number | null): void;
  /** Computes another scenario without showing it; null where a newer request replaced it. */
  tryOut(scenario: Scenario, lane?: TrialLane): Promise<Run | null>;
  /** Cancels the trial computation of a lane. */
  giveUp(lane: TrialLane): void;
  /** Replaces the scenario and plays its last event; undo brings the former one back. */
  replay(scenario: Scenario): void;
  /** Cancels the running computation, and returns to what is shown. */
  cancel(): void;
  previewTScore(tScore: number): void;
  commitTScore(): void;
  setOverride(key: string, value: number | null): void;
  undo(): void;
  redo(): void;
  reset(): void;
  dispose(): void;
}

/** Scenario up to what is on the stage. */
export function getOnStage({
  scenario,
  watched,
  cutMonths,
}: Pick<SessionState, 'scenario' | 'watched' | 'cutMonths'>): Scenario {
  if (watched === null) return scenario;
  const whole = { ...scenario, events: scenario.events.slice(0, watched + 1) };
  return cutMonths === null ? whole : cutOff(whole, watched, cutMonths);
}

/** Most steps that can be undone: a tablet that lies in a classroom for a year keeps no more. */
const MOST_PAST = 200;

/** @param followed clock of the session beside which this one plays, if any */
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
    cutMonths: null,
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
  /** State when a run was last shown, to which a cancelled computation returns. */
  let settledState = get();
  /** Patients (as text) for whom the strength table and the ghost were requested. */
  let bonesFor = '';
  let intactFor = '';

  const compute = async (at: { readonly play: boolean; readonly timeS: number }) => {
    request += 1;
    const mine = request;
    const { watched } = get();
    const scenario = getOnStage(get());
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
      // those of an earlier moment are computed when the density is dragged there
      if (watched === null) void computeBones(scenario);
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
    // a patient standing without fractures is her own ghost
    const isOwn = key === JSON.stringify(own);
    const run = isOwn ? ownRun : await simulator.run(scenario, 'reference').catch(() => null);
    if (run && key === intactFor) set({ intact: run.trace });
  };

  /** The scenario to its end is on the stage. */
  const WHOLE = { watched: null, cutMonths: null };
  const AT_END = { play: false, timeS: Number.POSITIVE_INFINITY };

  const change = (scenario: Scenario, at: { readonly play: boolean; readonly timeS: number } = AT_END) => {
    set(({ scenario: before, past }) => ({
      scenario,
      past: [...past.slice(1 - MOST_PAST), before],
      future: [],
      ...WHOLE,
      previewTScore: null,
      problems: [],
      foreignModel: null,
    }));
    void compute(at);
  };

  /** Scenario with the T-score being dragged. */
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
      ...WHOLE,
      previewTScore: null,
      problems: [],
    }));
    void compute(AT_END);
  };

  const show = (
    index: number,
    cutMonths: number | null,
    at: { readonly play: boolean; readonly timeS: number },
  ) => {
    const isWhole = index === get().scenario.events.length - 1 && cutMonths === null;
    set({ watched: isWhole ? null : index, cutMonths, previewTScore: null });
    void compute(at);
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
    lesson: createLesson(),
    getPhase() {
      const { computing, previewTScore, problems, shown } = get();
      if (computing || previewTScore !== null || (!shown && problems.length === 0)) return 'computing';
      if (problems.length > 0) return 'error';
      if (clock.playing) return 'playing';
      return clock.timeS >= clock.durationS ? 'ready' : 'paused';
    },
    open(scenario, { timeS = null, foreignModel = null } = {}) {
      // undo removes the events of a link one by one, as if they had been added here
      const past = scenario.events.map((_, n) => ({ ...scenario, events: scenario.events.slice(0, n) }));
      set({ scenario, past, future: [], ...WHOLE, previewTScore: null, problems: [], foreignModel });
      void compute({ play: false, timeS: timeS ?? Number.POSITIVE_INFINITY });
    },
    replace(scenario, { timeS = null, foreignModel = null } = {}) {
      change(scenario, timeS === null ? AT_END : { play: false, timeS });
      if (foreignModel !== null) set({ foreignModel });
    },
    report: (problems) => set({ problems }),
    dismiss: () => set({ problems: [], foreignModel: null }),
    act(...added) {
      const scenario = settled();
      const events = [...scenario.events, ...added];
      if (events.length > EVENT_LIMIT) return;
      change({ ...scenario, events }, { play: true, timeS: 0 });
    },
    watch(index) {
      if (index >= 0 && index < get().scenario.events.length) show(index, null, { play: true, timeS: 0 });
    },
    look(index, cutMonths = null) {
      if (index >= -1 && index < get().scenario.events.length) show(index, cutMonths, AT_END);
    },
    tryOut: (scenario, lane = 'whatIf') => simulator.run(scenario, lane),
    giveUp: (lane) => simulator.cancel(lane),
    replay: (scenario) => change(scenario, { play: true, timeS: 0 }),
    cancel() {
      if (!get().computing || !settledState.shown) return;
      request += 1;
      simulator.cancel('shown');
      const { scenario, past, future, watched, cutMonths } = settledState;
      set({ scenario, past, future, watched, cutMonths, computing: false, progress: 1 });
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
