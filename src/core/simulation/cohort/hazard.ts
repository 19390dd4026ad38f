import { LEVEL_COUNT } from '../../anatomy/levels.ts';
import { clamp } from '../../math/scalar.ts';
import { exp, ln } from '../../math/transcendental.ts';
import type { DailyAct } from './dailyLife.ts';
import type { Exposure } from './exposure.ts';
import { calcNormalTail } from './normalTail.ts';
import { calcInverseStrength, type Strengths } from './strengths.ts';

/** Fraction of the breaking load of a level from which an act is run in full; the effect of lesser loads is left out. */
const LOOKED_AT = 0.95;

/** Greatest intensity considered, either way. */
const NEVER = 8;

/** Loads of an act over the strengths of the bodies. */
export interface Demand {
  readonly act: DailyAct;
  /** Ascending values of what varies, and load over strength at each of them, level by level. */
  readonly at: readonly number[];
  readonly ratios: readonly (readonly number[])[];
}

export const calcDemands = ({ acts }: Exposure, strengths: Strengths): Demand[] =>
  acts.map(({ act, at, loads }) => ({
    act,
    at,
    ratios: Array.from({ length: LEVEL_COUNT }, (_, i) =>
      loads.map((load) => {
        const n = load.compressionN[i]!;
        return n > 0 ? n * calcInverseStrength(strengths, i, load.flexionMomentNm[i]! / n) : 0;
      }),
    ),
  }));

/** Intensity from which a level's load over strength exceeds the threshold; `NEVER` where it does not. */
export function findCriticalIntensity(
  { act, at }: Pick<Demand, 'act' | 'at'>,
  ratios: readonly number[],
  threshold: number,
): number {
  const { median, sigma, from, to } = act.measure;
  const first = ratios[0]!;
  if (first <= 0) return NEVER;
  const measure = act.key ? findCriticalMeasure(at, ratios, threshold) : threshold / first;
  if (measure > to) return NEVER;
  return measure <= from ? -NEVER : clamp(ln(measure / median) / sigma, -NEVER, NEVER);
}

/** Value of the parameter at which the threshold is met: infinite where it never is, 0 or less where it always is. */
function findCriticalMeasure(at: readonly number[], ratios: readonly number[], threshold: number): number {
  for (let k = 1; k < at.length; k++) {
    const low = ratios[k - 1]!;
    const high = ratios[k]!;
    // the first interval is extrapolated to easier performances
    if (high >= threshold && (low < threshold || k === 1) && high > low)
      return at[k - 1]! + ((threshold - low) / (high - low)) * (at[k]! - at[k - 1]!);
  }
  return ratios[0]! >= threshold ? 0 : Number.POSITIVE_INFINITY;
}

/** Yearly frequency with which an act loads some level almost to breaking or beyond, and the intensity from which it does. */
export interface Overload {
  readonly act: DailyAct;
  readonly fromZ: number;
  readonly perYear: number;
}

/** Hazard of daily life for a person in her present state. */
export interface Hazard {
  readonly overloads: readonly Overload[];
  /** Frequency of all overloads, per year. */
  readonly overloadsPerYear: number;
  /** Expected new fractures of T1 … L5 per year, as if each were undone at once. */
  readonly fracturesPerYear: Float64Array;
}

/**
 * Hazard of daily life. The weakest level for an act breaks first and relieves the others: so each act breaks one level, and
 * none where that level is already broken.
 *
 * @param strengthFactor factor on the strengths with which the demands were computed, T1 … L5
 */
export function calcHazard(
  demands: readonly Demand[],
  strengthFactor: Float64Array,
  isBroken: (level: number) => boolean,
): Hazard {
  const fracturesPerYear = new Float64Array(LEVEL_COUNT);
  const overloads = demands.map((demand) => {
    const { timesPerYear } = demand.act;
    let fromZ = NEVER;
    let breaksZ = NEVER;
    let weakest = 0;
    for (let i = 0; i < LEVEL_COUNT; i++) {
      const threshold = strengthFactor[i]! * demand.act.breaksAt[i]!;
      fromZ = Math.min(fromZ, findCriticalIntensity(demand, demand.ratios[i]!, LOOKED_AT * threshold));
      const breaks = findCriticalIntensity(demand, demand.ratios[i]!, threshold);
      if (breaks >= breaksZ) continue;
      breaksZ = breaks;
      weakest = i;
    }
    if (breaksZ < NEVER && !isBroken(weakest))
      fracturesPerYear[weakest]! += timesPerYear * calcNormalTail(breaksZ);
    return { act: demand.act, fromZ, perYear: fromZ < NEVER ? timesPerYear * calcNormalTail(fromZ) : 0 };
  });
  return {
    overloads,
    overloadsPerYear: overloads.reduce((sum, { perYear }) => sum + perYear, 0),
    fracturesPerYear,
  };
}

/** Probability of a first fracture within a year at each level, with competing rates. */
export function calcFirstYearRisk({ fracturesPerYear }: Hazard): Float64Array {
  const total = fracturesPerYear.reduce((sum, rate) => sum + rate, 0);
  const any = total > 0 ? (1 - exp(-total)) / total : 0;
  return fracturesPerYear.map((rate) => rate * any);
}
