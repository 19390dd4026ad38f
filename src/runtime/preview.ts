import { LEVEL_COUNT } from '../core/anatomy/levels.ts';
import type { StrengthTable } from '../core/simulation/run.ts';
import type { SessionState } from './session.ts';

/** Central strength of a level at a T-score, from the table, N. */
function calcStrength(table: StrengthTable, tScore: number, level: number): number {
  const { tScores, centralStrengthN } = table;
  const descending = tScores[0]! > tScores[tScores.length - 1]!;
  let row = 0;
  while (row < tScores.length - 2 && (descending ? tScores[row + 1]! > tScore : tScores[row + 1]! < tScore))
    row++;
  const share = (tScore - tScores[row]!) / (tScores[row + 1]! - tScores[row]!);
  const at = (r: number) => centralStrengthN[r * LEVEL_COUNT + level]!;
  return at(row) + (at(row + 1) - at(row)) * Math.min(1, Math.max(0, share));
}

/** Strength of a level with the density under the finger, over its strength as computed; 1 while nothing is dragged. */
export function calcStrengthChange({ previewTScore, strengths, shown }: SessionState, level: number): number {
  if (previewTScore === null || !strengths || !shown) return 1;
  const { tScore } = shown.scenario.patient;
  return calcStrength(strengths, previewTScore, level) / calcStrength(strengths, tScore, level);
}
