import { createRandom } from '../../core/math/random.ts';
import type { Scenario } from '../../core/simulation/scenario.ts';
import type { Ask } from '../../runtime/session/ask.ts';
import { createScenario } from '../../runtime/session/scenarioEditor.ts';
import { type CreateScenario, KINDS, type Kind, type Pose, type Posed } from './question.ts';
import { poseCategory, poseStrength } from './questions/bone.ts';
import { poseFirst, poseHeight, poseHolds, poseNext } from './questions/breaks.ts';
import { poseNeighbour } from './questions/cement.ts';
import { poseFlags, poseRest, poseScan, poseSham, poseSpared, poseStopping } from './questions/helps.ts';
import { poseAct, poseChart, poseDisc, poseFront, poseHeaviest, poseTechnique } from './questions/load.ts';
import { poseCobb, poseGrade, poseShape } from './questions/radiograph.ts';

const POSES: Readonly<Record<Kind, Pose>> = {
  category: poseCategory,
  strength: poseStrength,
  chart: poseChart,
  act: poseAct,
  disc: poseDisc,
  technique: poseTechnique,
  heaviest: poseHeaviest,
  front: poseFront,
  holds: poseHolds,
  first: poseFirst,
  shape: poseShape,
  grade: poseGrade,
  cobb: poseCobb,
  height: poseHeight,
  next: poseNext,
  neighbour: poseNeighbour,
  sham: poseSham,
  spared: poseSpared,
  scan: poseScan,
  stopping: poseStopping,
  rest: poseRest,
  flags: poseFlags,
};

/** Draws after which a kind is given up: with a strongly changed model nothing may break any more. */
const MOST_DRAWS = 24;

/**
 * Poses one question: seed and kind determine patient and act, and the model computes the answer. The same seed, kind and overrides
 * give the same question. Where no draw gives a fair one of this kind, a kind that always does is used instead.
 */
export async function poseQuestion(
  seed: number,
  kind: Kind,
  ask: Ask,
  overrides?: Scenario['overrides'],
): Promise<Posed> {
  const random = createRandom(seed, KINDS.indexOf(kind));
  const create: CreateScenario = (patient, events) => createScenario({ patient, overrides }, events);
  for (let draw = 0; draw < MOST_DRAWS; draw++) {
    const posed = await POSES[kind](random, create, ask);
    if (posed) return posed;
  }
  return poseCategory(random, create, ask);
}
