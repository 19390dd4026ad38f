import { LEVEL_COUNT } from '../../anatomy/levels.ts';
import { mix } from '../../math/scalar.ts';
import { ln } from '../../math/transcendental.ts';
import { calcLoadFactor } from './dailyLife.ts';
import type { ActExposure, Exposure } from './exposure.ts';
import { calcNormalTail } from './normalTail.ts';
import { calcInverseStrength, type Strengths } from './strengths.ts';

/**
 * Load over strength from which an act leaves a fracture by definition (20 % and 4 mm of some height) and not damage alone: found by
 * running acts with growing loads (see test/core/cohort.test.ts).
 */
export const FRACTURE_OVERLOAD = 1.1;

/** Intensities outside −8 … 8 do not happen. */
const NEVER = 8;

/** Load over strength of level i, at each node of an act. */
function calcRatios({ loads }: ActExposure, strengths: Strengths, i: number): number[] {
  return loads.map((load) => {
    const n = load.compressionN[i]!;
    return n > 0 ? n * calcInverseStrength(strengths, i, load.flexionMomentNm[i]! / n) : 0;
  });
}

/** Intensity from which load over strength passes the threshold; `NEVER` where it does not. */
export function findCriticalIntensity(
  exposure: ActExposure,
  ratios: readonly number[],
  threshold: number,
): number {
  const { act, z } = exposure;
  const first = ratios[0]!;
  if (first <= 0) return NEVER;
  if (!act.varies) {
    const at = act.spread > 0 ? ln(threshold / first) / act.spread : first >= threshold ? -NEVER : NEVER;
    return Math.max(-NEVER, Math.min(NEVER, at));
  }
  for (let k = 1; k < z.length; k++) {
    const [low, high] = [ratios[k - 1]!, ratios[k]!];
    // the first stretch is taken on to easier performances
    if (high >= threshold && (low < threshold || k === 1) && high > low)
      return Math.max(-NEVER, z[k - 1]! + ((threshold - low) / (high - low)) * (z[k]! - z[k - 1]!));
  }
  return first >= threshold ? -NEVER : NEVER;
}

/** How often an act loads its weakest level beyond its strength, and from which intensity. */
export interface Overload {
  readonly exposure: ActExposure;
  readonly fromZ: number;
  readonly perYear: number;
}

/** What daily life does to a person as she is. */
export interface Hazard {
  readonly overloads: readonly Overload[];
  /** All of them, per year. */
  readonly overloadsPerYear: number;
  /** Fractures to be expected of each level T1 … L5 per year, were each undone at once. */
  readonly fracturesPerYear: Float64Array;
}

/** @param strengthFactor on the tabled strengths, T1 … L5 */
export function calcHazard(
  { acts }: Exposure,
  strengths: Strengths,
  strengthFactor: Float64Array,
  isBroken: (level: number) => boolean,
): Hazard {
  const fracturesPerYear = new Float64Array(LEVEL_COUNT);
  const overloads = acts.map((exposure) => {
    let fromZ = NEVER;
    for (let i = 0; i < LEVEL_COUNT; i++) {
      const ratios = calcRatios(exposure, strengths, i);
      const factor = strengthFactor[i]!;
      fromZ = Math.min(fromZ, findCriticalIntensity(exposure, ratios, factor));
      if (isBroken(i)) continue;
      const breaks = findCriticalIntensity(exposure, ratios, factor * FRACTURE_OVERLOAD);
      if (breaks < NEVER) fracturesPerYear[i]! += exposure.act.timesPerYear * calcNormalTail(breaks);
    }
    return {
      exposure,
      fromZ,
      perYear: fromZ < NEVER ? exposure.act.timesPerYear * calcNormalTail(fromZ) : 0,
    };
  });
  return {
    overloads,
    overloadsPerYear: overloads.reduce((sum, { perYear }) => sum + perYear, 0),
    fracturesPerYear,
  };
}

/** Greatest load over strength at an intensity, over all levels: what the drawn performance asks. */
export function calcWorstRatio(
  exposure: ActExposure,
  strengths: Strengths,
  strengthFactor: Float64Array,
  z: number,
): number {
  const { act, z: nodes } = exposure;
  let k = 0;
  while (k < nodes.length - 2 && z > nodes[k + 1]!) k++;
  let worst = 0;
  for (let i = 0; i < LEVEL_COUNT; i++) {
    const ratios = calcRatios(exposure, strengths, i);
    const ratio = act.varies
      ? mix(ratios[k]!, ratios[Math.min(k + 1, nodes.length - 1)]!, (z - nodes[k]!) / 1.5)
      : ratios[0]! * calcLoadFactor(act, z);
    worst = Math.max(worst, ratio / strengthFactor[i]!);
  }
  return worst;
}
