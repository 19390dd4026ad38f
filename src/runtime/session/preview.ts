import { LEVEL_COUNT, levelIndex } from '../../core/anatomy/levels.ts';
import type { BoneTable } from '../../core/simulation/boneTable.ts';
import type { SessionState } from './session.ts';

/** Value of a column of the table for a level, interpolated in the T-score. */
function interpolate({ tScores }: BoneTable, column: Float64Array, tScore: number, level: number): number {
  let row = 0;
  while (row < tScores.length - 2 && tScores[row + 1]! < tScore) row++;
  const t = (tScore - tScores[row]!) / (tScores[row + 1]! - tScores[row]!);
  const at = (r: number) => column[r * LEVEL_COUNT + level]!;
  return at(row) + (at(row + 1) - at(row)) * Math.min(1, Math.max(0, t));
}

/** Strength of a level at the density being dragged, over its computed strength; 1 while nothing is dragged. */
export function calcStrengthChange({ previewTScore, bones, shown }: SessionState, level: number): number {
  if (previewTScore === null || !bones || !shown) return 1;
  const { tScore } = shown.scenario.patient;
  const strengthAt = (t: number) => interpolate(bones, bones.centralStrengthN, t, level);
  return strengthAt(previewTScore) / strengthAt(tScore);
}

/** Mean trabecular density of L1 … L4 between which the fragility tint rises, mg/cm³: those of T-scores of about 0 and −4.5. */
const DENSE_MG_PER_CM3 = 150;
const FRAGILE_MG_PER_CM3 = 34;

/** Fragility tint for these densities: 0 as in a young adult, 1 in the weakest bone. */
export function calcFragility(densityMgPerCm3: Float32Array): number {
  const lumbar = densityMgPerCm3.subarray(levelIndex('L1'), levelIndex('L4') + 1);
  const mean = lumbar.reduce((sum, density) => sum + density, 0) / lumbar.length;
  return Math.min(1, Math.max(0, (DENSE_MG_PER_CM3 - mean) / (DENSE_MG_PER_CM3 - FRAGILE_MG_PER_CM3)));
}

/** Trabecular density (mg/cm³) and shell thickness (mm) of every level, as computed or at the density being dragged. */
export function writeInside(
  { previewTScore, bones, shown }: SessionState,
  densityMgPerCm3: Float32Array,
  shellMm: Float32Array,
): void {
  const { bone } = shown!.run.condition;
  for (let level = 0; level < LEVEL_COUNT; level++) {
    const asComputed = previewTScore === null || !bones;
    densityMgPerCm3[level] = asComputed
      ? bone[level]!.densityMgPerCm3
      : interpolate(bones, bones.densityMgPerCm3, previewTScore, level);
    shellMm[level] = asComputed
      ? bone[level]!.shellMm
      : interpolate(bones, bones.shellMm, previewTScore, level);
  }
}
