import { LEVELS, type Level, levelIndex } from '../../anatomy/levels.ts';
import { REFERENCE_VERTEBRAE } from '../../anatomy/vertebrae.ts';
import { calcFractureShape, calcGenantGrade } from '../../simulation/results/heights.ts';
import type { FractureShape } from '../../simulation/results/records.ts';
import { distanceMm, type PixelSize, type SixPoints } from './sixPoints.ts';

/** What a reader's six points on a film of her own say of a body. */
export interface OwnBody {
  readonly level: Level;
  /** Front, middle and back height, in the film's unit. */
  readonly heights: readonly [number, number, number];
  /** Loss of each, % of what the neighbours and its own back let expect; below 0 where it is higher. */
  readonly lossPercent: readonly [number, number, number];
  readonly genantGrade: 0 | 1 | 2 | 3;
  readonly shape: FractureShape;
}

const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
};

/**
 * Grades bodies that follow one another on a film whose scale may be unknown. A body's grown heights are those of the reference adult at
 * its level times a scale: that of its own back, or the median of all bodies where its back is lower than that. So a crush shows only
 * beside bodies that are whole.
 */
export function gradeOwnFilm(bodies: readonly SixPoints[], top: Level, size: PixelSize): readonly OwnBody[] {
  const first = levelIndex(top);
  const measured = bodies.slice(0, LEVELS.length - first).map((six, n) => {
    const { anteriorHeightMm, posteriorHeightMm } = REFERENCE_VERTEBRAE[first + n]!;
    const heights = six.upper.map((point, i) => distanceMm(point, six.lower[i]!, size)) as [
      number,
      number,
      number,
    ];
    const grown = [anteriorHeightMm, (anteriorHeightMm + posteriorHeightMm) / 2, posteriorHeightMm] as const;
    return { level: LEVELS[first + n]!, heights, grown, back: heights[2] / posteriorHeightMm };
  });
  const usual = median(
    measured.map(({ heights, grown }) => Math.max(...heights.map((h, i) => h / grown[i]!))),
  );
  return measured.map(({ level, heights, grown, back }) => {
    const scale = Math.max(back, usual);
    const [front, middle, rear] = heights.map((height, i) => 100 * (1 - height / (grown[i]! * scale))) as [
      number,
      number,
      number,
    ];
    const losses = { anteriorLossPercent: front, middleLossPercent: middle, posteriorLossPercent: rear };
    return {
      level,
      heights,
      lossPercent: [front, middle, rear] as const,
      genantGrade: calcGenantGrade(losses),
      shape: calcFractureShape(losses),
    };
  });
}
