import type { Act } from '../activity/act.ts';
import type { Performance } from '../activity/wholeBody.ts';
import { DISC_NAMES } from '../anatomy/levels.ts';
import { type BodyMotion, calcBodyMotion } from './bodyMotion.ts';
import { findOverload, type MuscleForces } from './muscleStage.ts';
import type { Person } from './person.ts';
import { FRAME_RATE_HZ } from './traceRecorder.ts';

/** Why this person cannot do the act, or null: held still in each pose, some muscle would pass its capacity. */
export function findReason(
  person: Person,
  motion: BodyMotion,
  forces: MuscleForces,
  performance: Performance,
  act: Act,
): string | null {
  const CHECKS = 12;
  for (let check = 0; check <= CHECKS; check++) {
    calcBodyMotion(motion, performance, act, (act.durationS * check) / CHECKS, 1 / FRAME_RATE_HZ);
    const disc = findOverload(person, motion, forces);
    if (disc >= 0)
      return `The muscles across ${DISC_NAMES[disc]} would have to make ${Math.round(Math.abs(forces.feedForwardNm[disc]!))} Nm, more than this person's can.`;
  }
  return null;
}
