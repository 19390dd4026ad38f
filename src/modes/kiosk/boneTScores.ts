import type { Ask } from '../../runtime/session/ask.ts';
import { isBroken } from '../../runtime/session/runReads.ts';
import {
  createActivity,
  createScenario,
  type Person,
  STRONG_T,
  withPatient,
} from '../../runtime/session/scenarioEditor.ts';

/** T-scores of the two bones between which a visitor chooses. */
export interface BoneTScores {
  readonly fragile: number;
  readonly strong: number;
}
export type Bone = keyof BoneTScores;

/** T-scores tried, from the limit of osteoporosis down to the lowest that a scenario may have. */
const TRIED = [-2.5, -3, -3.5, -4, -4.5, -5, -5.5, -6];

/** T-scores for this person: the fragile one is her own if a lift breaks it, or the highest tried that it breaks. */
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
