import type { Results } from './results.ts';
import type { Patient, Scenario } from './scenario.ts';
import type { Trace } from './trace.ts';

/** A scenario computed: the figures of every event, and the trace of the last one (of quiet standing if there is none). */
export interface Run {
  readonly results: Results;
  readonly trace: Trace;
}

/** Keeps what was computed of earlier events, so that one more event costs one event. */
export interface RunCache {
  readonly entries: Map<string, unknown>;
}
export const createRunCache = (): RunCache => ({ entries: new Map() });

/**
 * Computes a scenario, yielding its progress (0…1) about every 5 ms so that the caller can cancel between two slices.
 */
// biome-ignore lint/correctness/useYield: the simulator follows
export function* runScenario(
  _scenario: Scenario,
  _cache: RunCache = createRunCache(),
): Generator<number, Run> {
  throw new Error('not built yet');
}

/** Central strengths of T1…L5 over T-scores, for the preview while the density control is dragged. */
export interface StrengthTable {
  readonly tScores: readonly number[];
  /** tScores × 17, N. */
  readonly centralStrengthN: Float64Array;
}
export function calcStrengthTable(
  _patient: Patient,
  _overrides?: Readonly<Record<string, number>>,
): StrengthTable {
  throw new Error('not built yet');
}

/** Runs a generator to its end. */
export function finish<T>(work: Generator<unknown, T>): T {
  let step = work.next();
  while (!step.done) step = work.next();
  return step.value;
}
