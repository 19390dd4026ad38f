import { sayProblem } from '../../src/cli/english.ts';
import { LEVELS, type Level, levelIndex } from '../../src/core/anatomy/levels.ts';
import type { PatientDescription } from '../../src/core/anatomy/spineModel.ts';
import { type EventResult, getLevelLoads } from '../../src/core/simulation/results/results.ts';
import { finish, type Run, type RunCache, runScenario } from '../../src/core/simulation/run.ts';
import { checkScenario, type Scenario } from '../../src/core/simulation/scenario.ts';

/** The README's woman, without her T-score. */
export const WOMAN = { ageYears: 72, sex: 'female', heightCm: 160, massKg: 60, discWear: 0.6 } as const;
/** A young man with healthy bones. */
export const MAN: PatientDescription = { ageYears: 30, sex: 'male', heightCm: 178, massKg: 78, tScore: 0 };

export const STAND = { type: 'activity', name: 'stand' } as const;
export const COUGH = { type: 'activity', name: 'cough' } as const;
export const BEND = { type: 'activity', name: 'bend' } as const;
export const LIFT = { type: 'activity', name: 'lift' } as const;
export const FOUR_ACTS = [STAND, COUGH, BEND, LIFT] as const;

/** The scenario as its reader hands it on, with the defaults filled in. */
export function scenario(
  tScore: number,
  events: readonly unknown[],
  patient: Record<string, unknown> = {},
  overrides?: Record<string, number>,
): Scenario {
  const reading = checkScenario({
    version: 1,
    patient: { ...WOMAN, tScore, ...patient },
    ...(overrides ? { overrides } : {}),
    events,
  });
  if (!reading.ok) throw new Error(reading.problems.map(sayProblem).join(' '));
  return reading.scenario;
}

export const run = (of: Scenario, cache?: RunCache): Run => finish(runScenario(of, cache));

export const greatestLoadOverStrength = (event: EventResult): number =>
  Math.max(...getLevelLoads(event).map((level) => level.loadOverStrength));

export const between = (from: Level, to: Level): readonly Level[] =>
  LEVELS.slice(levelIndex(from), levelIndex(to) + 1);

/** Numerical Recipes' linear congruential generator: the same numbers −1 … 1 on every machine. */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 31 - 1;
  };
}

/** Gaussian elimination with partial pivoting: slow, dense, and none of the program's own. */
export function solveDense(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const n = right.length;
  const rows = matrix.map((row, i) => [...row, right[i]!]);
  for (let c = 0; c < n; c++) {
    let pivot = c;
    for (let r = c + 1; r < n; r++) if (Math.abs(rows[r]![c]!) > Math.abs(rows[pivot]![c]!)) pivot = r;
    [rows[c], rows[pivot]] = [rows[pivot]!, rows[c]!];
    for (let r = c + 1; r < n; r++) {
      const factor = rows[r]![c]! / rows[c]![c]!;
      if (factor !== 0) for (let k = c; k <= n; k++) rows[r]![k]! -= factor * rows[c]![k]!;
    }
  }
  const out = new Array<number>(n).fill(0);
  for (let r = n - 1; r >= 0; r--) {
    let sum = rows[r]![n]!;
    for (let c = r + 1; c < n; c++) sum -= rows[r]![c]! * out[c]!;
    out[r] = sum / rows[r]![r]!;
  }
  return out;
}

/** Greatest difference of two lists over the greatest size in the second. */
export function relativeDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let difference = 0;
  let size = 0;
  for (let i = 0; i < b.length; i++) {
    difference = Math.max(difference, Math.abs(a[i]! - b[i]!));
    size = Math.max(size, Math.abs(b[i]!));
  }
  return difference / size;
}
