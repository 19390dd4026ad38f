import { createRequire } from 'node:module';
import type { ColumnGeometry } from '../../src/core/anatomy/columnGeometry.ts';
import { type Fascicle, PELVIS_BODY } from '../../src/core/anatomy/muscles.ts';
import {
  CUBIC_ROUNDING,
  type MuscleProblem,
  type MuscleSolver,
  RESERVE_WEIGHT,
} from '../../src/core/muscle/staticOptimisation.ts';

type Matrix = number[][];
/** Counts from 1, as the Fortran that it was: ½ xᵀDx − dᵀx with Aᵀx ≥ b, the first `equalities` of them equal. */
const { solveQP } = createRequire(import.meta.url)('quadprog') as {
  solveQP(
    d: Matrix,
    linear: number[],
    a: Matrix,
    b: number[],
    equalities: number,
  ): { readonly solution: number[]; readonly message: string };
};

const momentAt = (p: MuscleProblem, k: number, row: number): number => {
  const j = row - p.firstRow[k]!;
  return j >= 0 && j < p.span[k]! ? p.arms[p.offset[k]! + j]! : 0;
};

/** Wanted moments less those of these forces, row by row (Nm). */
export function calcRest(p: MuscleProblem, force: ArrayLike<number>): number[] {
  return Array.from({ length: p.rowCount }, (_, i) => {
    let rest = p.wantedNm[i]!;
    for (let k = 0; k < p.columnCount; k++) rest -= momentAt(p, k, i) * force[k]!;
    return rest;
  });
}

/** The cost of forces, their lack made up by reserves that balance exactly. */
export function calcCost(p: MuscleProblem, force: ArrayLike<number>, power: 2 | 3): number {
  let cost = 0;
  for (let k = 0; k < p.columnCount; k++) {
    const x = p.maxForceN[k]! > 0 ? force[k]! / p.maxForceN[k]! : 0;
    cost += power === 2 ? x * x : x ** 3 + CUBIC_ROUNDING * x * x;
  }
  calcRest(p, force).forEach((rest, i) => {
    cost += RESERVE_WEIGHT * (rest / p.reserveScaleNm[i]!) ** 2;
  });
  return cost;
}

/** The same problem for the dense library, power 2: unknowns x = F / Fmax, then reserves scaled to the same curvature. */
export function createDenseProblem(p: MuscleProblem): () => number[] {
  const { rowCount, columnCount } = p;
  const size = columnCount + rowCount;
  const limits = rowCount + 2 * columnCount;
  const grid = (width: number): Matrix =>
    Array.from({ length: size + 1 }, () => new Array<number>(width + 1).fill(0));
  const a = grid(limits);
  const b = new Array<number>(limits + 1).fill(0);
  for (let i = 0; i < rowCount; i++) {
    for (let k = 0; k < columnCount; k++) a[k + 1]![i + 1] = momentAt(p, k, i) * p.maxForceN[k]!;
    a[columnCount + i + 1]![i + 1] = p.reserveScaleNm[i]! / Math.sqrt(RESERVE_WEIGHT);
    b[i + 1] = p.wantedNm[i]!;
  }
  for (let k = 0; k < columnCount; k++) {
    a[k + 1]![rowCount + k + 1] = 1;
    b[rowCount + k + 1] = p.maxForceN[k]! > 0 ? p.floorN[k]! / p.maxForceN[k]! : 0;
    a[k + 1]![rowCount + columnCount + k + 1] = -1;
    b[rowCount + columnCount + k + 1] = -1;
  }
  return () => {
    // the library overwrites its first matrix with its factor
    const d = grid(size);
    for (let n = 1; n <= size; n++) d[n]![n] = 2;
    const { solution, message } = solveQP(d, new Array<number>(size + 1).fill(0), a, b, rowCount);
    if (message) throw new Error(message);
    return Array.from(p.maxForceN, (most, k) => solution[k + 1]! * most);
  };
}

/** Largest breach of the optimality conditions, each in its own unit, from the definitions alone. */
export function calcBreach(solver: MuscleSolver) {
  const { forceN, reserveNm, lambda, power, problem: p } = solver;
  const rest = calcRest(p, forceN);
  const most = Math.max(1, ...p.wantedNm.map(Math.abs));
  const equilibrium = Math.max(...rest.map((r, i) => Math.abs(r - reserveNm[i]!))) / most;
  const reserve = Math.max(
    ...Array.from(lambda, (price, i) => {
      const own = (2 * RESERVE_WEIGHT * reserveNm[i]!) / p.reserveScaleNm[i]! ** 2;
      return Math.abs(own - price) / Math.max(1, Math.abs(price));
    }),
  );
  let bounds = 0;
  let stationarity = 0;
  for (let k = 0; k < p.columnCount; k++) {
    const full = p.maxForceN[k]!;
    if (full === 0) continue;
    const x = forceN[k]! / full;
    const least = p.floorN[k]! / full;
    let price = 0;
    for (let i = 0; i < p.rowCount; i++) price += lambda[i]! * momentAt(p, k, i) * full;
    const pull = (power === 2 ? 2 * x : 3 * x * x + 2 * CUBIC_ROUNDING * x) - price;
    bounds = Math.max(bounds, least - x, x - 1);
    // a force at its floor may want less, one at its most may want more
    const breach =
      x <= least + 1e-12 ? Math.max(0, -pull) : x >= 1 - 1e-12 ? Math.max(0, pull) : Math.abs(pull);
    stationarity = Math.max(stationarity, breach / Math.max(1, Math.abs(price)));
  }
  return { equilibrium, reserve, bounds, stationarity };
}

/** World place of each point of a fascicle's path, from the bodies' places and axes. */
export function locatePath(
  { body, pointsM }: Fascicle,
  geometry: ColumnGeometry,
): [number, number, number][] {
  return body.map((b, k) => {
    const pelvis = b === PELVIS_BODY;
    const origin = pelvis ? geometry.sacrumM : geometry.originM.subarray(3 * b, 3 * b + 3);
    const axes = pelvis ? geometry.sacrumAxes : geometry.axes.subarray(9 * b, 9 * b + 9);
    return [0, 1, 2].map(
      (row) =>
        origin[row]! +
        axes[3 * row]! * pointsM[3 * k]! +
        axes[3 * row + 1]! * pointsM[3 * k + 1]! +
        axes[3 * row + 2]! * pointsM[3 * k + 2]!,
    ) as [number, number, number];
  });
}
