import type { Disc } from '../anatomy/motionSegment.ts';
import { exp } from '../math/transcendental.ts';

/** Exponent b with which the flexion moment stiffens towards the limit L of the range: M = k L (e^(b φ/L) − 1)/b (our assumption). */
const STIFFENING = 2;
/** Fraction of the range beyond which the moment continues along its tangent, so that no step overflows. */
const LAST_RATIO = 1.6;

/** Moment and stiffness at the last call, Nm and Nm/rad; scratch, so that nothing is allocated. */
export const passive = { momentNm: 0, stiffnessNmPerRad: 0 };

/**
 * Passive moment of a disc with its facets and ligaments, into `passive`: + = resists flexion.
 *
 * @param flexionRad from the angle at rest
 */
export function calcPassiveMoment(disc: Disc, flexionRad: number): void {
  if (flexionRad <= 0) {
    passive.momentNm = disc.extensionStiffnessNmPerRad * flexionRad;
    passive.stiffnessNmPerRad = disc.extensionStiffnessNmPerRad;
    return;
  }
  const limit = disc.flexionLimitRad;
  const ratio = flexionRad / limit;
  const used = Math.min(ratio, LAST_RATIO);
  const growth = exp(STIFFENING * used);
  const stiffness = disc.flexionStiffnessNmPerRad * growth;
  passive.momentNm =
    (disc.flexionStiffnessNmPerRad * limit * (growth - 1)) / STIFFENING + stiffness * (ratio - used) * limit;
  passive.stiffnessNmPerRad = stiffness;
}

/** Stiffening of a disc by compression over the unloaded one: ×1.71 at 250 N, ×2.11 at 500 N and beyond (source preload). */
export function calcPreloadFactor(compressionN: number): number {
  if (compressionN <= 0) return 1;
  if (compressionN < 250) return 1 + (0.71 * compressionN) / 250;
  if (compressionN < 500) return 1.71 + (0.4 * (compressionN - 250)) / 250;
  return 2.11;
}
export const SATURATED_PRELOAD_FACTOR = 2.11;
