/** Greatest and least principal stress at the last call; scratch, so that nothing is allocated. */
export const extremes = { greatest: 0, least: 0 };

/** Newton steps from outside: they converge from one side, quadratically or, at a double root, by halves. */
const STEPS = 16;

/** Greatest and least principal value of a symmetric tensor xx, yy, zz, xy, yz, zx, into `extremes`. */
export function calcGreatestAndLeast(tensor: Float64Array): void {
  const mean = (tensor[0]! + tensor[1]! + tensor[2]!) / 3;
  const x = tensor[0]! - mean;
  const y = tensor[1]! - mean;
  const z = tensor[2]! - mean;
  const xy = tensor[3]!;
  const yz = tensor[4]!;
  const zx = tensor[5]!;
  // deviator's characteristic polynomial t³ − a t − b
  const a = -(x * y + y * z + z * x) + xy * xy + yz * yz + zx * zx;
  const b = x * (y * z - yz * yz) - xy * (xy * z - yz * zx) + zx * (xy * yz - y * zx);
  if (!(a > 0)) {
    extremes.greatest = mean;
    extremes.least = mean;
    return;
  }
  const bound = 2 * Math.sqrt(a / 3);
  extremes.greatest = mean + findOuterRoot(a, b, bound);
  extremes.least = mean + findOuterRoot(a, b, -bound);
}

function findOuterRoot(a: number, b: number, from: number): number {
  let t = from;
  for (let n = 0; n < STEPS; n++) {
    const slope = 3 * t * t - a;
    if (slope <= 0) break;
    const step = (t * t * t - a * t - b) / slope;
    t -= step;
    if (Math.abs(step) < 1e-12 * Math.abs(from)) break;
  }
  return t;
}
