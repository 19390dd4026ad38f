/** A ruler for solids, mm. */
import type { Point, Solid } from '../../src/meshing/primitives.ts';

const STEP_MM = 0.1;

/** Where a walk of `reach` mm from a point first leaves (or enters) the bone, mm; the reach itself if never. */
export function walk(solid: Solid, from: Point, direction: Point, reach: number): number {
  const inside = solid(...from) < 0;
  for (let s = STEP_MM; s < reach; s += STEP_MM) {
    const at: Point = [from[0] + s * direction[0], from[1] + s * direction[1], from[2] + s * direction[2]];
    if (solid(...at) < 0 !== inside) return s;
  }
  return reach;
}

/** Largest reach of the bone over a grid of starting points that all lie outside, walking back towards it. */
export function extreme(
  solid: Solid,
  within: (p: Point) => boolean,
  measure: (p: Point) => number,
  box: readonly [Point, Point],
) {
  let best = Number.NEGATIVE_INFINITY;
  const [low, high] = box;
  for (let x = low[0]; x <= high[0]; x += 0.6)
    for (let y = low[1]; y <= high[1]; y += 0.6)
      for (let z = low[2]; z <= high[2]; z += 0.6) {
        const value = measure([x, y, z]);
        if (value > best && within([x, y, z]) && solid(x, y, z) < 0) best = value;
      }
  return best;
}
