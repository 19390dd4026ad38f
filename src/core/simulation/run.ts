import { LEVEL_COUNT } from '../anatomy/levels.ts';
import { type EventOutcome, runActivity, showAtRest } from './events/activity.ts';
import { runBalloon } from './events/balloon.ts';
import { runCement } from './events/cement.ts';
import { runTime } from './events/time.ts';
import { MODEL_VERSION } from './modelVersion.ts';
import { applyKnownFractures } from './patient/knownFractures.ts';
import { createPerson, getCentralStrengthN, type Person } from './patient/person.ts';
import { createSpineState, type SpineState } from './patient/state.ts';
import { measureFindings } from './results/findings.ts';
import type { EventResult, Results } from './results/results.ts';
import type { Trace } from './results/trace.ts';
import type { Patient, Scenario, ScenarioEvent } from './scenario.ts';

/** A scenario computed: the figures of every event, and the trace of the last one (of quiet standing if there is none). */
export interface Run {
  readonly results: Results;
  readonly trace: Trace;
}

/** What is known after an event, under the address of everything that led to it. */
interface Stop {
  readonly person: Person;
  readonly state: SpineState;
  readonly results: readonly EventResult[];
  readonly trace: Trace | null;
}

/**
 * Keeps what was computed of earlier events, so that one more event costs one event. Oldest first. For one run at a time: within an act
 * a person's muscles remember their last solution, and two runs that took turns would each begin from the other's. A run that was
 * given up midway leaves no mark.
 */
export interface RunCache {
  readonly stops: Map<string, Stop>;
}
export const createRunCache = (): RunCache => ({ stops: new Map() });

const LONGEST_CACHE = 150;

/**
 * Computes a scenario, yielding its progress (0…1) after every frame, so that the caller can pause or cancel in between.
 * The same scenario gives the same bits, with a cache or without.
 */
export function* runScenario(scenario: Scenario, cache: RunCache = createRunCache()): Generator<number, Run> {
  const { events } = scenario;
  let { key, stop } = openStart(scenario, cache);
  for (let index = 0; index < events.length; index++) {
    key += `\n${JSON.stringify(events[index])}`;
    // the last event's trace is wanted too; earlier ones need only what they left
    const known = cache.stops.get(key);
    if (known && (known.trace || index < events.length - 1)) {
      stop = known;
      continue;
    }
    const work = runEvent(stop.person, stop.state, events[index]!, index);
    let step = work.next();
    while (!step.done) {
      yield (index + step.value) / events.length;
      step = work.next();
    }
    dropTraces(cache);
    stop = {
      person: stop.person,
      state: step.value.state,
      results: [...stop.results, step.value.result],
      trace: step.value.trace,
    };
    remember(cache, key, stop);
  }
  const { person, state, results } = stop;
  const trace = stop.trace ?? (yield* showAtRest(person, state, -1));
  return {
    results: {
      version: 1,
      modelVersion: MODEL_VERSION,
      events: results,
      findings: measureFindings(person, state),
    },
    trace,
  };
}

function runEvent(
  person: Person,
  state: SpineState,
  event: ScenarioEvent,
  index: number,
): Generator<number, EventOutcome> {
  switch (event.type) {
    case 'cement':
      return event.method === 'kyphoplasty'
        ? runBalloon(person, state, event, index)
        : runCement(person, state, event, index);
    case 'time':
      return runTime(person, state, event, index);
    case 'activity':
      return runActivity(person, state, event, index);
  }
}

/** The patient before the first event. */
function openStart({ patient, overrides }: Scenario, cache: RunCache): { key: string; stop: Stop } {
  const key = JSON.stringify([patient, overrides ?? {}]);
  const known = cache.stops.get(key);
  if (known) return { key, stop: known };
  const person = createPerson(patient, overrides);
  const intact = createSpineState(person.sections);
  const state = applyKnownFractures(person, intact, patient.knownFractures ?? []);
  const stop: Stop = { person, state, results: [], trace: null };
  remember(cache, key, stop);
  return { key, stop };
}

function remember(cache: RunCache, key: string, stop: Stop): void {
  cache.stops.set(key, stop);
  for (const oldest of cache.stops.keys()) {
    if (cache.stops.size <= LONGEST_CACHE) break;
    cache.stops.delete(oldest);
  }
}

/** Only the current event's trace is kept: they are large and cheap to compute again. */
function dropTraces(cache: RunCache): void {
  for (const [key, stop] of cache.stops) if (stop.trace) cache.stops.set(key, { ...stop, trace: null });
}

/** What a patient's bodies would be at other T-scores, for the picture while the density is dragged: T-score × level. */
export interface BoneTable {
  readonly tScores: readonly number[];
  /** Strength of intact bodies under a central load, N. */
  readonly centralStrengthN: Float64Array;
  /** Mean density of the trabecular bone, mg/cm³, and thickness of the shell, mm. */
  readonly densityMgPerCm3: Float64Array;
  readonly shellMm: Float64Array;
  /** How much less density there is at the front rim than in the mean, as a share. */
  readonly anteriorWeakness: number;
}

export function calcBoneTable(patient: Patient, overrides?: Readonly<Record<string, number>>): BoneTable {
  const tScores = [-6, -5, -4, -3, -2, -1, 0, 1, 2, 4];
  const size = tScores.length * LEVEL_COUNT;
  const centralStrengthN = new Float64Array(size);
  const densityMgPerCm3 = new Float64Array(size);
  const shellMm = new Float64Array(size);
  let anteriorWeakness = 0;
  tScores.forEach((tScore, row) => {
    const person = createPerson({ ...patient, tScore }, overrides);
    createSpineState(person.sections).sections.forEach((state, i) => {
      const section = person.sections[i]!;
      const at = row * LEVEL_COUNT + i;
      centralStrengthN[at] = getCentralStrengthN(person, i, state);
      densityMgPerCm3[at] = section.densityMgPerCm3;
      shellMm[at] = section.shellMm;
      anteriorWeakness = section.anteriorWeakness;
    });
  });
  return { tScores, centralStrengthN, densityMgPerCm3, shellMm, anteriorWeakness };
}

/** Runs a generator to its end. */
export function finish<T>(work: Generator<unknown, T>): T {
  let step = work.next();
  while (!step.done) step = work.next();
  return step.value;
}
