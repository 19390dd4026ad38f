import { GSSolver, type Solver } from 'cannon-es';
import { LEVEL_COUNT } from '../../src/core/anatomy/levels.ts';
import { ChainSolver } from '../../src/core/column/chainSolver.ts';
import type { Column } from '../../src/core/column/column.ts';
import { applyMuscles } from '../../src/core/simulation/stages/muscleStage.ts';
import { createHeldColumn, rehearse } from '../core/supportPose.ts';
import { healthy, STEP_S } from './people.ts';
import { median, microseconds, type Row } from './row.ts';

const GRAVITY = 9.80665;

/** A column in quiet standing that has come to rest, and a solver under test that holds its equations. */
function createStandingColumn(solver: Solver) {
  const { column, motion, work, step } = createHeldColumn(rehearse(healthy, { name: 'stand' }), 0.5, STEP_S);
  for (let n = 0; n < 480; n++) step();
  // one solve by the solver under test on the same state: forces as at the start of a step, velocities put back afterwards
  applyMuscles(healthy, column, motion, 0, work, 1, 4);
  for (const body of column.bodies) body.force.y -= body.mass * GRAVITY;
  for (const disc of column.discs) disc.update();
  for (const disc of column.discs) for (const equation of disc.equations) solver.addEquation(equation);
  return { column, step, solver };
}

const keepVelocities = (column: Column) =>
  column.bodies.flatMap(({ velocity: v, angularVelocity: w }) => [v.x, v.y, v.z, w.x, w.y, w.z]);

function putVelocities({ bodies }: Column, kept: readonly number[]): void {
  bodies.forEach(({ velocity, angularVelocity }, i) => {
    velocity.set(kept[6 * i]!, kept[6 * i + 1]!, kept[6 * i + 2]!);
    angularVelocity.set(kept[6 * i + 3]!, kept[6 * i + 4]!, kept[6 * i + 5]!);
  });
}

/** Exact chain solver against cannon-es's GSSolver with as many sweeps as bring its velocities within 0.1 % of the exact ones. */
export function benchColumn(): Row[] {
  const exact = createStandingColumn(new ChainSolver(LEVEL_COUNT));
  const sweeping = createStandingColumn(new GSSolver());
  const gs = sweeping.solver as GSSolver;
  gs.tolerance = 0;
  const solveOnce = ({ column, solver }: typeof exact): number[] => {
    const kept = keepVelocities(column);
    solver.solve(STEP_S, column.world);
    const left = keepVelocities(column).map((value, i) => value - kept[i]!);
    putVelocities(column, kept);
    return left;
  };
  // what the solve does to the velocities is the multipliers' whole effect; GSSolver does not hand on the multipliers themselves
  const wanted = solveOnce(exact);
  const size = Math.hypot(...wanted);
  let sweeps = 10;
  for (; sweeps < 100_000; sweeps = Math.ceil(sweeps * 1.2)) {
    gs.iterations = sweeps;
    const got = solveOnce(sweeping);
    if (Math.hypot(...got.map((value, i) => value - wanted[i]!)) < 1e-3 * size) break;
  }
  const time = (of: typeof exact, calls: number) => {
    const kept = keepVelocities(of.column);
    for (let n = 0; n < calls; n++) solveOnce(of);
    return median(
      calls,
      () => of.solver.solve(STEP_S, of.column.world),
      () => putVelocities(of.column, kept),
    );
  };
  const exactMs = time(exact, 3000);
  const sweepingMs = time(sweeping, 60);
  const stepMs = median(2000, exact.step);
  return [
    {
      name: 'chain solve, exact',
      value: 1000 * exactMs,
      unit: 'µs',
      reference: `cannon-es GSSolver, ${sweeps} sweeps for 0.1 % (${microseconds(sweepingMs)})`,
      ratio: sweepingMs / exactMs,
    },
    {
      name: 'column step, muscles solved in it',
      value: 1000 * stepMs,
      unit: 'µs',
      reference: 'real time of the step',
      ratio: (1000 * STEP_S) / stepMs,
    },
  ];
}
