import { LEVEL_COUNT } from '../anatomy/levels.ts';
import { applyAxialForce, applyOutsideForce, type Column } from '../column/column.ts';
import { calcPassiveMoment, passive } from '../column/passive.ts';
import { calcFlexorFloorN, calcPressureArmM, calcPressureForceN } from '../muscle/abdomen.ts';
import { calcMomentDemand } from '../muscle/demand.ts';
import { calcEffort, calcMusclePair, type MusclePair } from '../muscle/equivalentMuscles.ts';
import type { BodyMotion } from './bodyMotion.ts';
import type { Person } from './person.ts';
import { calcRibMomentNm } from './standing.ts';

/** Forces of the muscles at one moment, per disc, N. */
export interface MuscleForces {
  readonly extensorN: Float64Array;
  readonly flexorN: Float64Array;
  /** Feed-forward moment of the last call, Nm: the feedback comes on top. */
  readonly feedForwardNm: Float64Array;
  readonly demandNm: Float64Array;
  /** What ribs and abdominal pressure make of it without muscle across the disc, Nm. */
  readonly assistNm: Float64Array;
}

export const createMuscleForces = (): MuscleForces => ({
  extensorN: new Float64Array(LEVEL_COUNT),
  flexorN: new Float64Array(LEVEL_COUNT),
  feedForwardNm: new Float64Array(LEVEL_COUNT),
  demandNm: new Float64Array(LEVEL_COUNT),
  assistNm: new Float64Array(LEVEL_COUNT),
});

const pair: MusclePair = { extensorN: 0, flexorN: 0 };

/** Moment that muscles must add at each disc in the pose wanted now: inverse dynamics less tissues, ribs and abdominal pressure. */
function calcFeedForward(person: Person, motion: BodyMotion, dynamic: boolean, forces: MuscleForces): void {
  const { model, standing } = person;
  const { now, acceleration, outside } = motion;
  calcMomentDemand(model, now.geometry, dynamic ? acceleration : null, outside, forces.demandNm);
  for (let i = 0; i < LEVEL_COUNT; i++) {
    calcPassiveMoment(model.discs[i]!, now.flexionRad[i]! - standing.posture.flexionRad[i]!);
    const pressureNm = calcPressureForceN(model, i, now.pressureKPa) * calcPressureArmM(model);
    forces.assistNm[i] = pressureNm + calcRibMomentNm(model, i, forces.demandNm[i]!);
    forces.feedForwardNm[i] = forces.demandNm[i]! - passive.momentNm - forces.assistNm[i]!;
  }
}

/**
 * The muscle stage: feed-forward and the feedback of the last step make each disc's moment; extensor and flexor supply it and
 * press the discs together, as do the posterior ligaments; abdominal pressure pushes them apart. When bodies collapse, the long
 * muscles beside them slacken by their short-range stiffness and press less; the moment is held (source model).
 *
 * @param slackMm height the column has lost since the act began
 */
export function applyMuscles(
  person: Person,
  column: Column,
  motion: BodyMotion,
  slackMm: number,
  forces: MuscleForces,
): void {
  const { model } = person;
  const { before, now, after, outside } = motion;
  const { muscleStiffnessNPerMm, annulusShare } = model.parameters;
  for (let i = 0; i < LEVEL_COUNT; i++) {
    // feedback = what the disc's bending row made beyond its drive
    const disc = column.discs[i]!;
    feedbackNm[i] = disc.muscleMomentNm - disc.drive.momentNm;
  }
  calcFeedForward(person, motion, true, forces);
  for (let i = 0; i < LEVEL_COUNT; i++) {
    const disc = column.discs[i]!;
    const pressureN = calcPressureForceN(model, i, now.pressureKPa);
    disc.drive.momentNm = forces.feedForwardNm[i]! + forces.assistNm[i]!;
    disc.drive.targetFlexionRad = now.flexionRad[i]!;
    disc.drive.targetRateRadPerS = (after.flexionRad[i]! - before.flexionRad[i]!) / (2 * column.stepS);
    calcMusclePair(
      model.discs[i]!,
      forces.feedForwardNm[i]! + feedbackNm[i]!,
      calcFlexorFloorN(model, i, now.pressureKPa),
      pair,
    );
    forces.extensorN[i] = pair.extensorN;
    forces.flexorN[i] = pair.flexorN;
    const ligamentN = ((1 - annulusShare) * Math.max(0, disc.passiveMomentNm)) / model.discs[i]!.ligamentArmM;
    const slackN = Math.min(muscleStiffnessNPerMm * slackMm, pair.extensorN + pair.flexorN);
    applyAxialForce(column, i, pair.extensorN + pair.flexorN - slackN + ligamentN - pressureN);
  }
  applyOutsideForce(column, outside.forceX, outside.forceY, outside.momentNm);
}

const feedbackNm = new Float64Array(LEVEL_COUNT);

/** Index of the disc whose muscles would have to exceed their capacity to hold the pose, or −1. */
export function findOverload(person: Person, motion: BodyMotion, forces: MuscleForces): number {
  calcFeedForward(person, motion, false, forces);
  return person.model.discs.findIndex((disc, i) => {
    calcMusclePair(
      disc,
      forces.feedForwardNm[i]!,
      calcFlexorFloorN(person.model, i, motion.now.pressureKPa),
      pair,
    );
    return calcEffort(disc, pair) > 1;
  });
}
