import type { SectionState } from '../bone/section.ts';
import type { VoxelBody } from './body.ts';
import { createVector, dot } from './grid.ts';
import { acceptStrains, type BoneState, createBone, noteStrains, refreshBricks } from './material.ts';
import { createMeasures, type Measures } from './measure.ts';
import { createMultigrid, refreshMultigrid } from './multigrid.ts';
import { createSolver, type Solver, solve } from './solve.ts';

/** Point of the curve of force against shortening. */
export interface CurvePoint {
  readonly forceN: number;
  /** Shortening of the body, mm: mean over its cross-section, at its rim in front and behind, and in its middle. */
  readonly meanMm: number;
  readonly frontMm: number;
  readonly backMm: number;
  readonly middleMm: number;
  /** Change of the force in the last iteration, as a fraction of it: how far the step is from balance. */
  readonly left: number;
}

/** Body in a press between its discs, which loads it at a constant place. */
export interface Press {
  readonly body: VoxelBody;
  readonly bone: BoneState;
  readonly solver: Solver;
  readonly measures: Measures;
  /** Force of 1 N on the plate, of half of it in a halved body. */
  readonly load: Float64Array;
  /** Displacements under that force with the stiffness of now. */
  readonly perN: Float64Array;
}

/** Error of an elastic solution, and of one on the way through a collapse. */
const ELASTIC_TOLERANCE = 1e-6;
const STEP_TOLERANCE = 2e-3;

/**
 * @param frontMm place of the force, + = towards the front
 * @param rightMm + = towards the right; a halved body is loaded in its mirror plane
 */
export function createPress(body: VoxelBody, state: SectionState, frontMm: number, rightMm: number): Press {
  const { grid } = body.bricks;
  const bone = createBone(body, state);
  const multigrid = createMultigrid(body.bricks, body.coarsenings);
  const load = createVector(grid);
  const force = grid.halved ? -0.5 : -1;
  load[grid.dof + 1] = force;
  load[grid.dof + 2] = force * frontMm;
  if (!grid.halved) load[grid.dof + 4] = force * rightMm;
  const press: Press = {
    body,
    bone,
    solver: createSolver(multigrid),
    measures: createMeasures(body),
    load,
    perN: createVector(grid),
  };
  refreshMultigrid(multigrid, 16);
  solve(press.solver, load, press.perN, ELASTIC_TOLERANCE);
  return press;
}

function readPoint({ measures, perN }: Press, forceN: number, left: number): CurvePoint {
  return {
    forceN,
    meanMm: forceN * dot(measures.mean, perN),
    frontMm: forceN * dot(measures.front, perN),
    backMm: forceN * dot(measures.back, perN),
    middleMm: forceN * dot(measures.middle, perN),
    left,
  };
}

/** Force per mean shortening of the body without its discs, before anything yields, N/mm. */
export const calcStiffnessNPerMm = ({ measures, perN }: Press): number => 1 / dot(measures.mean, perN);

/** Steps of shortening, as fractions of the height: even up to `EVEN`, then growing by `GROWTH` up to `LONGEST`. */
const FIRST = 0.0015;
const EVEN = 0.018;
const GROWTH = 1.3;
const LONGEST = 0.02;

/** Most iterations of a step, and the change of force at which it counts as balanced. */
const MOST_ITERATIONS = 6;
const BALANCED = 0.004;

/**
 * Shortens a body step by step to a fraction of its height, and yields every point of its curve. At a given shortening the force
 * follows from the secant stiffness, so that there is a solution beyond the peak too. The caller may stop at any point.
 */
export function* pressTo(press: Press, fraction: number): Generator<CurvePoint, void> {
  const { bone, solver, measures, load, perN, body } = press;
  const heightMm = body.section.heightMm * body.heightRatio;
  let step = FIRST;
  for (let to = FIRST; ; to = Math.min(fraction, to + step)) {
    const targetMm = to * heightMm;
    let forceN = targetMm / dot(measures.mean, perN);
    let left = 1;
    for (let n = 0; n < MOST_ITERATIONS && left > BALANCED; n++) {
      noteStrains(bone, perN, forceN);
      refreshBricks(bone);
      if (n === 0) refreshMultigrid(solver.multigrid, 2);
      solve(solver, load, perN, STEP_TOLERANCE);
      const next = targetMm / dot(measures.mean, perN);
      left = Math.abs(next - forceN) / next;
      forceN = next;
    }
    noteStrains(bone, perN, forceN);
    acceptStrains(bone);
    yield readPoint(press, forceN, left);
    if (to >= fraction) return;
    if (to >= EVEN) step = Math.min(LONGEST, step * GROWTH);
  }
}
