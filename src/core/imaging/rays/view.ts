/** Triple of coordinates or of a direction: x anterior, y up, z right. */
export type Triple = readonly [number, number, number];

/**
 * Grid of rays. A pixel's centre lies on the plane through `origin`; lengths in mm there. Rays that spread come from the point
 * `sourceMm` before the plane; others are parallel.
 */
export interface View {
  /** Middle of the grid. */
  readonly origin: Triple;
  /** Directions of columns, rows and rays: unit vectors at right angles, right-handed in this order. */
  readonly right: Triple;
  readonly down: Triple;
  readonly forward: Triple;
  /** How far before the plane the rays begin; null: parallel rays. */
  readonly sourceMm: number | null;
  readonly columns: number;
  readonly rows: number;
  readonly columnMm: number;
  readonly rowMm: number;
}

export const dot = (a: Triple, b: Triple): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

/** A point a way along a direction. */
export const along = (from: Triple, way: Triple, by: number): Triple => [
  from[0] + by * way[0],
  from[1] + by * way[1],
  from[2] + by * way[2],
];

/** Where a point is seen: column and row, in pixels from the middle of the first one. */
export function project(view: View, point: Triple): readonly [number, number] {
  const { origin, right, down, forward, sourceMm, columns, rows, columnMm, rowMm } = view;
  const from: Triple = [point[0] - origin[0], point[1] - origin[1], point[2] - origin[2]];
  const spread = sourceMm === null ? 1 : sourceMm / (sourceMm + dot(from, forward));
  return [
    (dot(from, right) * spread) / columnMm + (columns - 1) / 2,
    (dot(from, down) * spread) / rowMm + (rows - 1) / 2,
  ];
}
