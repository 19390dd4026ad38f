import { clamp } from '../math/scalar.ts';

/** A point of the sagittal plane, m: x anterior of the ankles, y above the floor. */
export interface Point {
  x: number;
  y: number;
}

/** Closed-form two-bone limb: the middle joint between two ends, on the given side (+1 forward). */
export function placeMiddleJoint(
  from: Point,
  to: Point,
  upperM: number,
  lowerM: number,
  side: 1 | -1,
  out: Point,
): void {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const distance = Math.sqrt(dx * dx + dy * dy);
  const d = clamp(distance, Math.abs(upperM - lowerM) + 1e-6, upperM + lowerM);
  const along = (d * d + upperM * upperM - lowerM * lowerM) / (2 * d);
  const across = Math.sqrt(Math.max(0, upperM * upperM - along * along));
  // perpendicular to the line between the ends; for a limb that hangs down it points forward for side = +1
  out.x = from.x + (along * dx - side * across * dy) / distance;
  out.y = from.y + (along * dy + side * across * dx) / distance;
}
