const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Pearson's correlation. */
export function calcCorrelation(a: readonly number[], b: readonly number[]): number {
  const [ma, mb] = [mean(a), mean(b)];
  let ab = 0;
  let aa = 0;
  let bb = 0;
  a.forEach((value, i) => {
    ab += (value - ma) * (b[i]! - mb);
    aa += (value - ma) ** 2;
    bb += (b[i]! - mb) ** 2;
  });
  return ab / Math.sqrt(aa * bb);
}

export const calcRms = (values: readonly number[]): number =>
  Math.sqrt(mean(values.map((value) => value ** 2)));

/** Half the sum of the differences of two distributions, each scaled to sum 1. */
export function calcTotalVariation(a: readonly number[], b: readonly number[]): number {
  const [sa, sb] = [mean(a) * a.length, mean(b) * b.length];
  return a.reduce((sum, value, i) => sum + Math.abs(value / sa - b[i]! / sb), 0) / 2;
}

/** Rise of the logarithm of a rate with x: Poisson regression by Newton; counts need not be whole. */
export function fitLogRate(
  x: readonly number[],
  counts: readonly number[],
  exposures: readonly number[],
): number {
  const centre = mean(x);
  let a = Math.log(mean(counts) / mean(exposures));
  let b = 0;
  for (let iteration = 0; iteration < 100; iteration++) {
    let [g0, g1, h00, h01, h11] = [0, 0, 0, 0, 0];
    x.forEach((value, i) => {
      const d = value - centre;
      const expected = exposures[i]! * Math.exp(Math.min(30, a + b * d));
      g0 += counts[i]! - expected;
      g1 += (counts[i]! - expected) * d;
      h00 += expected;
      h01 += expected * d;
      h11 += expected * d * d;
    });
    const det = h00 * h11 - h01 * h01;
    const da = (g0 * h11 - g1 * h01) / det;
    const db = (g1 * h00 - g0 * h01) / det;
    // a step of more than one may overshoot from the flat start
    const stepLength = Math.min(1, 1 / Math.max(Math.abs(da), Math.abs(db), 1e-12));
    a += stepLength * da;
    b += stepLength * db;
    if (Math.abs(da) + Math.abs(db) < 1e-10) break;
  }
  return b;
}
