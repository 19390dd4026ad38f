import type { Point } from '../../core/imaging/exams/sixPoints.ts';
import type { ExamAnswer } from '../../runtime/imaging/examAnswer.ts';

type Triple = readonly [number, number, number];
const dot = (a: Triple, b: Triple): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

/** Where one slice's plane cuts another's image: the ends of the line, pixels; null where they are parallel. */
export function calcCrossLine(
  cutting: NonNullable<ExamAnswer['plane']>,
  { plane, image }: Pick<ExamAnswer, 'plane' | 'image'>,
): readonly [Point, Point] | null {
  if (!plane) return null;
  const [a, b] = [cutting.right, cutting.down];
  const normal: Triple = [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
  const away: Triple = [
    plane.first[0] - cutting.first[0],
    plane.first[1] - cutting.first[1],
    plane.first[2] - cutting.first[2],
  ];
  // alongColumns × column + alongRows × row + constant = 0
  const alongColumns = dot(normal, plane.right) * plane.pixelMm;
  const alongRows = dot(normal, plane.down) * plane.pixelMm;
  const constant = dot(normal, away);
  if (Math.abs(alongColumns) < 1e-6 && Math.abs(alongRows) < 1e-6) return null;
  if (Math.abs(alongRows) >= Math.abs(alongColumns)) {
    const rowAt = (column: number) => -(constant + alongColumns * column) / alongRows;
    return [
      [0, rowAt(0)],
      [image.columns - 1, rowAt(image.columns - 1)],
    ];
  }
  const columnAt = (row: number) => -(constant + alongRows * row) / alongColumns;
  return [
    [columnAt(0), 0],
    [columnAt(image.rows - 1), image.rows - 1],
  ];
}
