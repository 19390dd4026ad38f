import { factorCholesky, solveCholesky } from '../math/denseCholesky.ts';
import { calcNormalMatrix, type FascicleMatrix } from './fascicleMatrix.ts';

/**
 * Dual of the distribution of moments, ψ(λ) = Σ φ*(Aᵀλ) + Σ compliance λ² / 2 − λ·b: convex, once differentiable; its
 * gradient is the gap in equilibrium. φ*′ is x(g) = g / (square + √(square² + 3 cubic g)), held between least and 1.
 */
export interface DualNewton {
  readonly matrix: FascicleMatrix;
  /** Coefficients of x³ and x² in φ. */
  readonly cubic: number;
  readonly square: number;
  /** Per column: least fraction of full force; full force (N). */
  readonly least: Float64Array;
  readonly maxForceN: Float64Array;
  /** Per row: reserve per λ (Nm); wanted moment (Nm). */
  readonly compliance: Float64Array;
  readonly wantedNm: Float64Array;
  readonly lambda: Float64Array;
  readonly forceN: Float64Array;
  /** Per column: g = Aᵀλ now and before the step; dx/dg. */
  readonly price: Float64Array;
  readonly priceBefore: Float64Array;
  readonly slope: Float64Array;
  /** Per row: gradient of ψ (Nm); Newton's step in λ. */
  readonly gap: Float64Array;
  readonly step: Float64Array;
  readonly hessian: Float64Array;
  iterations: number;
}

/** Slope dx/dg of every column at a cold start: that of a muscle at a third of its force. */
const COLD_SLOPE = 0.5;
/** Fall of the gap in a step after which its matrix is good for one more step. */
const CHORD = 0.02;
const MOST_TRIALS = 40;

/**
 * Semismooth Newton's method on ψ from `lambda`. A step is kept if it halves the smallest gap so far, which can continue only
 * to convergence, or if it descends; otherwise a line search makes it descend (Zoutendijk).
 *
 * @returns largest gap (Nm); forces belong to the final λ
 */
export function polish(dual: DualNewton, cold: boolean, goal: number, most: number): number {
  const { lambda, step, gap, hessian, compliance, slope, matrix } = dual;
  const rows = matrix.rowCount;
  let worst = evaluate(dual);
  if (cold) slope.fill(COLD_SLOPE);
  let best = worst;
  let chord = false;
  for (let tries = 0; tries < most && worst > goal; tries++) {
    dual.iterations++;
    if (!chord) {
      calcNormalMatrix(matrix, slope, compliance, hessian);
      factorCholesky(rows, hessian);
    }
    for (let i = 0; i < rows; i++) step[i] = -gap[i]!;
    solveCholesky(rows, hessian, step);
    let before = 0;
    for (let i = 0; i < rows; i++) {
      before += step[i]! * gap[i]!;
      lambda[i]! += step[i]!;
    }
    dual.priceBefore.set(dual.price);
    const last = worst;
    worst = evaluate(dual);
    chord = worst <= CHORD * last;
    if (worst > 0.5 * best) {
      let after = 0;
      for (let i = 0; i < rows; i++) after += step[i]! * gap[i]!;
      if (after > 0 || after < 0.9 * before) {
        const t = findStep(dual, before, after);
        for (let i = 0; i < rows; i++) lambda[i]! += (t - 1) * step[i]!;
        worst = evaluate(dual);
      }
    }
    if (worst < best) best = worst;
  }
  return worst;
}

/** Forces, slopes and gap at λ; returns the largest gap (Nm). */
function evaluate(dual: DualNewton): number {
  const { least, price, slope, gap, lambda, forceN, maxForceN, compliance, wantedNm, cubic, square } = dual;
  const { columnCount, rowCount, firstRow, span, offset, moment } = dual.matrix;
  for (let i = 0; i < rowCount; i++) gap[i] = compliance[i]! * lambda[i]! - wantedNm[i]!;
  for (let k = 0; k < columnCount; k++) {
    const at = offset[k]!;
    const first = firstRow[k]!;
    const rows = span[k]!;
    // two sums, so that one need not wait for the other
    let g = 0;
    let odd = 0;
    let j = 0;
    for (; j + 1 < rows; j += 2) {
      g += moment[at + j]! * lambda[first + j]!;
      odd += moment[at + j + 1]! * lambda[first + j + 1]!;
    }
    if (j < rows) g += moment[at + j]! * lambda[first + j]!;
    g += odd;
    let x = least[k]!;
    let rate = 0;
    if (g > 0) {
      const root = Math.sqrt(square * square + 3 * cubic * g);
      const free = g / (square + root);
      if (free >= 1) x = 1;
      else if (free > x) {
        x = free;
        rate = 0.5 / root;
      }
    }
    price[k] = g;
    slope[k] = rate;
    forceN[k] = x * maxForceN[k]!;
    if (x > 0) for (j = 0; j < rows; j++) gap[first + j]! += moment[at + j]! * x;
  }
  let worst = 0;
  for (let i = 0; i < rowCount; i++) {
    const size = Math.abs(gap[i]!);
    if (size > worst || Number.isNaN(size)) worst = size;
  }
  return worst;
}

/**
 * Length of a step at which ψ still falls, but by at most a tenth of its first rate. λ and `price` are at the full step. A
 * trial needs only the columns' prices, which cost little beside a matrix.
 *
 * @param before slope of ψ along the step at its start, below 0
 * @param atOne slope at its end
 */
function findStep(dual: DualNewton, before: number, atOne: number): number {
  const { price, priceBefore, step, lambda, compliance, wantedNm } = dual;
  const { rowCount, columnCount } = dual.matrix;
  let linear = 0;
  let square = 0;
  for (let i = 0; i < rowCount; i++) {
    square += step[i]! * step[i]! * compliance[i]!;
    linear += step[i]! * (compliance[i]! * (lambda[i]! - step[i]!) - wantedNm[i]!);
  }
  for (let k = 0; k < columnCount; k++) price[k]! -= priceBefore[k]!;
  let low = 0;
  let lowRate = before;
  let high = 1;
  let highRate = atOne;
  let trials = 0;
  for (; highRate < 0 && trials < MOST_TRIALS; trials++) {
    low = high;
    lowRate = highRate;
    high *= 4;
    highRate = linear + high * square + calcPull(dual, high);
  }
  for (; trials < MOST_TRIALS && (low === 0 || lowRate < 0.1 * before); trials++) {
    const fraction = lowRate / (lowRate - highRate);
    // short of the secant's root: the result must lie on this side of the minimum
    const t = low + (high - low) * 0.98 * Math.min(0.9, Math.max(0.05, fraction));
    const rate = linear + t * square + calcPull(dual, t);
    if (rate <= 0) {
      low = t;
      lowRate = rate;
    } else {
      high = t;
      highRate = rate;
    }
  }
  return low;
}

/** The columns' part of the slope of ψ at `t` along the step; `price` holds the change over the step. */
function calcPull(dual: DualNewton, t: number): number {
  const { price, priceBefore, least, cubic, square } = dual;
  const { columnCount } = dual.matrix;
  let sum = 0;
  for (let k = 0; k < columnCount; k++) {
    const change = price[k]!;
    const g = priceBefore[k]! + t * change;
    const free = g > 0 ? g / (square + Math.sqrt(square * square + 3 * cubic * g)) : 0;
    sum += change * Math.min(1, Math.max(least[k]!, free));
  }
  return sum;
}
