import type { Language, Translate, Values } from './translate.ts';

/** Something wrong, as `core/quantity/coded.ts` has it; `problem` is what a sentence of its own is put into. */
interface Said {
  readonly code: string;
  readonly values: Values;
  readonly problem?: Said;
}

/** Most decimals of a bound that a field has. */
const DECIMALS = 6;

/** The sentence for what is wrong, out of the texts `problems`. */
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
