/** Thin curved plates of bone: blades and wings. Signed distances, mm. */
import { add, clamp, cross, dot, FAR_MM, normalise, type Point, type Solid, subtract } from './primitives.ts';
import { splinePoint } from './sweeps.ts';

export interface Plate {
  readonly origin: Point;
  /** Axes of the flat chart on which the plate is drawn; the third points to its outer face. */
  readonly u: Point;
  readonly v: Point;
  /** Corners u, v of the outline, joined by a smooth closed curve. */
  readonly outline: readonly (readonly number[])[];
  /** u, v; height of the plate's middle over the chart; half its thickness. Spread smoothly in between. */
  readonly relief: readonly (readonly number[])[];
}

const GRID_MM = 1;
const MARGIN_MM = 14;

export function plate({ origin, u, v, outline, relief }: Plate): Solid {
  const uAxis = normalise(u);
  const vAxis = normalise(add(v, uAxis, -dot(v, uAxis)));
  const wAxis = cross(uAxis, vAxis);
  const rim = smoothOutline(outline);
  const low = [0, 1].map((k) => Math.min(...rim.map((p) => p[k]!)) - MARGIN_MM) as [number, number];
  const high = [0, 1].map((k) => Math.max(...rim.map((p) => p[k]!)) + MARGIN_MM) as [number, number];
  const height = thinPlateSpline(relief.map(([a, b, w]) => [a!, b!, w!]));
  const thickness = thinPlateSpline(relief.map(([a, b, , t]) => [a!, b!, t!]));
  const thinnest = Math.min(...relief.map((row) => row[3]!)) * 0.9;
  const thickest = Math.max(...relief.map((row) => row[3]!)) * 1.1;
  const edge = tabulated(low, high, (a, b) => outlineDistance(rim, a, b));
  const middle = tabulated(low, high, height);
  const half = tabulated(low, high, (a, b) => clamp(thickness(a, b), thinnest, thickest));
  const slope = tabulated(low, high, (a, b) => {
    const du = (height(a + 1, b) - height(a - 1, b)) / 2;
    const dv = (height(a, b + 1) - height(a, b - 1)) / 2;
    return 1 / Math.sqrt(1 + du * du + dv * dv);
  });
  const lowest = Math.min(...relief.map((row) => row[2]!)) - thickest - 8;
  const highest = Math.max(...relief.map((row) => row[2]!)) + thickest + 8;
  return (px, py, pz) => {
    const x = px - origin[0];
    const y = py - origin[1];
    const z = pz - origin[2];
    const a = x * uAxis[0] + y * uAxis[1] + z * uAxis[2];
    const b = x * vAxis[0] + y * vAxis[1] + z * vAxis[2];
    const w = x * wAxis[0] + y * wAxis[1] + z * wAxis[2];
    const box = Math.max(low[0] - a, a - high[0], low[1] - b, b - high[1], lowest - w, w - highest);
    if (box > 0) return box + FAR_MM * 0.6;
    const t = half(a, b);
    const off = (w - middle(a, b)) * slope(a, b);
    const outside = Math.max(edge(a, b) + t, 0);
    return Math.sqrt(outside * outside + off * off) - t;
  };
}

function smoothOutline(corners: readonly (readonly number[])[]): (readonly [number, number])[] {
  const n = corners.length;
  const flat = (i: number): Point => [corners[(i + n) % n]![0]!, corners[(i + n) % n]![1]!, 0];
  return corners.flatMap((_, i) => {
    const four = [flat(i - 1), flat(i), flat(i + 1), flat(i + 2)];
    const steps = Math.max(2, Math.ceil(Math.hypot(...subtract(four[2]!, four[1]!)) / 2));
    return Array.from({ length: steps }, (__, k): readonly [number, number] => {
      const [x, y] = splinePoint(four, 1, k / steps);
      return [x, y];
    });
  });
}

/** I. Quilez, https://iquilezles.org/articles/distfunctions2d/ */
function outlineDistance(rim: readonly (readonly [number, number])[], x: number, y: number): number {
  let nearest = Number.POSITIVE_INFINITY;
  let sign = 1;
  for (let i = 0, j = rim.length - 1; i < rim.length; j = i++) {
    const [ax, ay] = rim[i]!;
    const [bx, by] = rim[j]!;
    const [ex, ey, wx, wy] = [bx - ax, by - ay, x - ax, y - ay];
    const t = clamp((wx * ex + wy * ey) / (ex * ex + ey * ey), 0, 1);
    nearest = Math.min(nearest, (wx - ex * t) ** 2 + (wy - ey * t) ** 2);
    const [above, below, isLeft] = [y >= ay, y < by, ex * wy > ey * wx];
    if ((above && below && isLeft) || (!above && !below && !isLeft)) sign = -sign;
  }
  return sign * Math.sqrt(nearest);
}

type Field = (a: number, b: number) => number;

/** The smoothest surface through given heights: F. L. Bookstein, IEEE PAMI 11:567, 1989. */
function thinPlateSpline(points: readonly (readonly [number, number, number])[]): Field {
  const n = points.length;
  const kernel = (r2: number): number => (r2 > 0 ? r2 * Math.log(r2) : 0);
  const matrix = points.map(([a, b, w], i) => [
    ...points.map(([c, d], j) => (i === j ? 0 : kernel((a - c) ** 2 + (b - d) ** 2))),
    1,
    a,
    b,
    w,
  ]);
  for (const k of [0, 1, 2]) {
    matrix.push([...points.map(([a, b]) => [1, a, b][k]!), 0, 0, 0, 0]);
  }
  const weights = solved(matrix);
  return (a, b) => {
    let w = weights[n]! + weights[n + 1]! * a + weights[n + 2]! * b;
    for (let i = 0; i < n; i++) {
      const [c, d] = points[i]!;
      w += weights[i]! * kernel((a - c) ** 2 + (b - d) ** 2);
    }
    return w;
  };
}

/** Gaussian elimination with pivoting; the last column is the right-hand side. */
export function solved(matrix: number[][]): number[] {
  const n = matrix.length;
  for (let c = 0; c < n; c++) {
    let pivot = c;
    for (let r = c + 1; r < n; r++) if (Math.abs(matrix[r]![c]!) > Math.abs(matrix[pivot]![c]!)) pivot = r;
    [matrix[c], matrix[pivot]] = [matrix[pivot]!, matrix[c]!];
    const head = matrix[c]!;
    for (let r = 0; r < n; r++) {
      if (r === c) continue;
      const row = matrix[r]!;
      const factor = row[c]! / head[c]!;
      for (let k = c; k <= n; k++) row[k] = row[k]! - factor * head[k]!;
    }
  }
  return matrix.map((row, i) => row[n]! / row[i]!);
}

/** Field read from a grid, bilinear between its points. */
function tabulated(low: readonly [number, number], high: readonly [number, number], field: Field): Field {
  const columns = Math.ceil((high[0] - low[0]) / GRID_MM) + 2;
  const rows = Math.ceil((high[1] - low[1]) / GRID_MM) + 2;
  const values = new Float64Array(columns * rows);
  for (let j = 0; j < rows; j++)
    for (let i = 0; i < columns; i++)
      values[j * columns + i] = field(low[0] + i * GRID_MM, low[1] + j * GRID_MM);
  return (a, b) => {
    const x = (a - low[0]) / GRID_MM;
    const y = (b - low[1]) / GRID_MM;
    const i = Math.floor(x);
    const j = Math.floor(y);
    const at = j * columns + i;
    const [s, t] = [x - i, y - j];
    const below = values[at]! * (1 - s) + values[at + 1]! * s;
    const above = values[at + columns]! * (1 - s) + values[at + columns + 1]! * s;
    return below * (1 - t) + above * t;
  };
}
