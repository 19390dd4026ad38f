import type { Ask } from '../../runtime/session/ask.ts';
import { isBroken } from '../../runtime/session/runReads.ts';
import {
  createActivity,
  createScenario,
  type Person,
  STRONG_T,
  withPatient,
} from '../../runtime/session/scenarioEditor.ts';

/** The two bones between which a visitor chooses, as T-scores. */
export interface BoneTScores {
  readonly fragile: number;
  readonly strong: number;
}
export type Bone = keyof BoneTScores;

/** T-scores that are tried, from the border of osteoporosis down to the weakest that a scenario may have. */
const TRIED = [-2.5, -3, -3.5, -4, -4.5, -5, -5.5, -6];

/** Fragile is the first bone that a lift breaks, computed for this person: the person's own, or the strongest that was tried. */
export async function findBoneTScores(person: Person, ask: Ask): Promise<BoneTScores> {
  const own = person.patient.tScore;
  const strong = Math.max(STRONG_T, own);
  for (const tScore of [own, ...TRIED.filter((tried) => tried < own)]) {
    const run = await ask(createScenario(withPatient(person, { tScore }), [createActivity('lift')]));
    if (tScore < strong && isBroken(run)) return { fragile: tScore, strong };
  }
  return { fragile: TRIED.at(-1)!, strong };
}

export const findBone = ({ fragile, strong }: BoneTScores, tScore: number): Bone =>
  tScore > (fragile + strong) / 2 ? 'strong' : 'fragile';
