import type { Impact } from '../../activity/act.ts';
import { calcContactN, calcPelvisKg } from '../../activity/fall.ts';
import {
  applyGroundForce,
  applyPosture,
  type Column,
  driveSacrum,
  freeSacrum,
  stepColumn,
} from '../../column/column.ts';
import type { Person } from '../patient/person.ts';
import type { BodyMotion } from './bodyMotion.ts';
import { applyMuscles, type MuscleWork } from './muscleStage.ts';

/**
 * Lets the column come to rest in the present pose of the motion, on a fixed sacrum.
 *
 * @param stepsPerSolution steps from one solution of the muscles to the next
 */
export function settleColumn(
  person: Person,
  column: Column,
  motion: BodyMotion,
  work: MuscleWork,
  durationS: number,
  stepsPerSolution: number,
): void {
  applyPosture(column, motion.now.geometry);
  const steps = Math.round(durationS / column.stepS);
  for (let n = 0; n < steps; n++) {
    applyMuscles(person, column, motion, 0, work, n % stepsPerSolution, stepsPerSolution);
    driveSacrum(column, motion.now.geometry, motion.now.geometry);
    stepColumn(column);
  }
}

/** Makes the pelvis a mass on the ground that bears the column. */
export const landPelvis = ({ model }: Person, column: Column): void =>
  freeSacrum(column, calcPelvisKg(model));

/** Applies the ground's force on the pelvis from its depth below the point of contact. */
export function pressGround(impact: Impact, column: Column, { now }: BodyMotion): void {
  const { sacrum } = column;
  const heightM = sacrum.position.y - (now.geometry.sacrumM[1]! - now.fallM);
  applyGroundForce(column, calcContactN(impact, heightM, sacrum.velocity.y));
}
