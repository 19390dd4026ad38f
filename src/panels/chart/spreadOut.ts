/**
 * Positions as near as possible (least squares) to the wanted ones, in the same order and at least `step` apart: wanted positions
 * less their part of the steps are pooled until they rise (isotonic regression).
 */
export function spreadOut(wanted: readonly number[], step: number): number[] {
  const pools: { mean: number; size: number }[] = [];
  wanted.forEach((place, i) => {
    let pool = { mean: place - i * step, size: 1 };
    for (let last = pools.at(-1); last && last.mean > pool.mean; last = pools.at(-1)) {
      pools.pop();
      const size = last.size + pool.size;
      pool = { mean: (last.mean * last.size + pool.mean * pool.size) / size, size };
    }
    pools.push(pool);
  });
  return pools.flatMap(({ mean, size }) => Array<number>(size).fill(mean)).map((mean, i) => mean + i * step);
}
