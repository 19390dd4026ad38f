import { atan2 } from '../../math/transcendental.ts';
import { degrees } from '../../quantity/units.ts';
import { calcGenantGrade } from '../../simulation/results/heights.ts';

/** Place on an image: column and row, in pixels. */
export type Point = readonly [number, number];

/** Size of an image's pixels, mm in the plane through the spine. */
export interface PixelSize {
  readonly columnMm: number;
  readonly rowMm: number;
}

/** The six points of a body seen from the side: front, middle and back of its upper and of its lower end plate. */
export interface SixPoints {
  readonly upper: readonly [Point, Point, Point];
  readonly lower: readonly [Point, Point, Point];
}

export interface Morphometry {
  readonly anteriorMm: number;
  readonly middleMm: number;
  readonly posteriorMm: number;
  readonly genantGrade: 0 | 1 | 2 | 3;
  /** Angle between the end plates, + = front lower. */
  readonly wedgeDeg: number;
}

/** Tilt of a plate on the image, rad: + = its front stands higher. */
export const tiltOf = ([front, , back]: SixPoints['upper'], { columnMm, rowMm }: PixelSize): number =>
  atan2((back[1] - front[1]) * rowMm, (back[0] - front[0]) * columnMm);

export const distanceMm = ([u, v]: Point, [s, t]: Point, { columnMm, rowMm }: PixelSize): number => {
  const du = (u - s) * columnMm;
  const dv = (v - t) * rowMm;
  return Math.sqrt(du * du + dv * dv);
};

/** What a reader measures between six points. @param grownMm the same person's front and back height before any fracture, mm */
export function measurePoints(
  points: SixPoints,
  size: PixelSize,
  [anterior, posterior]: readonly [number, number],
): Morphometry {
  const [anteriorMm, middleMm, posteriorMm] = points.upper.map((point, n) =>
    distanceMm(point, points.lower[n]!, size),
  ) as [number, number, number];
  const lose = (grown: number, now: number) => (100 * (grown - now)) / grown;
  return {
    anteriorMm,
    middleMm,
    posteriorMm,
    genantGrade: calcGenantGrade({
      anteriorLossPercent: lose(anterior, anteriorMm),
      middleLossPercent: lose((anterior + posterior) / 2, middleMm),
      posteriorLossPercent: lose(posterior, posteriorMm),
    }),
    wedgeDeg: degrees(tiltOf(points.lower, size) - tiltOf(points.upper, size)),
  };
}
