import table from '../../../models/abdomen.json' with { type: 'json' };
import { LEVELS } from '../anatomy/levels.ts';
import type { SpineModel } from '../anatomy/spineModel.ts';
import { clamp } from '../math/scalar.ts';

const T8 = LEVELS.indexOf('T8');
const T12 = LEVELS.indexOf('T12');

/** Share of the abdomen's push that passes beside a disc: the diaphragm lifts the ribs from T8 down, all of it at T12–L1. */
const calcSpan = (i: number): number => clamp((i - T8) / (T12 - T8), 0, 1);

const T5 = LEVELS.indexOf('T5');
const T11 = LEVELS.indexOf('T11');

/** Share of the flexors' tone that crosses a disc: rectus and obliques reach up to the fifth ribs. */
const calcToneSpan = (i: number): number => clamp((i - T5) / (T11 - T5), 0, 1);

/** Force with which abdominal pressure pushes trunk and pelvis apart beside a disc, N. */
export const calcPressureForceN = (model: SpineModel, i: number, pressureKPa: number): number =>
  (pressureKPa / 1000) * table.diaphragmAreaMm2 * model.stature * model.stature * calcSpan(i);

/** Its lever arm in front of the disc, m. */
export const calcPressureArmM = (model: SpineModel): number => (table.pressureArmMm / 1000) * model.stature;

/**
 * Least force of the flexors across a disc, N: tone in upright posture, and the abdominal wall that must contract for there
 * to be pressure. The wall's pull exceeds the push of the pressure, so straining compresses the spine on balance.
 */
export const calcFlexorFloorN = (model: SpineModel, i: number, pressureKPa: number): number =>
  table.toneN * calcToneSpan(i) * (model.patient.massKg / 78) +
  table.wallForceOverPressureForce * calcPressureForceN(model, i, pressureKPa);
