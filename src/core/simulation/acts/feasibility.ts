import { DISC_NAMES, LEVEL_COUNT } from '../../anatomy/levels.ts';
import type { MuscleSystem } from '../../muscle/muscleSystem.ts';
import type { Person } from '../patient/person.ts';
import { calcBodyMotion, createBodyMotion } from '../stages/bodyMotion.ts';
import { calcMuscleDemand, createMuscleDemand } from '../stages/muscleDemand.ts';
import { createMuscles, solvePose } from '../stages/muscleSolution.ts';
import { FRAME_RATE_HZ } from '../timing.ts';
import type { PreparedAct } from './prepareAct.ts';
import type { MuscleRefusal } from './refusal.ts';

/** Missing part of a moment, as a fraction of it, from which an act is refused (our assumption) … */
const MOST_RESERVE = 0.05;
/** … unless the missing moment is smaller than this, Nm. */
const NOTHING_NM = 2;

/** Number of intervals between the poses checked, evenly over the act. */
const CHECKS = 12;

/** Refusal where this person cannot do the act: in some pose, held still, a disc's moment exceeds what its muscles can make; else null. */
export function findRefusal(person: Person, { act, performance }: PreparedAct): MuscleRefusal | null {
  const motion = createBodyMotion();
  const demand = createMuscleDemand();
  const system = createMuscles(person.model, act.symmetric);
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
    const missing = findMissing(system);
    if (missing) return missing;
  }
  return null;
}

/** Refusal for the first disc whose moment the muscles' last solution leaves to its reserve, or null. */
export function findMissing({ solver, rowsPerDisc }: MuscleSystem): MuscleRefusal | null {
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
      return {
        code: 'muscles',
        values: {
          disc: DISC_NAMES[i]!,
          wantedNm: Math.round(wanted),
          possibleNm: Math.round(wanted - missing),
        },
      };
  }
  return null;
}
