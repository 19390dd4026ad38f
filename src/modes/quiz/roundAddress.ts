import type { Scenario } from '../../core/simulation/scenario.ts';
import { calcFragment, SCENARIO_NAMES } from '../../runtime/address/address.ts';
import { writeProgress } from '../../runtime/address/progress.ts';
import { DEFAULT_SCENARIO } from '../../runtime/session/session.ts';
import { type Round, readOutcomes, readRound, writeOutcomes } from './round.ts';

/** Values of a quiz in the address. */
export interface RoundAddress {
  readonly round: Round | null;
  /** Outcomes so far. */
  readonly outcomes: readonly boolean[] | null;
  /** Outcomes of a score that was passed on. */
  readonly sent: readonly boolean[] | null;
  /** Which of them could not be read. */
  readonly refused: 'refused.round' | 'refused.score' | null;
}

export function readRoundAddress(url: { readonly search: string; readonly hash: string }): RoundAddress {
  const query = new URLSearchParams(url.search);
  const score = new URLSearchParams(url.hash.replace(/^#/, '')).get('score');
  const round = readRound((name) => query.get(name));
  const sent = round && score !== null ? readOutcomes(score, round) : null;
  const answers = query.get('answers');
  const outcomes = round && answers !== null ? readOutcomes(answers, round) : null;
  const isWhole = sent?.length === round?.length;
  const badRound = (query.has('quiz') && !round) || (answers !== null && !outcomes);
  return {
    round,
    outcomes: badRound ? null : outcomes,
    sent: isWhole ? sent : null,
    refused: score !== null && !(sent && isWhole) ? 'refused.score' : badRound ? 'refused.round' : null,
  };
}

/** A round and its progress as values of an address. */
export const writeRound = ({ seed, length }: Round, outcomes: readonly boolean[]) => ({
  quiz: String(seed),
  questions: String(length),
  answers: writeOutcomes(outcomes),
});

/** Writes a round and its progress into the address's query; a score that was passed on is removed. */
export const writeRoundAddress = (round: Round, outcomes: readonly boolean[]): void =>
  writeProgress('quiz', writeRound(round, outcomes));

/** Link that passes a score on: the questions in its query, the score and any overrides in its fragment. */
export async function createScoreLink(
  round: Round,
  outcomes: readonly boolean[],
  overrides: Scenario['overrides'],
): Promise<string> {
  const query = new URLSearchParams(location.search);
  for (const name of ['answers', ...SCENARIO_NAMES]) query.delete(name);
  query.set('mode', 'quiz');
  query.set('quiz', String(round.seed));
  query.set('questions', String(round.length));
  const model = overrides ? `&${(await calcFragment({ ...DEFAULT_SCENARIO, overrides })).slice(1)}` : '';
  return `${location.origin}${location.pathname}?${query}#score=${writeOutcomes(outcomes)}${model}`;
}
