import table from '../../../models/abdomen.json' with { type: 'json' };
import { LEVELS } from '../anatomy/levels.ts';
import type { MuscleGroup } from '../anatomy/muscles.ts';
import type { SpineModel } from '../anatomy/spineModel.ts';
import { clamp, mix } from '../math/scalar.ts';

const T2 = LEVELS.indexOf('T2');
const T8 = LEVELS.indexOf('T8');
const T12 = LEVELS.indexOf('T12');
const L5 = LEVELS.indexOf('L5');

/** Share of the abdominal pressure's force that passes beside a disc: the diaphragm lifts the ribs from T8 down, all of it at T12–L1. */
const calcBellySpan = (i: number): number => clamp((i - T8) / (T12 - T8), 0, 1);
/** Cross-section of the chest at a disc over that of the abdomen: it narrows towards the top of the lungs. */
const calcChestSpan = (i: number): number => clamp((i - T2) / (T8 - T2), 0, 1);

/** Force with which the pressure in abdomen and chest pushes trunk and pelvis apart at a disc, N. */
export function calcPressureForceN(model: SpineModel, i: number, pressureKPa: number): number {
  const chestKPa = pressureKPa * Math.min(1, pressureKPa / table.breathHeldKPa);
  const belly = calcBellySpan(i);
  const mean = belly * pressureKPa + (1 - belly) * calcChestSpan(i) * chestKPa;
  return (mean / 1000) * table.cavityAreaMm2 * model.stature * model.stature;
}

/** Lever arm of that force in front of the disc, m. */
export function calcPressureArmM(model: SpineModel, i: number): number {
  const arms = table.pressureArmMm;
  const mm =
    i < T8
      ? mix(arms['T1-T2'], arms['T8-T9'], i / T8)
      : i < T12
        ? mix(arms['T8-T9'], arms['T12-L1'], (i - T8) / (T12 - T8))
        : mix(arms['T12-L1'], arms['L5-S1'], (i - T12) / (L5 - T12));
  return (mm / 1000) * model.stature;
}

/** Abdominal pressure that comes with effort of the back, kPa: proportional to the extension moment at L4–L5, up to a maximum. */
export const calcEffortPressureKPa = (model: SpineModel, extensionNm: number): number =>
  clamp(
    (table.pressureKPaPerNm * Math.max(0, extensionNm)) / (model.stature * model.stature * model.stature),
    0,
    table.mostReflexKPa,
  );

/**
 * Least activation of a muscle: quiet tone of the abdominal wall, its contraction under pressure, and the bracing of the whole
 * trunk.
 *
 * @param tense 0…1
 * @param resting 0 upright … 1 lying still, where the wall has no tone
 */
export function calcLeastActivation(
  group: MuscleGroup,
  pressureKPa: number,
  tense: number,
  resting: number,
): number {
  const quiet = (1 - resting) * ((table.quietActivation as Partial<Record<MuscleGroup, number>>)[group] ?? 0);
  const wall = (table.wallActivation as Partial<Record<MuscleGroup, number>>)[group] ?? 0;
  const pressed = pressureKPa / table.fullPressureKPa;
  return Math.min(1, Math.max(quiet, tense) + wall * pressed * pressed);
}
