export const clamp = (value: number, min: number, max: number): number => Math.max(min, Math.min(max, value));

export const mix = (from: number, to: number, share: number): number => from + (to - from) * share;

/** Smooth rise 0 → 1 over 0 ≤ s ≤ 1 with zero velocity and acceleration at both ends (least jerk). */
export function minimumJerk(s: number): number {
  const x = clamp(s, 0, 1);
  return x * x * x * (10 + x * (6 * x - 15));
}

/** Root of a continuous function with a sign change between `low` and `high`, by halving the interval. */
export function findRoot(f: (x: number) => number, low: number, high: number, halvings = 50): number {
  let a = low;
  let b = high;
  const rising = f(b) > f(a);
  for (let i = 0; i < halvings; i++) {
    const middle = (a + b) / 2;
    if (f(middle) > 0 === rising) b = middle;
    else a = middle;
  }
  return (a + b) / 2;
}
