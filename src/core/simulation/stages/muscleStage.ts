import type { BodyPose } from '../../activity/bodyPose.ts';
import { LEVEL_COUNT } from '../../anatomy/levels.ts';
import { applyDiscForce, applyOutsideForces, type Column } from '../../column/column.ts';
import { mix } from '../../math/scalar.ts';
import { exp } from '../../math/transcendental.ts';
import { calcMuscleForces, calcYieldNm, type MuscleSystem } from '../../muscle/muscleSystem.ts';
import type { Person } from '../patient/person.ts';
import type { BodyMotion } from './bodyMotion.ts';
import { calcLigamentN, calcMuscleDemand, createMuscleDemand, type MuscleDemand } from './muscleDemand.ts';
import { createMuscles, solvePose } from './muscleSolution.ts';

/** Muscles while an act runs. */
export interface MuscleWork {
  readonly system: MuscleSystem;
  readonly demand: MuscleDemand;
  /** Sum of all fascicles' pulls across each disc at the last solution: forward, up (compression), to the right, 17 × 3, N. */
  readonly pullN: Float64Array;
  /** The same at the solution before: forces change linearly from one to the next, because muscles do not jump. */
  readonly pullBeforeN: Float64Array;
  /** Extension moment of each disc's tissues by yielding, 17, Nm. */
  readonly yieldNm: Float64Array;
  readonly feedbackNm: Float64Array;
  readonly compressionN: Float64Array;
}

/** @param symmetric both sides do the same, so that one stands for both */
export function createMuscleWork(person: Person, symmetric: boolean): MuscleWork {
  return {
    system: createMuscles(person.model, symmetric),
    demand: createMuscleDemand(),
    pullN: new Float64Array(3 * LEVEL_COUNT),
    pullBeforeN: new Float64Array(3 * LEVEL_COUNT),
    yieldNm: new Float64Array(LEVEL_COUNT),
    feedbackNm: new Float64Array(3 * LEVEL_COUNT),
    compressionN: new Float64Array(LEVEL_COUNT),
  };
}

/**
 * Muscle stage. Feed-forward and feedback make each disc's moment in the disc's own rows. The fascicles supply it: the sum of
 * their forces acts across each disc, so moment and force together are those at their attachments. The stretched posterior
 * ligaments add compression; abdominal pressure takes some off. When bodies collapse, the long muscles beside them slacken by
 * their short-range stiffness and pull less; the moment is kept (our assumption).
 *
 * @param slackMm height that the column has lost and its muscles have not taken up
 * @param step steps since the last solution, of `stepsPerSolution` between two; at 0 the muscles are solved anew
 */
export function applyMuscles(
  person: Person,
  column: Column,
  motion: BodyMotion,
  slackMm: number,
  work: MuscleWork,
  step: number,
  stepsPerSolution: number,
): void {
  const { model, standing } = person;
  const { before, now, after, outside } = motion;
  const { demand, feedbackNm, pullN, pullBeforeN, compressionN } = work;
  const { stepS } = column;
  const uptake = 1 - exp(-stepS / ACTIVATION_S);
  for (let i = 0; i < LEVEL_COUNT; i++) {
    const disc = column.discs[i]!;
    compressionN[i] = disc.compressionN;
    // feedback from the present position of the bodies, before the sacrum moves on; no faster than muscles take it up
    disc.measure();
    for (let axis = 0; axis < 3; axis++) {
      const wantedRad = getDiscAngleRad(now, i, axis);
      const rateRadPerS = (wantedRad - getDiscAngleRad(before, i, axis)) / stepS;
      const at = 3 * i + axis;
      feedbackNm[at]! += uptake * (disc.calcHoldNm(axis, wantedRad, rateRadPerS) - feedbackNm[at]!);
    }
  }
  calcMuscleDemand(
    model,
    now,
    motion.acceleration,
    outside,
    standing.posture.flexionRad,
    compressionN,
    demand,
  );
  if (step === 0) {
    pullBeforeN.set(pullN);
    solvePose(work.system, now, demand, feedbackNm);
    calcMuscleForces(work.system, pullN);
    for (let i = 0; i < LEVEL_COUNT; i++)
      work.yieldNm[i] = calcYieldNm(work.system, work.system.rowsPerDisc * (i + 1) - 1);
  }
  const t = (step + 1) / stepsPerSolution;
  for (let i = 0; i < LEVEL_COUNT; i++) {
    const disc = column.discs[i]!;
    const { momentNm, targetRad, targetRateRadPerS } = disc.drive;
    for (let axis = 0; axis < 3; axis++) {
      const at = 3 * i + axis;
      momentNm[axis] = demand.wantedNm[at]! + demand.assistNm[at]!;
      targetRad[axis] = getDiscAngleRad(now, i, axis);
      // over the coming step
      targetRateRadPerS[axis] = (getDiscAngleRad(after, i, axis) - targetRad[axis]!) / stepS;
    }
    const pressing = mix(pullBeforeN[3 * i + 1]!, pullN[3 * i + 1]!, t);
    const slackN = calcSlackN(model.parameters.muscleStiffnessNPerMm, slackMm, pressing);
    applyDiscForce(
      column,
      i,
      mix(pullBeforeN[3 * i]!, pullN[3 * i]!, t),
      pressing -
        slackN +
        calcLigamentN(model, i, disc.passiveNm[2]! + work.yieldNm[i]!) -
        demand.pressureN[i]!,
      mix(pullBeforeN[3 * i + 2]!, pullN[3 * i + 2]!, t),
    );
  }
  applyOutsideForces(column, outside.forceN, outside.momentNm);
}

/** Muscle force for which the parameter muscleStiffnessNPerMm is given, N: short-range stiffness grows with force (our assumption). */
const STIFFNESS_AT_N = 1500;

/** Loss of a muscle force by slackening, N. */
const calcSlackN = (stiffnessNPerMm: number, slackMm: number, pressingN: number): number =>
  Math.max(0, pressingN) * Math.min(1, (stiffnessNPerMm * slackMm) / STIFFNESS_AT_N);

/** Time constant with which fascicles follow the feedback, s (our assumption: activation of a muscle). */
const ACTIVATION_S = 0.03;

/** Target angle of a disc's upper plate: bending to the right, axial rotation to the left, extension, rad. */
const getDiscAngleRad = ({ discAngles }: BodyPose, disc: number, axis: number): number =>
  axis === 0
    ? discAngles.lateralRad[disc]!
    : axis === 1
      ? discAngles.torsionRad[disc]!
      : -discAngles.flexionRad[disc]!;
