import type { Level } from '../anatomy/levels.ts';
import { levelIndex } from '../anatomy/levels.ts';
import type { SpineModel } from '../anatomy/spineModel.ts';
import { exp, pow } from '../math/transcendental.ts';

/** Density per level away from L3, the least dense, as a share of L3's (source level-density: −4.7 HU a level going down). */
const GAIN_PER_LEVEL = 0.022;
const L3 = levelIndex('L3');

/** Below this density, mg/cm³, the linear laws would turn negative; they go on with the same value and slope. */
const CONTINUATION_DENSITY = 60;

/**
 * Trabecular density (QCT) of a level, mg/cm³. Linear in the lumbar T-score, continued exponentially below 60 so that no
 * T-score gives a negative density.
 */
export function calcTrabecularDensity(model: SpineModel, level: Level): number {
  const { trabecularDensityAtT0, trabecularDensityPerT } = model.parameters;
  const linear = trabecularDensityAtT0 + trabecularDensityPerT * model.patient.tScore;
  const lumbar =
    linear >= CONTINUATION_DENSITY
      ? linear
      : CONTINUATION_DENSITY * exp((linear - CONTINUATION_DENSITY) / CONTINUATION_DENSITY);
  return lumbar * (1 + GAIN_PER_LEVEL * Math.abs(L3 - levelIndex(level)));
}

/** A line in density, continued below 60 mg/cm³ by the power law of equal value and slope. */
const lineThenPower = (intercept: number, slope: number) => {
  const atEnd = intercept + slope * CONTINUATION_DENSITY;
  const exponent = (slope * CONTINUATION_DENSITY) / atEnd;
  return (density: number): number =>
    density >= CONTINUATION_DENSITY
      ? intercept + slope * density
      : atEnd * pow(density / CONTINUATION_DENSITY, exponent);
};

/** Modulus of trabecular bone, MPa, from QCT density, mg/cm³ (source kopperdahl-2002; below 60 our continuation). */
export const calcTrabecularModulusMPa = lineThenPower(-34.7, 3.23);

/** Yield stress of trabecular bone, MPa, from QCT density, mg/cm³ (source kopperdahl-2002; below 60 our continuation). */
export const calcTrabecularYieldMPa = lineThenPower(-0.75, 0.0249);
