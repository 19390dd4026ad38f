import type { Language, Translate, Values } from './translate.ts';

/** Problem as in `core/quantity/coded.ts`; `problem` is one to be inserted into the sentence of another. */
interface Said {
  readonly code: string;
  readonly values: Values;
  readonly problem?: Said;
}

/** Most decimals of a bound in a field's range. */
const DECIMALS = 6;

/** Sentence about a problem, from the texts `problems`. */
export function sayTrouble(
  { code, values, problem }: Said,
  language: Language,
  t: Translate<'problems'>,
): string {
  const given: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(values))
    given[name] = typeof value === 'number' && name !== 'n' ? showNumber(value, language) : value;
  if (given.field === '') given.field = t('subject');
  if (problem) given.problem = sayTrouble(problem, language, t);
  return t(code as Parameters<typeof t>[0], given);
}

const showNumber = (value: number, { number }: Language): string => {
  const decimals = String(value).split('.')[1]?.length ?? 0;
  return number(value, Math.min(DECIMALS, decimals));
};
