import { add, type Point, type Solid } from './primitives.ts';

const STEP_MM = 0.1;

/** The first point on the way from `from` along `towards` (unit vector) that is `clearanceMm` from a solid. */
export function approach(
  solids: readonly Solid[],
  from: Point,
  towards: Point,
  clearanceMm: number,
  reachMm = 60,
): Point {
  for (let s = 0; s < reachMm; s += STEP_MM) {
    const p = add(from, towards, s);
    if (solids.some((solid) => solid(...p) <= clearanceMm)) return p;
  }
  throw new Error(`nothing within ${reachMm} mm of ${from.join(', ')}`);
}
