import { createMuscleSystem, type MuscleSystem } from '../../src/core/muscle/muscleSystem.ts';
import {
  advanceBodyMotion,
  calcBodyMotion,
  createBodyMotion,
} from '../../src/core/simulation/stages/bodyMotion.ts';
import { calcMuscleDemand, createMuscleDemand } from '../../src/core/simulation/stages/muscleDemand.ts';
import { solvePose } from '../../src/core/simulation/stages/muscleSolution.ts';
import { calcTissueLimits } from '../../src/core/simulation/stages/tissueLimits.ts';
import { calcCost, createDenseProblem } from '../core/supportMuscle.ts';
import { type Rehearsal, rehearse } from '../core/supportPose.ts';
import { healthy, STEP_S } from './people.ts';
import { median, microseconds, type Row } from './row.ts';

const FRAME_S = 1 / 60;

/** Acts whose muscles are timed, and what a warm solve may take, ms. */
const KINDS = [
  { kind: 'sagittal', name: 'bend', symmetric: true, budgetMs: 0.2 },
  { kind: '3-D', name: 'make-bed', symmetric: false, budgetMs: 1 },
] as const;

/** Goes through an act frame by frame, over and over, and computes what each asks. */
function createCourse({ person, performance, act }: Rehearsal) {
  const motion = createBodyMotion();
  const demand = createMuscleDemand();
  const { flexionRad } = person.standing.posture;
  let timeS = 0;
  const next = () => {
    timeS = (timeS + FRAME_S) % act.durationS;
    calcBodyMotion(motion, performance, act, timeS, FRAME_S);
    const { now, acceleration, outside } = motion;
    calcMuscleDemand(person.model, now, acceleration, outside, flexionRad, null, demand);
  };
  return { motion, demand, next };
}

const createSystem = (symmetric: boolean, power: 2 | 3, model = healthy.model): MuscleSystem =>
  createMuscleSystem(model, calcTissueLimits(model), symmetric, power);

/** Warm solves over the frames of an act, lines of force and all, ms. */
function timeWarm(rehearsal: Rehearsal, system: MuscleSystem): number {
  const { motion, demand, next } = createCourse(rehearsal);
  const work = () => solvePose(system, motion.now, demand, null);
  for (let n = 0; n < 200; n++) {
    next();
    work();
  }
  return median(800, work, next);
}

/** The same problem by the dense library. Both must find the same objective. */
function benchAgainstDense({ kind, name, symmetric }: (typeof KINDS)[number]): Row {
  const rehearsal = rehearse(healthy, { name });
  const system = createSystem(symmetric, 2);
  const { motion, demand, next } = createCourse(rehearsal);
  // to where the act asks most, a third on its way
  for (let timeS = 0; timeS < rehearsal.act.durationS / 3; timeS += FRAME_S) {
    next();
    solvePose(system, motion.now, demand, null);
  }
  const { solver } = system;
  const { problem } = solver;
  const before = problem.wantedNm.slice();
  // warm: from the solution of the frame before
  const lambda = solver.lambda.slice();
  next();
  const ours = median(
    200,
    () => solvePose(system, motion.now, demand, null),
    () => solver.lambda.set(lambda),
  );
  solver.lambda.set(lambda);
  solvePose(system, motion.now, demand, null);
  if (problem.wantedNm.every((moment, i) => moment === before[i])) throw new Error('The pose did not move.');
  const solveDense = createDenseProblem(problem);
  let dense: number[] = [];
  const theirs = median(symmetric ? 5 : 1, () => {
    dense = solveDense();
  });
  const apart = Math.abs(calcCost(problem, solver.forceN, 2) / calcCost(problem, dense, 2) - 1);
  if (apart > 1e-6) throw new Error(`Objectives differ by ${apart}.`);
  return {
    name: `muscle solve, ${kind}, squares`,
    value: 1000 * ours,
    unit: 'µs',
    reference: `quadprog, ${problem.columnCount} + ${problem.rowCount} unknowns, objective within ${apart.toExponential(0)} (${microseconds(theirs)})`,
    ratio: theirs / ours,
  };
}

/** How a solve's cost grows with the number of fascicles: each taken apart into so many, or one of so many left. */
function benchFascicles(): Row[] {
  const rehearsal = rehearse(healthy, { name: 'make-bed' });
  const { fascicles } = healthy.model;
  const whole = timeWarm(rehearsal, createSystem(false, 3));
  const time = (list: typeof fascicles) =>
    timeWarm(rehearsal, createSystem(false, 3, { ...healthy.model, fascicles: list }));
  const half = fascicles
    .filter((_, k) => k % 2 === 0)
    .map((fascicle) => ({ ...fascicle, areaM2: 2 * fascicle.areaM2 }));
  const twice = fascicles.flatMap((fascicle) => {
    const part = { ...fascicle, areaM2: fascicle.areaM2 / 2 };
    return [part, part];
  });
  const reference = `${2 * fascicles.length} fascicles (${microseconds(whole)})`;
  return [half, twice].map((list) => {
    const ms = time(list);
    return {
      name: `muscle solve, 3-D, ${2 * list.length} fascicles`,
      value: 1000 * ms,
      unit: 'µs',
      reference,
      ratio: whole / ms,
    };
  });
}

/** Pose and demand of one step, as a run computes them. */
function benchPose({ kind, name }: (typeof KINDS)[number]): Row {
  const { person, performance, act } = rehearse(healthy, { name });
  const motion = createBodyMotion();
  const demand = createMuscleDemand();
  const { flexionRad } = person.standing.posture;
  let timeS = 0;
  calcBodyMotion(motion, performance, act, timeS, STEP_S);
  const ms = median(4000, () => {
    timeS = (timeS + STEP_S) % act.durationS;
    advanceBodyMotion(motion, performance, act, timeS, STEP_S);
    const { now, acceleration, outside } = motion;
    calcMuscleDemand(person.model, now, acceleration, outside, flexionRad, null, demand);
  });
  return {
    name: `pose and demand of a step, ${kind}`,
    value: 1000 * ms,
    unit: 'µs',
    reference: 'real time of the step',
    ratio: (1000 * STEP_S) / ms,
  };
}

export function benchMuscles(): Row[] {
  const warm = KINDS.map(({ kind, name, symmetric, budgetMs }): Row => {
    const ms = timeWarm(rehearse(healthy, { name }), createSystem(symmetric, 3));
    return {
      name: `muscle solve, ${kind}, warm`,
      value: 1000 * ms,
      unit: 'µs',
      reference: `budget of ${microseconds(budgetMs)}`,
      ratio: budgetMs / ms,
    };
  });
  return [...warm, ...KINDS.map(benchAgainstDense), ...benchFascicles(), ...KINDS.map(benchPose)];
}
