import imaging from '../../../../models/imaging.json' with { type: 'json' };
import { clamp } from '../../math/scalar.ts';
import type { DxaLevel } from './dxaScan.ts';

const { young, levelMean, decades, byAge } = imaging.dxa;
type Sex = keyof typeof young;

/** Areal density of young adults, g/cm² (source hologic-young), of a level or of L1–L4. */
export const calcYoungMean = (sex: Sex, level: DxaLevel | null): number =>
  level === null ? young[sex].mean : (levelMean[level] * young[sex].mean) / young.female.mean;

export const calcTScoreOf = (sex: Sex, level: DxaLevel | null, gPerCm2: number): number =>
  (gPerCm2 - calcYoungMean(sex, level)) / young[sex].sd;

export const calcDensityOf = (sex: Sex, level: DxaLevel | null, tScore: number): number =>
  calcYoungMean(sex, level) + tScore * young[sex].sd;

/** Mean and standard deviation at an age, linear between the decades' middles (source nhanes-spine). */
export function calcAgeReference(sex: Sex, ageYears: number): { mean: number; sd: number } {
  const age = clamp(ageYears, decades[0]!, decades.at(-1)!);
  let n = 0;
  while (n < decades.length - 2 && age > decades[n + 1]!) n++;
  const t = (age - decades[n]!) / (decades[n + 1]! - decades[n]!);
  const at = (values: readonly number[]) => values[n]! + t * (values[n + 1]! - values[n]!);
  return { mean: at(byAge[sex].mean), sd: at(byAge[sex].sd) };
}

/** Z-score; a level's reference is that of L1–L4 times the level's share in the young. */
export function calcZScore(sex: Sex, level: DxaLevel | null, ageYears: number, gPerCm2: number): number {
  const { mean, sd } = calcAgeReference(sex, ageYears);
  const share = calcYoungMean(sex, level) / young[sex].mean;
  return (gPerCm2 - mean * share) / sd;
}
