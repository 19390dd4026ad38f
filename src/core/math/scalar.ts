export const clamp = (value: number, min: number, max: number): number => Math.max(min, Math.min(max, value));

export const mix = (from: number, to: number, t: number): number => from + (to - from) * t;

/** Smooth rise 0 → 1 over 0 ≤ s ≤ 1 with zero velocity and acceleration at both ends (least jerk). */
export function minimumJerk(s: number): number {
  const x = clamp(s, 0, 1);
  return x * x * x * (10 + x * (6 * x - 15));
}

/**
 * Root of a continuous function with a sign change between `low` and `high`: false position (Illinois), with a halving every
 * third step so that it cannot stall.
 *
 * @param relativeTolerance fraction of the interval to which the root is found
 */
export function findRoot(
  f: (x: number) => number,
  low: number,
  high: number,
  relativeTolerance = 1e-14,
): number {
  const MAX_ITERATIONS = 150;
  const tolerance = relativeTolerance * (high - low);
  let a = low;
  let b = high;
  let fa = f(a);
  let fb = f(b);
  let kept = 0; // which end the last iteration kept: −1 the lower one, 1 the upper one
  for (
    let iteration = 0;
    iteration < MAX_ITERATIONS && b - a > tolerance && fa !== 0 && fb !== 0;
    iteration++
  ) {
    const chord = b - (fb * (b - a)) / (fb - fa);
    const x = iteration % 3 === 2 || !(chord > a && chord < b) ? (a + b) / 2 : chord;
    const fx = f(x);
    if (fx > 0 === fb > 0) {
      b = x;
      fb = fx;
      if (kept === -1) fa /= 2;
      kept = -1;
    } else {
      a = x;
      fa = fx;
      if (kept === 1) fb /= 2;
      kept = 1;
    }
  }
  return fa === 0 ? a : fb === 0 ? b : (a + b) / 2;
}
