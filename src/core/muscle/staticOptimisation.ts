import { type DualNewton, polish } from './dualNewton.ts';
import { createInteriorWork, type InteriorPoint, solveInterior } from './interiorPoint.ts';

/**
 * Static optimisation: distribution of the moments among forces. With x = F / Fmax:
 *
 *     minimise  Σ_k φ(x_k) + Σ_i RESERVE_WEIGHT (r_i / s_i)²
 *     subject to  Σ_k a_ik F_k + r_i = b_i  for every row i,   floor_k ≤ F_k ≤ Fmax_k,   r free
 *
 * φ(x) = x³ + CUBIC_ROUNDING x² for power 3, x² for power 2. The arrays may be rewritten between solves, except those that give
 * the layout.
 */
export interface MuscleProblem {
  readonly rowCount: number;
  readonly columnCount: number;
  /** Per column: the first row with a moment arm. */
  readonly firstRow: Int32Array;
  /** Per column: number of rows from `firstRow` on; 0 leaves the force at its floor. */
  readonly span: Int32Array;
  /** Per column: offset of its moment arms in `arms`. */
  readonly offset: Int32Array;
  /** Moment arms (Nm per N), `span` of them per column. */
  readonly arms: Float64Array;
  /** Per column (N): 0 ≤ floor ≤ max. */
  readonly maxForceN: Float64Array;
  readonly floorN: Float64Array;
  /** Per row: b (Nm). */
  readonly wantedNm: Float64Array;
  /** Per row: s (Nm, above 0), about a tenth of what the row's muscles can make. */
  readonly reserveScaleNm: Float64Array;
}

export interface MuscleSolver {
  readonly problem: MuscleProblem;
  readonly power: 2 | 3;
  /** Per column: F (N), exactly the optimum for λ, hence within its bounds. */
  readonly forceN: Float64Array;
  /** Per row: r (Nm), likewise. */
  readonly reserveNm: Float64Array;
  /** Per row: multiplier of its equilibrium (cost per Nm). The next solve starts here; zeros start it cold. */
  readonly lambda: Float64Array;
  /** Number of linear systems solved by the last call. */
  iterations: number;
  /** Residual of the equilibrium, max |Σ a F + r − b| over max(1, |b|∞): the only KKT condition that is not exact. NaN for NaN input. */
  residual: number;
}

/** Weight of a reserve: at s = 15 Nm and λ = 0.3 a reserve is 0.03 Nm, yet a weak person's equations stay solvable. */
export const RESERVE_WEIGHT = 1e3;
/** Coefficient of x² beside x³: without it, force rises infinitely steeply with price at zero. Matters below 1 % of Fmax. */
export const CUBIC_ROUNDING = 3e-3;

/** Residual at which it stops: half of what is promised (1e-8). */
const TOLERANCE = 5e-9;
/** Newton steps before the interior-point method is used. From a warm start they nearly always suffice. */
const PATIENCE = 20;
const LAST_STEPS = 60;

interface Solver extends MuscleSolver, DualNewton, InteriorPoint {}

/** Creates a solver with all of its memory; `solveMuscles` allocates nothing. */
export function createMuscleSolver(problem: MuscleProblem, power: 2 | 3 = 3): MuscleSolver {
  const { rowCount, columnCount, firstRow, span, offset, wantedNm, maxForceN } = problem;
  const moment = new Float64Array(problem.arms.length);
  const solver: Solver = {
    problem,
    power,
    cubic: power === 3 ? 1 : 0,
    square: power === 3 ? CUBIC_ROUNDING : 1,
    matrix: { rowCount, columnCount, firstRow, span, offset, moment },
    wantedNm,
    maxForceN,
    forceN: new Float64Array(columnCount),
    reserveNm: new Float64Array(rowCount),
    lambda: new Float64Array(rowCount),
    least: new Float64Array(columnCount),
    price: new Float64Array(columnCount),
    priceBefore: new Float64Array(columnCount),
    slope: new Float64Array(columnCount),
    gap: new Float64Array(rowCount),
    step: new Float64Array(rowCount),
    compliance: new Float64Array(rowCount),
    hessian: new Float64Array(rowCount * rowCount),
    work: createInteriorWork(rowCount, columnCount),
    iterations: 0,
    residual: 0,
  };
  return solver;
}

/**
 * Solves the problem as its arrays now are, from the multipliers of the last solve. Newton's method on the dual (one unknown per
 * row) takes a few steps when little has changed; where it does not converge, as when most muscles are at a bound, the
 * interior-point method finds the neighbourhood and Newton's method completes it.
 */
export function solveMuscles(face: MuscleSolver): void {
  const solver = face as Solver;
  const { lambda, compliance, reserveNm, wantedNm } = solver;
  const rows = solver.problem.rowCount;
  scale(solver);
  let largest = 1;
  let cold = true;
  for (let i = 0; i < rows; i++) {
    largest = Math.max(largest, Math.abs(wantedNm[i]!));
    if (!Number.isFinite(lambda[i]!)) lambda[i] = 0;
    if (lambda[i] !== 0) cold = false;
  }
  const goal = TOLERANCE * largest;
  solver.iterations = 0;
  let worst = polish(solver, cold, goal, PATIENCE);
  if (worst > goal) {
    solver.iterations += solveInterior(solver, lambda);
    worst = polish(solver, false, goal, LAST_STEPS);
  }
  solver.residual = worst / largest;
  for (let i = 0; i < rows; i++) reserveNm[i] = compliance[i]! * lambda[i]!;
}

/** Converts the caller's newtons to fractions of full force, and the reserves to Nm per λ. */
function scale(solver: Solver): void {
  const { least, compliance } = solver;
  const { moment } = solver.matrix;
  const { columnCount, rowCount, span, offset, arms, maxForceN, floorN, reserveScaleNm } = solver.problem;
  for (let k = 0; k < columnCount; k++) {
    const most = maxForceN[k]!;
    least[k] = most > 0 ? floorN[k]! / most : 0;
    const end = offset[k]! + span[k]!;
    for (let j = offset[k]!; j < end; j++) moment[j] = arms[j]! * most;
  }
  for (let i = 0; i < rowCount; i++)
    compliance[i] = (reserveScaleNm[i]! * reserveScaleNm[i]!) / (2 * RESERVE_WEIGHT);
}
