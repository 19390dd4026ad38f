/**
 * Signed distances (mm, negative inside) and the ways to combine them. Points are passed as three numbers, not as
 * an array, because a bone is sampled about a million times.
 * Blends: the polynomial smooth minimum of I. Quilez, https://iquilezles.org/articles/smin/ (quadratic).
 */
export type Solid = (x: number, y: number, z: number) => number;
export type Point = readonly [x: number, y: number, z: number];

export const add = (a: Point, b: Point, scale = 1): Point => [
  a[0] + scale * b[0],
  a[1] + scale * b[1],
  a[2] + scale * b[2],
];
export const subtract = (a: Point, b: Point): Point => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
export const dot = (a: Point, b: Point): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
export const cross = (a: Point, b: Point): Point => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];
export const normalise = (a: Point): Point => add([0, 0, 0], a, 1 / Math.hypot(a[0], a[1], a[2]));
export const lerp = (a: number, b: number, t: number): number => a + (b - a) * t;
export const clamp = (value: number, low: number, high: number): number =>
  value < low ? low : Math.min(value, high);
export const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** 0 below `low`, 1 above `high`, smooth between. */
export function smoothStep(low: number, high: number, value: number): number {
  const t = clamp((value - low) / (high - low), 0, 1);
  return t * t * (3 - 2 * t);
}

/** The smaller of two distances, rounded over a width of about `blend` mm. */
export function smoothMin(a: number, b: number, blend: number): number {
  const h = blend - Math.abs(a - b);
  return h <= 0 ? Math.min(a, b) : Math.min(a, b) - (h * h) / (4 * blend);
}
export const smoothMax = (a: number, b: number, blend: number): number => -smoothMin(-a, -b, blend);

/** Union of all solids, each blended with those before it over `blend` mm. */
export const smoothUnion =
  (blend: number, ...solids: readonly Solid[]): Solid =>
  (x, y, z) => {
    let d = Number.POSITIVE_INFINITY;
    for (const solid of solids) d = smoothMin(d, solid(x, y, z), blend);
    return d;
  };

export const smoothSubtraction =
  (blend: number, from: Solid, ...holes: readonly Solid[]): Solid =>
  (x, y, z) => {
    let d = from(x, y, z);
    for (const hole of holes) d = smoothMax(d, -hole(x, y, z), blend);
    return d;
  };

export const smoothIntersection =
  (blend: number, a: Solid, b: Solid): Solid =>
  (x, y, z) =>
    smoothMax(a(x, y, z), b(x, y, z), blend);

/**
 * The right half, mirrored to the left. Within `crease` mm of the midline the fold is rounded off, so that a part
 * that crosses it makes no edge.
 */
export const mirrored =
  (right: Solid, crease = 0.8): Solid =>
  (x, y, z) =>
    right(x, y, Math.sqrt(z * z + crease * crease) - crease * Math.exp(-(z * z) / (4 * crease * crease)));

/** Distance beyond which no blend reaches, mm. */
export const FAR_MM = 9;

export interface Slab {
  readonly from: Point;
  readonly to: Point;
  /** Direction in which the cross-section is long; made perpendicular to the axis. */
  readonly side: Point;
  /** Half the cross-section's long side without its rounded ends, at `from` and at `to`. */
  readonly half: readonly [number, number];
  /** Half the thickness, and the rounding radius, at `from` and at `to`. */
  readonly radius: readonly [number, number];
}

/** A flat, tapering, rounded plate along an axis: the shape of most bony processes (half 0: a tapering rod). */
export function slab({ from, to, side, half, radius }: Slab): Solid {
  const along = subtract(to, from);
  const length = Math.hypot(...along);
  const axis = normalise(along);
  const wide = normalise(add(side, axis, -dot(side, axis)));
  const thin = cross(axis, wide);
  const centre = add(from, along, 0.5);
  const reach = length / 2 + Math.max(...half) + Math.max(...radius);
  return (px, py, pz) => {
    // far away, the distance to a ball round the slab is sufficient and much quicker
    const ball = Math.sqrt((px - centre[0]) ** 2 + (py - centre[1]) ** 2 + (pz - centre[2]) ** 2) - reach;
    if (ball > FAR_MM) return ball;
    const x = px - from[0];
    const y = py - from[1];
    const z = pz - from[2];
    const s = x * axis[0] + y * axis[1] + z * axis[2];
    const t = clamp(s / length, 0, 1);
    const u = Math.abs(x * wide[0] + y * wide[1] + z * wide[2]) - lerp(half[0], half[1], t);
    const v = x * thin[0] + y * thin[1] + z * thin[2];
    const beyond = s - t * length;
    const outside = Math.max(u, 0);
    return Math.sqrt(beyond * beyond + outside * outside + v * v) - lerp(radius[0], radius[1], t);
  };
}

/**
 * An upright plate in the midline, its outline a polygon of x, y, its half thickness given point by point; the edge
 * is rounded by that same thickness. Polygon distance: I. Quilez, https://iquilezles.org/articles/distfunctions2d/
 */
export function midlinePlate(
  outline: readonly (readonly [number, number])[],
  half: (x: number, y: number) => number,
): Solid {
  return (x, y, z) => {
    let nearest = Number.POSITIVE_INFINITY;
    let sign = 1;
    for (let i = 0, j = outline.length - 1; i < outline.length; j = i++) {
      const [ax, ay] = outline[i]!;
      const [bx, by] = outline[j]!;
      const ex = bx - ax;
      const ey = by - ay;
      const wx = x - ax;
      const wy = y - ay;
      const t = clamp((wx * ex + wy * ey) / (ex * ex + ey * ey), 0, 1);
      nearest = Math.min(nearest, (wx - ex * t) ** 2 + (wy - ey * t) ** 2);
      const [above, below, isLeft] = [y >= ay, y < by, ex * wy > ey * wx];
      if ((above && below && isLeft) || (!above && !below && !isLeft)) sign = -sign;
    }
    const outside = sign > 0 ? nearest : 0;
    return Math.sqrt(outside + z * z) - half(x, y);
  };
}

/** Ellipsoid with its axes along x, y, z (approximate distance, exact on the surface). */
export function ellipsoid(centre: Point, radii: Point): Solid {
  const smallest = Math.min(...radii);
  return (px, py, pz) => {
    const x = (px - centre[0]) / radii[0];
    const y = (py - centre[1]) / radii[1];
    const z = (pz - centre[2]) / radii[2];
    const k0 = Math.sqrt(x * x + y * y + z * z);
    const k1 = Math.sqrt((x / radii[0]) ** 2 + (y / radii[1]) ** 2 + (z / radii[2]) ** 2);
    return k1 < 1e-9 ? -smallest : (k0 * (k0 - 1)) / k1;
  };
}

/** Distance to |x/a|ⁿ + |z/b|ⁿ = 1 (to first order), for cross-sections between ellipse (2) and rectangle. */
export function superellipse(x: number, z: number, a: number, b: number, n: number): number {
  const X = Math.abs(x) / a;
  const Z = Math.abs(z) / b;
  const box = Math.max(Math.abs(x) - a, Math.abs(z) - b);
  if (box > FAR_MM) return box;
  const rho = (X ** n + Z ** n) ** (1 / n);
  if (rho < 0.05) return -Math.min(a, b) * 0.95;
  const gradient = Math.hypot((X / rho) ** (n - 1) / a, (Z / rho) ** (n - 1) / b);
  return (rho - 1) / gradient;
}
