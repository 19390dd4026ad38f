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
