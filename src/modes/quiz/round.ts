import { LEVELS, type Level, levelIndex } from '../../core/anatomy/levels.ts';
import { createRandom } from '../../core/math/random.ts';
import { shuffle } from './draw.ts';
import { type Answer, type Given, KINDS, type Kind } from './question.ts';

/** Round of questions, as in a link. */
export interface Round {
  readonly seed: number;
  readonly length: RoundLength;
}
export const LENGTHS = [6, KINDS.length] as const;
export type RoundLength = (typeof LENGTHS)[number];

/** Number of seeds: they are read aloud in class, so five digits at most. */
export const SEED_COUNT = 100_000;

/** Kinds of a round's questions, in the order of a lesson; a short round has a random selection. */
export function getKinds({ seed, length }: Round): readonly Kind[] {
  const drawn = new Set(shuffle(createRandom(seed, KINDS.length), KINDS).slice(0, length));
  return KINDS.filter((kind) => drawn.has(kind));
}

/** Whether an answer counts: the right option, the vertebra or one beside it, an angle within the tolerance. */
export function isRight(answer: Answer, given: Given): boolean {
  switch (answer.type) {
    case 'choice':
      return given === answer.right;
    case 'level': {
      const level = LEVELS.indexOf(given as Level);
      return level >= 0 && Math.abs(level - levelIndex(answer.right)) <= 1;
    }
    case 'angle':
      return Math.abs(Number(given) - answer.right) <= answer.tolerance;
  }
}

/** Round in an address, `quiz=4711&questions=6`; null where there is none, or none that can be read. */
export function readRound(get: (name: string) => string | null): Round | null {
  const [seed, length] = [get('quiz') ?? '', Number(get('questions') ?? KINDS.length)];
  const known = LENGTHS.find((one) => one === length);
  return /^\d{1,5}$/.test(seed) && known ? { seed: Number(seed), length: known } : null;
}

/** Outcomes in an address, a digit per question: 1 right, 0 wrong. Null where they cannot be this round's. */
export function readOutcomes(text: string, { length }: Round): readonly boolean[] | null {
  if (text.length > length || !/^[01]*$/.test(text)) return null;
  return [...text].map((digit) => digit === '1');
}
export const writeOutcomes = (outcomes: readonly boolean[]): string =>
  outcomes.map((right) => (right ? '1' : '0')).join('');
export const countRight = (outcomes: readonly boolean[]): number => outcomes.filter(Boolean).length;
