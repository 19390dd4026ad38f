import { Matrix4, Vector3 } from 'three';
import { SECTION_LAYERS, SECTION_RASTER, type SectionSnapshot } from '../../core/simulation/results/trace.ts';

/** Dimensions of a body as `writeBoneSizes` writes them, m. */
export interface BodySize {
  /** Half depth, height, half width, rise of the upper plate per metre forwards. */
  readonly size: ArrayLike<number>;
  /** Half depths of the lower and the upper plate at 0 and 2. */
  readonly rim: ArrayLike<number>;
}

/** Points along a plate, and along a wall. */
const ALONG = 12;
/** Depth of the waist of a wall, as a fraction of the half depth. */
const WAIST = 0.07;
const CELLS = SECTION_RASTER * SECTION_RASTER;

/** Shortening of a body in its middle plane, at x as a fraction of its half depth, m. */
export function calcShorteningM({ crushMm }: SectionSnapshot, x: number): number {
  const place = Math.min(SECTION_RASTER - 1, Math.max(0, ((x + 1) / 2) * SECTION_RASTER - 0.5));
  const from = Math.min(SECTION_RASTER - 2, Math.floor(place));
  const between = place - from;
  const row = (SECTION_RASTER / 2) * SECTION_RASTER;
  let mm = 0;
  for (let layer = 0; layer < SECTION_LAYERS; layer++) {
    const at = layer * CELLS + row + from;
    mm += crushMm[at]! * (1 - between) + crushMm[at + 1]! * between;
  }
  return mm / 1000;
}

/** Height of a plate's point above the body's centre, m. @param side −1 lower, 1 upper */
export const calcPlateM = ({ size }: BodySize, section: SectionSnapshot, side: 1 | -1, x: number): number =>
  side * (size[1]! / 2 + size[3]! * x * size[0]! - calcShorteningM(section, x) / 2);

/** Outline of a body in its middle plane, in its own frame, m: round it once, and closed. */
export function calcOutline(body: BodySize, section: SectionSnapshot): [number, number, number][] {
  const { rim } = body;
  const points: [number, number, number][] = [];
  const plate = (side: 1 | -1, x: number) => {
    const halfM = side < 0 ? rim[0]! : rim[2]!;
    points.push([x * halfM, calcPlateM(body, section, side, x), 0]);
  };
  const wall = (x: 1 | -1, from: 1 | -1) => {
    const [a, b] = [from, -from as 1 | -1].map((side) => ({
      x: x * (side < 0 ? rim[0]! : rim[2]!),
      y: calcPlateM(body, section, side as 1 | -1, x),
    }));
    for (let n = 1; n < ALONG; n++) {
      const t = n / ALONG;
      const waist = 1 - WAIST * 4 * t * (1 - t);
      points.push([(a!.x + (b!.x - a!.x) * t) * waist, a!.y + (b!.y - a!.y) * t, 0]);
    }
  };
  for (let n = 0; n <= ALONG; n++) plate(1, (2 * n) / ALONG - 1);
  wall(1, 1);
  for (let n = 0; n <= ALONG; n++) plate(-1, 1 - (2 * n) / ALONG);
  wall(-1, -1);
  points.push([...points[0]!]);
  return points;
}

const turn = new Matrix4();
const pivot = new Vector3();

/**
 * Way from a body's former shape into its present frame, where both stand on the same lower plate: of what is lost, that plate takes
 * half.
 */
export function writeRegistration(
  { size }: BodySize,
  before: SectionSnapshot,
  now: SectionSnapshot,
  out: Matrix4,
): void {
  const half = size[1]! / 2;
  out.makeRotationZ((now.wedgeRad - before.wedgeRad) / 2);
  pivot.set(0, -half, 0).applyMatrix4(out);
  const risenM = (calcShorteningM(now, 0) - calcShorteningM(before, 0)) / 2;
  turn.makeTranslation(-pivot.x, -half - pivot.y + risenM, 0);
  out.premultiply(turn);
}

/** Section of a level at a time, s: the last that has been noted. */
export function findSection(sections: readonly SectionSnapshot[], timeS: number): SectionSnapshot {
  let at = sections.length - 1;
  while (at > 0 && sections[at]!.timeS > timeS) at--;
  return sections[at]!;
}
