/** Section swept along a curve: ribs, clavicles, rami, arches. Signed distances, mm. */
import {
  add,
  cross,
  dot,
  FAR_MM,
  lerp,
  normalise,
  type Point,
  type Solid,
  smoothMax,
  subtract,
  superellipse,
} from './primitives.ts';

/** Section where the curve passes `at`: half its long and its short side, and the direction of the long one. */
export interface Station {
  readonly at: Point;
  readonly wideMm: number;
  readonly thinMm: number;
  /** Made perpendicular to the curve. */
  readonly side: Point;
}

export interface SweepOptions {
  /** Exponent of the section: 2 an ellipse, more towards a rectangle. */
  readonly squareness?: number;
  /** Whether the ends are cut off perpendicular to the curve; rounded otherwise. */
  readonly cut?: readonly [start: boolean, end: boolean];
}

interface Sample extends Station {
  readonly along: Point;
  readonly across: Point;
}

const SPACING_MM = 2.5;
/** Number of samples from an end that its cut may reach, and rounding of the cut's edge. */
const CUT_SAMPLES = 3;
const CUT_EDGE_MM = 1.5;
/** Side of the cells that list the samples near them, mm. */
const CELL_MM = 8;

/** Centripetal Catmull–Rom through the stations' points; E. Catmull and R. Rom 1974, with the knots of P. Yuksel 2011. */
export function splinePoint(points: readonly Point[], i: number, t: number): Point {
  const p1 = points[i]!;
  const p2 = points[i + 1]!;
  const p0 = points[i - 1] ?? add(p1, subtract(p1, p2));
  const p3 = points[i + 2] ?? add(p2, subtract(p2, p1));
  const knot = (a: Point, b: Point): number => Math.sqrt(Math.hypot(...subtract(b, a)));
  const t1 = knot(p0, p1);
  const t2 = t1 + knot(p1, p2);
  const t3 = t2 + knot(p2, p3);
  const s = lerp(t1, t2, t);
  const mix = (a: Point, b: Point, from: number, to: number): Point => {
    const fraction = (s - from) / (to - from);
    return add(add([0, 0, 0], a, 1 - fraction), b, fraction);
  };
  const [a1, a2, a3] = [mix(p0, p1, 0, t1), mix(p1, p2, t1, t2), mix(p2, p3, t2, t3)];
  return mix(mix(a1, a2, 0, t2), mix(a2, a3, t1, t3), t1, t2);
}

function sampleStations(stations: readonly Station[]): Sample[] {
  const points = stations.map(({ at }) => at);
  const dense: Station[] = [];
  for (let i = 0; i + 1 < stations.length; i++) {
    const [a, b] = [stations[i]!, stations[i + 1]!];
    const steps = Math.max(2, Math.ceil(Math.hypot(...subtract(b.at, a.at)) / SPACING_MM));
    for (let k = 0; k < steps; k++) {
      const t = k / steps;
      const eased = t * t * (3 - 2 * t);
      dense.push({
        at: splinePoint(points, i, t),
        wideMm: lerp(a.wideMm, b.wideMm, eased),
        thinMm: lerp(a.thinMm, b.thinMm, eased),
        side: add(add([0, 0, 0], normalise(a.side), 1 - t), normalise(b.side), t),
      });
    }
  }
  dense.push(stations[stations.length - 1]!);
  return dense.map((station, i) => {
    const next = dense[Math.min(i + 1, dense.length - 1)]!.at;
    const along = normalise(subtract(next, dense[Math.max(i - 1, 0)]!.at));
    const side = normalise(add(station.side, along, -dot(station.side, along)));
    return {
      ...station,
      side,
      along,
      across: cross(along, side),
    };
  });
}

export function sweep(stations: readonly Station[], options: SweepOptions = {}): Solid {
  const { squareness = 2, cut = [false, false] } = options;
  const samples = sampleStations(stations);
  const last = samples.length - 1;
  const reach = Math.max(...samples.map((s) => Math.max(s.wideMm, s.thinMm)));
  const near = cellsNear(samples, reach + FAR_MM);
  return (px, py, pz) => {
    const candidates = near(px, py, pz);
    if (candidates === undefined) return FAR_MM;
    let best = Number.POSITIVE_INFINITY;
    let index = 0;
    let bestT = 0;
    for (const i of candidates) {
      const a = samples[i]!.at;
      const b = samples[i + 1]!.at;
      const [ex, ey, ez] = [b[0] - a[0], b[1] - a[1], b[2] - a[2]];
      const [wx, wy, wz] = [px - a[0], py - a[1], pz - a[2]];
      const raw = (wx * ex + wy * ey + wz * ez) / (ex * ex + ey * ey + ez * ez);
      const t = raw < 0 ? 0 : Math.min(raw, 1);
      const d = (wx - t * ex) ** 2 + (wy - t * ey) ** 2 + (wz - t * ez) ** 2;
      if (d < best) [best, index, bestT] = [d, i, t];
    }
    const a = samples[index]!;
    const b = samples[index + 1]!;
    const wx = px - lerp(a.at[0], b.at[0], bestT);
    const wy = py - lerp(a.at[1], b.at[1], bestT);
    const wz = pz - lerp(a.at[2], b.at[2], bestT);
    const project = (p: Point, q: Point): number =>
      wx * lerp(p[0], q[0], bestT) + wy * lerp(p[1], q[1], bestT) + wz * lerp(p[2], q[2], bestT);
    const atStart = index === 0 && bestT === 0;
    const atEnd = index === last - 1 && bestT === 1;
    let u = project(a.side, b.side);
    let v = project(a.across, b.across);
    if (!atStart && !atEnd) {
      // outside a bend no sample's plane contains the point: rotate it into the nearest one's
      const scale = Math.sqrt((wx * wx + wy * wy + wz * wz) / Math.max(u * u + v * v, 1e-9));
      u *= scale;
      v *= scale;
    }
    const wide = lerp(a.wideMm, b.wideMm, bestT);
    const thin = lerp(a.thinMm, b.thinMm, bestT);
    const section = superellipse(u, v, wide, thin, squareness);
    if (cut[0] && index < CUT_SAMPLES)
      return smoothMax(section, -pastCut(samples[0]!, px, py, pz), CUT_EDGE_MM);
    if (cut[1] && index >= last - CUT_SAMPLES)
      return smoothMax(section, pastCut(samples[last]!, px, py, pz), CUT_EDGE_MM);
    if (!atStart && !atEnd) return section;
    // a cap with the radius of the section's short side
    const beyond = Math.abs(project(a.along, b.along));
    const inside = section + thin;
    return Math.hypot(Math.max(inside, 0), beyond) - thin;
  };
}

const pastCut = ({ at, along }: Sample, x: number, y: number, z: number): number =>
  (x - at[0]) * along[0] + (y - at[1]) * along[1] + (z - at[2]) * along[2];

/** Samples that may be nearest to a point; undefined where all are farther than `reach`. */
function cellsNear(samples: readonly Sample[], reach: number) {
  const cells = new Map<number, number[]>();
  const key = (i: number, j: number, k: number): number => ((i + 512) * 1024 + j + 512) * 1024 + k + 512;
  const diagonal = CELL_MM * 0.87 + SPACING_MM;
  const n = Math.ceil((reach + diagonal) / CELL_MM);
  const ranked = new Map<number, { index: number; distance: number }[]>();
  samples.slice(0, -1).forEach(({ at }, index) => {
    const [ci, cj, ck] = at.map((c) => Math.floor(c / CELL_MM)) as [number, number, number];
    for (let i = ci - n; i <= ci + n; i++)
      for (let j = cj - n; j <= cj + n; j++)
        for (let k = ck - n; k <= ck + n; k++) {
          const middle: Point = [(i + 0.5) * CELL_MM, (j + 0.5) * CELL_MM, (k + 0.5) * CELL_MM];
          const distance = Math.hypot(...subtract(middle, at));
          if (distance > reach + diagonal) continue;
          const list = ranked.get(key(i, j, k));
          if (list) list.push({ index, distance });
          else ranked.set(key(i, j, k), [{ index, distance }]);
        }
  });
  for (const [cell, list] of ranked) {
    const nearest = Math.min(...list.map(({ distance }) => distance));
    const kept = list.filter(({ distance }) => distance <= nearest + 2 * diagonal);
    cells.set(
      cell,
      kept.map(({ index }) => index),
    );
  }
  return (x: number, y: number, z: number): readonly number[] | undefined =>
    cells.get(key(Math.floor(x / CELL_MM), Math.floor(y / CELL_MM), Math.floor(z / CELL_MM)));
}

/** Rows of a table: x, y, z of the curve, half the long and the short side, and the long side's direction. */
export const stationsFrom = (rows: readonly (readonly number[])[]): Station[] =>
  rows.map(([x, y, z, wideMm, thinMm, sx, sy, sz]) => ({
    at: [x!, y!, z!],
    wideMm: wideMm!,
    thinMm: thinMm!,
    side: [sx!, sy!, sz!],
  }));
