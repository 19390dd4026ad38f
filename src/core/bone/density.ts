import type { Level } from '../anatomy/levels.ts';
import { levelIndex } from '../anatomy/levels.ts';
import type { SpineModel } from '../anatomy/spineModel.ts';
import { exp, pow } from '../math/transcendental.ts';

/**
 * Density of T1 … L3 over the mean of L1–L3, mg/cm³: means of women of 53 and men of 57 at T1, T4, T7, T10, T12 and L3, linear
 * between them (source budoff-2012); within the lumbar spine half of that, since another 296 patients show no difference there
 * (source anterior-density-2024). The difference stays as bone is lost: 14.8 mg/cm³ between thoracic and lumbar levels at 45–49
 * years, 18.5 at 80–85 (source li-2013).
 */
const OVER_LUMBAR_MG_PER_CM3 = [48, 44, 40, 36, 30, 25, 19, 16, 13, 11, 8.5, 6, 1.8, 0.5, -2.2] as const;

/** Density of L4 and L5 over L3: half of the 4 and 8 % of budoff-2012, for the same reason. */
const OVER_L3 = { L4: 1.02, L5: 1.04 } as const;

/** Density below which the linear laws would become negative, mg/cm³; they continue with the same value and slope. */
const CONTINUATION_DENSITY = 60;

/**
 * Trabecular density (QCT) of a level, mg/cm³. Linear in the lumbar T-score, continued exponentially below 60 so that no
 * T-score gives a negative density.
 */
export function calcTrabecularDensity(model: SpineModel, level: Level): number {
  const { trabecularDensityAtT0, trabecularDensityPerT } = model.parameters;
  const like = Math.min(levelIndex(level), OVER_LUMBAR_MG_PER_CM3.length - 1);
  const linear =
    trabecularDensityAtT0 + trabecularDensityPerT * model.patient.tScore + OVER_LUMBAR_MG_PER_CM3[like]!;
  const density =
    linear >= CONTINUATION_DENSITY
      ? linear
      : CONTINUATION_DENSITY * exp((linear - CONTINUATION_DENSITY) / CONTINUATION_DENSITY);
  return density * (level === 'L4' || level === 'L5' ? OVER_L3[level] : 1);
}

/** Linear law in density, continued below 60 mg/cm³ by the power law of equal value and slope. */
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
