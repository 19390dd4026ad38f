import { LEVELS, type Level } from '../../core/anatomy/levels.ts';
import {
  distanceMm,
  type Morphometry,
  measurePoints,
  type PixelSize,
  type Point,
  type SixPoints,
} from '../../core/imaging/exams/sixPoints.ts';
import type { ExamAnswer, PageImage } from '../../runtime/imaging/examAnswer.ts';

/** Points that each measurement needs. */
export const POINTS = { six: 6, angle: 4, length: 2, probe: 1 } as const;
export type MeasureKind = keyof typeof POINTS;

/** Measurement by a reader: complete when it has its points, pixels. */
export interface Measure {
  readonly kind: MeasureKind;
  readonly points: readonly Point[];
}
export type Measures = readonly Measure[];

export const isComplete = ({ kind, points }: Measure): boolean => points.length === POINTS[kind];

/** Adds a point to the measurement that is not complete, or begins one. */
export function addPoint(measures: Measures, kind: MeasureKind, point: Point): Measures {
  const last = measures.at(-1);
  if (last && last.kind === kind && !isComplete(last))
    return [...measures.slice(0, -1), { kind, points: [...last.points, point] }];
  return [...measures.filter(isComplete), { kind, points: [point] }];
}

export const movePoint = (measures: Measures, measure: number, index: number, to: Point): Measures =>
  measures.map((one, m) =>
    m === measure ? { ...one, points: one.points.map((point, i) => (i === index ? to : point)) } : one,
  );

/** The point to come: its place in its measurement, and that one's in the list. */
export function findNext(
  measures: Measures,
  kind: MeasureKind,
): { readonly index: number; readonly measure: number } {
  const last = measures.at(-1);
  return last && last.kind === kind && !isComplete(last)
    ? { index: last.points.length, measure: measures.length - 1 }
    : { index: 0, measure: measures.filter(isComplete).length };
}

const middleOf = (points: readonly Point[]): Point => [
  points.reduce((sum, [u]) => sum + u, 0) / points.length,
  points.reduce((sum, [, v]) => sum + v, 0) / points.length,
];

const away = ([u, v]: Point, [s, t]: Point): number => Math.hypot(u - s, v - t);

/** Vertebra on which points lie. */
export function findLevel(points: readonly Point[], { names }: ExamAnswer['marks']): Level | null {
  const middle = middleOf(points);
  let best: Level | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const { level, at } of names) {
    const distance = away(middle, at);
    if (distance < least) [best, least] = [level, distance];
  }
  return best;
}

export const asSix = (points: readonly Point[]): SixPoints =>
  ({ upper: points.slice(0, 3), lower: points.slice(3, 6) }) as unknown as SixPoints;

export interface SixResult {
  readonly level: Level;
  readonly own: Morphometry;
  readonly true: Morphometry;
}

/** A reader's six points and the model's own, on the same image. */
export function measureSix(points: readonly Point[], answer: ExamAnswer): SixResult | null {
  const level = findLevel(points, answer.marks);
  const truth = level && answer.marks.points[level];
  if (!level || !truth) return null;
  const grown = answer.grownMm[LEVELS.indexOf(level)]!;
  return {
    level,
    own: measurePoints(asSix(points), answer.image, grown),
    true: measurePoints(truth, answer.image, grown),
  };
}

/** Direction of a line on the image, degrees. */
const directionOf = ([u, v]: Point, [s, t]: Point, { columnMm, rowMm }: PixelSize): number =>
  (Math.atan2((t - v) * rowMm, (s - u) * columnMm) * 180) / Math.PI;

/** Angle between two lines, 0 … 90°. */
function between(a: number, b: number): number {
  const turned = (((a - b) % 180) + 180) % 180;
  return Math.min(turned, 180 - turned);
}

export const measureAngle = ([a, b, c, d]: readonly Point[], size: PixelSize): number =>
  between(directionOf(a!, b!, size), directionOf(c!, d!, size));

export interface Plate {
  readonly level: Level;
  readonly side: 'upper' | 'lower';
}

/** The end plate on which a line was laid. */
function findPlate(line: readonly Point[], { points }: ExamAnswer['marks']): Plate | null {
  const middle = middleOf(line);
  let best: Plate | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const [level, six] of Object.entries(points))
    for (const side of ['upper', 'lower'] as const) {
      const distance = away(middle, six![side][1]);
      if (distance < least) [best, least] = [{ level: level as Level, side }, distance];
    }
  return best;
}

export interface AngleTruth {
  readonly plates: readonly [Plate, Plate];
  readonly deg: number;
}

/** Angle that the model has between the end plates on which the two lines were laid. */
export function findAngleTruth(points: readonly Point[], { marks, image }: ExamAnswer): AngleTruth | null {
  const first = findPlate(points.slice(0, 2), marks);
  const second = findPlate(points.slice(2, 4), marks);
  if (!first || !second) return null;
  const lineOf = ({ level, side }: Plate) => {
    const [front, , back] = marks.points[level]![side];
    return directionOf(back, front, image);
  };
  return { plates: [first, second], deg: between(lineOf(first), lineOf(second)) };
}

export const measureLength = ([a, b]: readonly Point[], size: PixelSize): number => distanceMm(a!, b!, size);

/** Radius of a probe, mm. */
const PROBE_MM = 4;

export interface ProbeResult {
  readonly mean: number;
  readonly sd: number;
}

/** Mean and standard deviation of what the image holds round a point. */
export function probe([point]: readonly Point[], image: PageImage): ProbeResult | null {
  const [u, v] = point!;
  const reach = PROBE_MM / image.columnMm;
  let count = 0;
  let sum = 0;
  let squares = 0;
  for (let row = Math.ceil(v - reach); row <= v + reach; row++)
    for (let column = Math.ceil(u - reach); column <= u + reach; column++) {
      if (away([column, row], point!) > reach) continue;
      if (row < 0 || column < 0 || row >= image.rows || column >= image.columns) continue;
      const value = image.values[row * image.columns + column]!;
      count++;
      sum += value;
      squares += value * value;
    }
  if (count === 0) return null;
  const mean = sum / count;
  return { mean, sd: Math.sqrt(Math.max(0, squares / count - mean * mean)) };
}
export const probeRadius = ({ columnMm }: PixelSize): number => PROBE_MM / columnMm;
