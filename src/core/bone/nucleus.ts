import { clamp, mix } from '../math/scalar.ts';

// Pressure of a disc on an end plate in two zones: the nucleus in the middle at one pressure, the annulus around it at another.
// With a the nucleus's share of the area and n its share of the load, ∫ p (1 − r²) dA / P = n (1 − a/2) + (1 − n)(1 − a)/2
// = (1 − a + n)/2: ½ at an even pressure, more where the nucleus is at a higher pressure, less where at a lower one.

/** Nucleus's share of the end plate's area (our assumption; a third to a half is reported). */
export const NUCLEUS_AREA_SHARE = 0.45;

/**
 * Nucleus pressure over mean pressure in a healthy disc and in a worn one, whose annulus bears more (sources wilke-1999,
 * nachemson-factor).
 */
const PRESSURE_FACTOR = { healthy: 1.45, worn: 0.9 } as const;

/** Nucleus pressure over mean pressure at a disc wear of 0 … 1. */
export const calcPressureFactor = (discWear: number): number =>
  mix(PRESSURE_FACTOR.healthy, PRESSURE_FACTOR.worn, clamp(discWear, 0, 1));

/** Ratio B/P of a load whose nucleus pressure is `factor` times the mean pressure: (1 − a + a·factor)/2. */
export const calcDeflectionForceRatio = (factor: number): number =>
  (1 - NUCLEUS_AREA_SHARE + NUCLEUS_AREA_SHARE * factor) / 2;

/** Ratio B/P at a disc wear of 0 … 1, on a plate that has not deflected: 0.60 healthy, 0.48 fully worn. */
export const calcDeflectionForceRatioOfWear = (discWear: number): number =>
  calcDeflectionForceRatio(calcPressureFactor(discWear));

/** Ratio B/P where the nucleus bears nothing and the annulus everything. */
const ANNULUS_RATIO = calcDeflectionForceRatio(0);

/**
 * Fall of ∫ p (1 − r²) dA with the deflection of both plates, N/mm. Nucleus and annulus are in parallel between two plates at
 * constant load: a deflection s of one plate takes s (1 − a/2) from the nucleus and s (1 − a)/2 from the annulus, the disc
 * shortens until the load is restored, and K n (1 − n) s/2 has moved from nucleus to annulus, half of it in B. s is half the deflection.
 */
export function calcReliefNPerMm(discStiffnessNPerMm: number, deflectionForceRatio: number): number {
  const n = clamp(2 * deflectionForceRatio - 1 + NUCLEUS_AREA_SHARE, 0, 1);
  return (discStiffnessNPerMm * n * (1 - n)) / 8;
}

/** Ratio B/P that remains when the plates have deflected, never less than the annulus's own. */
export const calcRelievedRatio = (
  deflectionForceRatio: number,
  reliefNPerMm: number,
  plateDeflectionMm: number,
  loadN: number,
): number =>
  Math.max(
    Math.min(deflectionForceRatio, ANNULUS_RATIO),
    deflectionForceRatio - (reliefNPerMm * Math.max(0, plateDeflectionMm)) / Math.max(1, loadN),
  );

/**
 * Fall of a disc's nucleus pressure when one plate beside it has deflected by `plateDeflectionMm` (half the body's), MPa: the load
 * that moves from nucleus to annulus, K n (1 − n) s/2, over the nucleus's area.
 *
 * @param discAreaMm2 of the whole disc
 * @param deflectionForceRatio B/P of the disc's load
 */
export function calcNucleusReliefMPa(
  discStiffnessNPerMm: number,
  discAreaMm2: number,
  deflectionForceRatio: number,
  plateDeflectionMm: number,
): number {
  const moved = 4 * calcReliefNPerMm(discStiffnessNPerMm, deflectionForceRatio) * plateDeflectionMm;
  return moved / (NUCLEUS_AREA_SHARE * discAreaMm2);
}
