import { factorCholesky, solveCholesky } from '../math/denseCholesky.ts';
import { applyTranspose, calcNormalMatrix, type FascicleMatrix, subtractMoments } from './fascicleMatrix.ts';

/** Problem of the interior-point method, in fractions x of full force, and its scratch. */
export interface InteriorPoint {
  readonly matrix: FascicleMatrix;
  /** Coefficients of x³ and x² in the cost. */
  readonly cubic: number;
  readonly square: number;
  /** Per column: least fraction, 0…1. */
  readonly least: Float64Array;
  /** Per row: reserve per λ (Nm). */
  readonly compliance: Float64Array;
  /** Per row: wanted moment (Nm). */
  readonly wantedNm: Float64Array;
  readonly work: InteriorWork;
}

type InteriorWork = ReturnType<typeof createInteriorWork>;

/** Scratch; `low` and `high` are the distances to the bounds, kept separately so that 1 − x does not round to 0. */
export const createInteriorWork = (rows: number, columns: number) => ({
  x: new Float64Array(columns),
  low: new Float64Array(columns),
  high: new Float64Array(columns),
  dx: new Float64Array(columns),
  lowPrice: new Float64Array(columns),
  highPrice: new Float64Array(columns),
  dLow: new Float64Array(columns),
  dHigh: new Float64Array(columns),
  stationarity: new Float64Array(columns),
  pull: new Float64Array(columns),
  price: new Float64Array(columns),
  weight: new Float64Array(columns),
  balance: new Float64Array(rows),
  dLambda: new Float64Array(rows),
  hessian: new Float64Array(rows * rows),
});

const MOST_ITERATIONS = 60;
/** Mean complementarity and greatest violation of stationarity at which it stops, in units of cost. */
const ENOUGH = 1e-8;
/** Prices of the bounds at the start: where muscles are too weak they end there, and coming down is quicker. */
const START_PRICE = 1e4;
/** Room between the bounds below which a column stays at its floor, with a price of 0. */
const THIN = 1e-9;

/**
 * Finds the multipliers to a few digits from a cold start, whatever the problem: Mehrotra's predictor-corrector method
 * (SIAM J. Optim. 2:575, 1992) on the bounds, with the reserves as the regularisation of the equations.
 *
 * @param lambda rows; overwritten
 * @returns iterations
 */
export function solveInterior(point: InteriorPoint, lambda: Float64Array): number {
  const { matrix, least, compliance, wantedNm, cubic, square, work } = point;
  const {
    x,
    low,
    high,
    dx,
    lowPrice,
    highPrice,
    dLow,
    dHigh,
    stationarity,
    price,
    weight,
    balance,
    dLambda,
  } = work;
  const { rowCount: rows, columnCount: columns } = matrix;
  let bounds = 0;
  lambda.fill(0);
  for (let k = 0; k < columns; k++) {
    x[k] = 0.5 * (least[k]! + 1);
    low[k] = x[k]! - least[k]!;
    high[k] = 1 - x[k]!;
    const thin = 1 - least[k]! < THIN;
    lowPrice[k] = thin ? 0 : START_PRICE;
    highPrice[k] = lowPrice[k]!;
    if (!thin) bounds += 2;
  }
  let iterations = 0;
  for (; iterations < MOST_ITERATIONS; iterations++) {
    applyTranspose(matrix, lambda, price);
    let mean = 0;
    let worst = 0;
    for (let i = 0; i < rows; i++) balance[i] = wantedNm[i]! - compliance[i]! * lambda[i]!;
    subtractMoments(matrix, x, balance);
    for (let k = 0; k < columns; k++) {
      const fraction = x[k]!;
      if (lowPrice[k] === 0) {
        weight[k] = 0;
        continue;
      }
      const rest = (3 * cubic * fraction + 2 * square) * fraction - price[k]! - lowPrice[k]! + highPrice[k]!;
      stationarity[k] = rest;
      if (rest > worst) worst = rest;
      else if (-rest > worst) worst = -rest;
      mean += low[k]! * lowPrice[k]! + high[k]! * highPrice[k]!;
      weight[k] = 1 / (6 * cubic * fraction + 2 * square + lowPrice[k]! / low[k]! + highPrice[k]! / high[k]!);
    }
    mean /= bounds;
    if (!(mean > ENOUGH || worst > ENOUGH)) break;
    calcNormalMatrix(matrix, weight, compliance, work.hessian);
    factorCholesky(rows, work.hessian);
    dx.fill(0);
    dLow.fill(0);
    dHigh.fill(0);
    direct(point, 0);
    const reach = longest(point);
    let after = 0;
    for (let k = 0; k < columns; k++)
      if (lowPrice[k] !== 0)
        after +=
          (low[k]! + reach * dx[k]!) * (lowPrice[k]! + reach * dLow[k]!) +
          (high[k]! - reach * dx[k]!) * (highPrice[k]! + reach * dHigh[k]!);
    const ratio = after / bounds / mean;
    direct(point, Math.max(ratio * ratio * ratio * mean, 0.01 * ENOUGH));
    const t = 0.995 * longest(point);
    for (let k = 0; k < columns; k++) {
      x[k]! += t * dx[k]!;
      low[k]! += t * dx[k]!;
      high[k]! -= t * dx[k]!;
      lowPrice[k]! += t * dLow[k]!;
      highPrice[k]! += t * dHigh[k]!;
    }
    for (let i = 0; i < rows; i++) lambda[i]! += t * dLambda[i]!;
  }
  return iterations;
}

/** Newton direction towards complementarity `target`, corrected by the products of the direction before it. */
function direct(point: InteriorPoint, target: number): void {
  const { matrix, work } = point;
  const {
    low,
    high,
    dx,
    lowPrice,
    highPrice,
    dLow,
    dHigh,
    stationarity,
    pull,
    price,
    weight,
    balance,
    dLambda,
  } = work;
  const { columnCount, rowCount } = matrix;
  for (let k = 0; k < columnCount; k++) {
    if (lowPrice[k] === 0) {
      pull[k] = 0;
      continue;
    }
    // gap in the products of the bounds; written over the old direction, which is used up here
    const lowLack = (target - dx[k]! * dLow[k]!) / low[k]! - lowPrice[k]!;
    const highLack = (target + dx[k]! * dHigh[k]!) / high[k]! - highPrice[k]!;
    dLow[k] = lowLack;
    dHigh[k] = highLack;
    dx[k] = lowLack - highLack - stationarity[k]!;
    pull[k] = weight[k]! * dx[k]!;
  }
  dLambda.set(balance);
  subtractMoments(matrix, pull, dLambda);
  solveCholesky(rowCount, work.hessian, dLambda);
  applyTranspose(matrix, dLambda, price);
  for (let k = 0; k < columnCount; k++) {
    if (lowPrice[k] === 0) continue;
    const d = weight[k]! * (price[k]! + dx[k]!);
    dx[k] = d;
    dLow[k]! -= (lowPrice[k]! * d) / low[k]!;
    dHigh[k]! += (highPrice[k]! * d) / high[k]!;
  }
}

/** Longest step, 1 at most, that keeps every fraction and every price of a bound above zero. */
function longest(point: InteriorPoint): number {
  const { work, matrix } = point;
  const { low, high, dx, lowPrice, highPrice, dLow, dHigh } = work;
  // 1 / step, so that nothing is divided by a zero direction
  let most = 1;
  for (let k = 0; k < matrix.columnCount; k++) {
    if (lowPrice[k] === 0) continue;
    const d = dx[k]!;
    const room = d < 0 ? -d / low[k]! : d / high[k]!;
    if (room > most) most = room;
    const lowRoom = -dLow[k]! / lowPrice[k]!;
    if (lowRoom > most) most = lowRoom;
    const highRoom = -dHigh[k]! / highPrice[k]!;
    if (highRoom > most) most = highRoom;
  }
  return 1 / most;
}
