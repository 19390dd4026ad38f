import { exp } from '../../math/transcendental.ts';

/** A coarse picture that can be read between its cells. */
export interface Coarse {
  readonly cells: Float64Array;
  /** Value at a row and a column, in cells. */
  at(row: number, column: number): number;
}

/** Gaussian blur along rows, then along columns; beyond the border the border's value. */
export function blur(cells: Float64Array, wide: number, high: number, sigma: number): Coarse {
  const reach = Math.ceil(3 * sigma);
  const kernel = Float64Array.from({ length: 2 * reach + 1 }, (_, i) =>
    exp((-(i - reach) * (i - reach)) / (2 * sigma * sigma)),
  );
  const sum = kernel.reduce((total, value) => total + value, 0);
  const pass = (from: Float64Array, dx: number, dy: number) =>
    from.map((_, at) => {
      let out = 0;
      for (let i = -reach; i <= reach; i++) {
        const x = Math.min(wide - 1, Math.max(0, (at % wide) + i * dx));
        const y = Math.min(high - 1, Math.max(0, Math.floor(at / wide) + i * dy));
        out += (kernel[i + reach]! * from[y * wide + x]!) / sum;
      }
      return out;
    });
  return coarseOf(pass(pass(cells, 1, 0), 0, 1), wide, high);
}

export function coarseOf(cells: Float64Array, wide: number, high: number): Coarse {
  return {
    cells,
    at(row, column) {
      const ix = Math.min(wide - 2, Math.max(0, Math.floor(column)));
      const iy = Math.min(high - 2, Math.max(0, Math.floor(row)));
      const tx = Math.min(1, Math.max(0, column - ix));
      const ty = Math.min(1, Math.max(0, row - iy));
      const at = iy * wide + ix;
      return (
        (1 - ty) * ((1 - tx) * cells[at]! + tx * cells[at + 1]!) +
        ty * ((1 - tx) * cells[at + wide]! + tx * cells[at + wide + 1]!)
      );
    },
  };
}
