import type { Act } from '../../activity/act.ts';
import type { Performance } from '../../activity/performance.ts';
import { DISC_NAMES, LEVEL_COUNT } from '../../anatomy/levels.ts';
import type { MuscleSystem } from '../../muscle/muscleSystem.ts';
import type { Person } from '../patient/person.ts';
import { FRAME_RATE_HZ } from '../results/traceRecorder.ts';
import { type BodyMotion, calcBodyMotion } from '../stages/bodyMotion.ts';
import { calcMuscleDemand } from '../stages/muscleDemand.ts';
import { solvePose } from '../stages/muscleSolution.ts';
import type { MuscleWork } from '../stages/muscleStage.ts';

/** A moment that muscles cannot make to within this share of it is not made (source model) … */
const MOST_RESERVE = 0.05;
/** … unless it is as small as this, Nm. */
const NOTHING_NM = 2;

/** Why this person cannot do the act, or null: held still in each pose, some disc's moment would be more than its muscles make. */
export function findReason(
  person: Person,
  motion: BodyMotion,
  work: MuscleWork,
  performance: Performance,
  act: Act,
): string | null {
  const CHECKS = 12;
  const { system, demand } = work;
  for (let check = 0; check <= CHECKS; check++) {
    calcBodyMotion(motion, performance, act, (act.durationS * check) / CHECKS, 1 / FRAME_RATE_HZ);
    calcMuscleDemand(
      person.model,
      motion.now,
      null,
      motion.outside,
      person.standing.posture.flexionRad,
      null,
      demand,
    );
    solvePose(system, motion.now, demand, null);
    const missing = describeMissing(system);
    if (missing) return missing;
  }
  return null;
}

/** The first disc whose moment the muscles' last solution leaves to its reserve, in a sentence; or null. */
export function describeMissing({ solver, rowsPerDisc }: MuscleSystem): string | null {
  const { reserveNm, problem } = solver;
  for (let i = 0; i < LEVEL_COUNT; i++) {
    let missing = 0;
    let wanted = 0;
    for (let row = rowsPerDisc * i; row < rowsPerDisc * (i + 1); row++) {
      missing += reserveNm[row]! * reserveNm[row]!;
      wanted += problem.wantedNm[row]! * problem.wantedNm[row]!;
    }
    missing = Math.sqrt(missing);
    wanted = Math.sqrt(wanted);
    if (missing > MOST_RESERVE * wanted && missing > NOTHING_NM)
      return `The muscles across ${DISC_NAMES[i]} would have to make ${Math.round(wanted)} Nm, and this person's make ${Math.round(wanted - missing)}.`;
  }
  return null;
}
