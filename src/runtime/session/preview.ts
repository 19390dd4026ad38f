import { LEVEL_COUNT } from '../../core/anatomy/levels.ts';
import type { BoneTable } from '../../core/simulation/run.ts';
import type { SessionState } from './session.ts';

/** One of a table's columns for a level at a T-score between its rows. */
function interpolate({ tScores }: BoneTable, column: Float64Array, tScore: number, level: number): number {
  let row = 0;
  while (row < tScores.length - 2 && tScores[row + 1]! < tScore) row++;
  const share = (tScore - tScores[row]!) / (tScores[row + 1]! - tScores[row]!);
  const at = (r: number) => column[r * LEVEL_COUNT + level]!;
  return at(row) + (at(row + 1) - at(row)) * Math.min(1, Math.max(0, share));
}

/** Strength of a level with the density under the finger, over its strength as computed; 1 while nothing is dragged. */
export function calcStrengthChange({ previewTScore, bones, shown }: SessionState, level: number): number {
  if (previewTScore === null || !bones || !shown) return 1;
  const { tScore } = shown.scenario.patient;
  const strengthAt = (t: number) => interpolate(bones, bones.centralStrengthN, t, level);
  return strengthAt(previewTScore) / strengthAt(tScore);
}

/** Density of every level's trabecular bone (mg/cm³) and its shell (mm), as computed or with the density under the finger. */
export function writeInside(
  { previewTScore, shown }: SessionState,
  bones: BoneTable,
  densityMgPerCm3: Float32Array,
  shellMm: Float32Array,
): void {
  const tScore = previewTScore ?? shown!.scenario.patient.tScore;
  for (let level = 0; level < LEVEL_COUNT; level++) {
    densityMgPerCm3[level] = interpolate(bones, bones.densityMgPerCm3, tScore, level);
    shellMm[level] = interpolate(bones, bones.shellMm, tScore, level);
  }
}
