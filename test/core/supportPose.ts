import { type Act, type ActRequest, createAct } from '../../src/core/activity/act.ts';
import { type BodyPose, createBodyPose } from '../../src/core/activity/bodyPose.ts';
import type { Performance } from '../../src/core/activity/performance.ts';
import { preparePerformance } from '../../src/core/activity/prepare.ts';
import { calcBodyPose } from '../../src/core/activity/wholeBody.ts';
import type { ChainSolver } from '../../src/core/column/chainSolver.ts';
import { applyPosture, type Column, driveSacrum, stepColumn } from '../../src/core/column/column.ts';
import { calcMuscleForces } from '../../src/core/muscle/muscleSystem.ts';
import { createPerson, type Person } from '../../src/core/simulation/patient/person.ts';
import { calcStandingPosture } from '../../src/core/simulation/patient/standing.ts';
import { createSpineState } from '../../src/core/simulation/patient/state.ts';
import {
  type BodyMotion,
  calcBodyMotion,
  createBodyMotion,
} from '../../src/core/simulation/stages/bodyMotion.ts';
import { createColumnAtRest } from '../../src/core/simulation/stages/columnAtRest.ts';
import { calcMuscleDemand } from '../../src/core/simulation/stages/muscleDemand.ts';
import { solvePose } from '../../src/core/simulation/stages/muscleSolution.ts';
import {
  applyMuscles,
  createMuscleWork,
  type MuscleWork,
} from '../../src/core/simulation/stages/muscleStage.ts';
import { MAN, WOMAN } from './support.ts';

/** People that the tests of poses and muscles look at. */
export const PEOPLE = {
  woman: createPerson({ ...WOMAN, tScore: -1 }),
  man: createPerson(MAN),
  short: createPerson({ ...MAN, heightCm: 130, massKg: 45 }),
  tall: createPerson({ ...MAN, heightCm: 210, massKg: 120 }),
} as const;
export type Who = keyof typeof PEOPLE;

/** A person, intact, about to do an act. */
export interface Rehearsal {
  readonly person: Person;
  readonly act: Act;
  readonly performance: Performance;
  readonly poseAt: (timeS: number, of?: Act) => BodyPose;
}

/** @throws where the person cannot reach what the act asks */
export function rehearse(person: Person, request: ActRequest | Act): Rehearsal {
  const { model, standing, sections } = person;
  const state = createSpineState(sections);
  const act = 'tracks' in request ? (request as Act) : createAct(request);
  const performance = preparePerformance(model, state, calcStandingPosture(model, standing, state), act);
  if ('code' in performance) throw new Error(performance.code);
  const poseAt = (timeS: number, of: Act = act): BodyPose => {
    const pose = createBodyPose();
    calcBodyPose(performance, of, timeS, pose);
    return pose;
  };
  return { person, act, performance, poseAt };
}

/** Moments of an act, evenly from its start to its end, s. */
export const momentsOf = ({ durationS }: Act, count = 30): number[] =>
  Array.from({ length: count + 1 }, (_, n) => (durationS * n) / count);

/** Muscles as they hold a moving pose, by inverse dynamics and static optimisation alone. */
export interface HeldPose {
  readonly motion: BodyMotion;
  readonly work: MuscleWork;
}

/** Solves pose after pose with one solver, so that solutions start warm, as in a run. */
export function createPoseSolver(
  { person, performance, act }: Rehearsal,
  symmetric = act.symmetric,
): (timeS: number) => HeldPose {
  const motion = createBodyMotion();
  const work = createMuscleWork(person, symmetric);
  return (timeS) => {
    calcBodyMotion(motion, performance, act, timeS, 1 / 60);
    const { posture } = person.standing;
    const { now, acceleration, outside } = motion;
    calcMuscleDemand(person.model, now, acceleration, outside, posture.flexionRad, null, work.demand);
    solvePose(work.system, now, work.demand, null);
    calcMuscleForces(work.system, work.pullN);
    return { motion, work };
  };
}

export interface HeldColumn extends HeldPose {
  readonly column: Column;
  /** A step with the pose held still and its muscles solved anew. */
  readonly step: () => void;
}

/** The column placed in an act's pose at a moment when the pose rests. */
export function createHeldColumn(
  { person, performance, act }: Rehearsal,
  timeS: number,
  stepS: number,
  solver?: ChainSolver,
): HeldColumn {
  const column = createColumnAtRest(person, createSpineState(person.sections), stepS, solver);
  const motion = createBodyMotion();
  calcBodyMotion(motion, performance, act, timeS, stepS);
  applyPosture(column, motion.now.geometry);
  const work = createMuscleWork(person, act.symmetric);
  const step = () => {
    applyMuscles(person, column, motion, 0, work, 0, 1);
    driveSacrum(column, motion.now.geometry, motion.now.geometry);
    stepColumn(column);
  };
  return { column, motion, work, step };
}

/** Moments at which a pose rests, upright, bent, turned, sidewards and one-handed. */
export const RESTING_POSES = [
  ['stand', { name: 'stand' }, 0.5],
  ['bend', { name: 'bend' }, 1.8],
  ['twist', { name: 'twist' }, 1.25],
  ['make-bed', { name: 'make-bed' }, 1.6],
  ['carry', { name: 'carry', loadKg: 12 }, -1],
] as const satisfies readonly (readonly [string, ActRequest, number])[];
