import { LEVELS, type Level, levelIndex } from '../../src/core/anatomy/levels.ts';
import type { Life } from '../../src/core/simulation/cohort/life.ts';
import { drawBars } from './report/figure.ts';
import { compare, type PublishedRow } from './report/row.ts';
import { calcTotalVariation } from './report/statistics.ts';

/** Share of fractures at T4 … L5, %. */
const WEIGHTS = [2, 3, 5, 7, 8, 6, 5, 8, 16, 17, 9, 6, 5, 3];
const COUNTED: readonly Level[] = LEVELS.slice(levelIndex('T4'));
const MAX_DISTANCE = 0.15;

const UPPER = 'upper peak: greatest of T4–T10';
const LOWER = 'lower peak: greatest of T11–L5';

/** Shares of a cohort's hazards at T4 … L5, %. */
function calcShares(lives: readonly Life[]): number[] {
  const sums = COUNTED.map((level) =>
    lives.reduce((sum, life) => sum + life.firstYearRisk[levelIndex(level)]!, 0),
  );
  const total = sums.reduce((sum, value) => sum + value, 0);
  return sums.map((value) => (100 * value) / total);
}

/** Place of the greatest share between two levels, counted as T1 = 1 … T12 = 12, L1 = 13 … */
function findPeak(shares: readonly number[], from: Level, to: Level): number {
  const first = COUNTED.indexOf(from);
  const part = shares.slice(first, COUNTED.indexOf(to) + 1);
  return levelIndex(COUNTED[first + part.indexOf(Math.max(...part))]!) + 1;
}

/** Which level breaks. */
export const V4: PublishedRow = {
  id: 'V4',
  title: 'Which level breaks',
  sources: ['level-weights'],
  gates: [UPPER, LOWER],
  text: `Virtual women over 60 live with daily acts (\`models/dailyLife.json\`). For each who has come through a year unbroken, the probability that a first fracture comes within the next and is at a given level, mean over the scatter of strength and summed over the women, no chance in it; against the
share of each level in surveys and clinical series (a blend; recalled). Gated are the two peaks, T7–T8 and T12–L1, as the number of the level of the greatest share (T1 = 1, T12 = 12, L1 = 13); the total variation distance (at most 0.15) is not. The row calibrated nothing.`,
  failures: {},
  needsCohort: true,
  compute(_, lives) {
    const shares = calcShares(lives);
    const of = (quantity: string, unit: string) => ({ id: 'V4', quantity, unit, calibrated: false });
    return {
      comparisons: [
        compare(of(UPPER, 'level'), findPeak(shares, 'T4', 'T10'), 7.5, 0.5),
        compare(of(LOWER, 'level'), findPeak(shares, 'T11', 'L5'), 12.5, 0.5),
        compare(of('total variation distance', ''), calcTotalVariation(shares, WEIGHTS), 0, MAX_DISTANCE),
      ],
      notComputed: [],
      draw: () =>
        drawBars(
          COUNTED.map((label, n) => ({ label, model: shares[n]!, published: WEIGHTS[n]! })),
          'share of first fractures, %',
        ),
    };
  },
};
