import { createVector, dot } from './grid.ts';
import { applyMultigrid, applyStiffness, type Multigrid } from './multigrid.ts';

/** Scratch vectors of the conjugate gradients. */
export interface Solver {
  readonly multigrid: Multigrid;
  readonly residual: Float64Array;
  readonly direction: Float64Array;
  readonly force: Float64Array;
}

export function createSolver(multigrid: Multigrid): Solver {
  const { grid } = multigrid.bricks;
  return {
    multigrid,
    residual: createVector(grid),
    direction: createVector(grid),
    force: createVector(grid),
  };
}

export interface Solution {
  readonly iterations: number;
  /** Residual over load, in the norm of the preconditioner (about that of energy). */
  readonly left: number;
}

const MOST_ITERATIONS = 200;

/**
 * Displacements under a load by preconditioned conjugate gradients, from the displacements in `u`, which follow the plate.
 *
 * @param tolerance of the residual over the load, in the norm of the preconditioner
 */
export function solve(solver: Solver, load: Float64Array, u: Float64Array, tolerance: number): Solution {
  const { multigrid, residual, direction, force } = solver;
  const finest = multigrid.levels[0]!;
  const precondition = (from: Float64Array): number => {
    finest.force.set(from);
    applyMultigrid(multigrid);
    return dot(finest.u, from);
  };
  const target = tolerance * tolerance * precondition(load);
  applyStiffness(finest, u, force);
  for (let i = 0; i < residual.length; i++) residual[i] = load[i]! - force[i]!;
  let energy = precondition(residual);
  direction.set(finest.u);
  let iterations = 0;
  while (energy > target && iterations < MOST_ITERATIONS) {
    applyStiffness(finest, direction, force);
    const step = energy / dot(direction, force);
    for (let i = 0; i < u.length; i++) {
      u[i]! += step * direction[i]!;
      residual[i]! -= step * force[i]!;
    }
    const next = precondition(residual);
    const share = next / energy;
    for (let i = 0; i < u.length; i++) direction[i] = finest.u[i]! + share * direction[i]!;
    energy = next;
    iterations++;
  }
  return { iterations, left: Math.sqrt((energy / target) * tolerance * tolerance) };
}
