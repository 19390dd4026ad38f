import * as v from 'valibot';
import { LEVELS } from '../anatomy/levels.ts';
import type { Coded } from '../quantity/coded.ts';

// What the schemas of a scenario are made of. A message is a rule in code, which `problem.ts` reads back: sentences are made where the
// language is known.

/** What a field must be, by what is said of one that is not. */
export const RULES = [
  'range',
  'whole',
  'option',
  'fields',
  'list',
  'atMost',
  'onceEach',
  'event',
  'parameter',
] as const;
export type Rule = Coded<(typeof RULES)[number]>;

/** What is no matter of a field's value: the field does not belong there, or the text as a whole cannot be read. */
export const REFUSALS = ['unknownField', 'noJson', 'tooLong'] as const;

export const rule = (code: Rule['code'], values: Rule['values'] = {}): string =>
  JSON.stringify({ code, values } satisfies Rule);

/** @param unit its symbol, where the field's name does not say it */
export const numberIn = (min: number, max: number, unit = '') => {
  const message = rule('range', { min, max, unit: unit && ` ${unit}` });
  return v.pipe(v.number(message), v.minValue(min, message), v.maxValue(max, message));
};

export const wholeNumberIn = (min: number, max: number) => {
  const message = rule('whole', { min, max });
  return v.pipe(v.number(message), v.integer(message), v.minValue(min, message), v.maxValue(max, message));
};

export const oneOf = <const T extends readonly (string | number)[]>(options: T) =>
  v.picklist(options, rule('option', { options: options.join(', ') }));

/** An object of exactly these fields; what is said of a missing one is what the field itself would say. */
export const object = <T extends v.ObjectEntries>(entries: T) =>
  v.strictObject(entries, (issue) => {
    const key = String(issue.path?.at(-1)?.key);
    const entry = Object.hasOwn(entries, key) ? (entries[key] as { message?: unknown }) : undefined;
    return typeof entry?.message === 'string' ? entry.message : rule('fields');
  });

export const listOf = <T extends v.GenericSchema>(item: T, most: number) =>
  v.pipe(v.array(item, rule('list')), v.maxLength(most, rule('atMost', { most })));

export const levelSchema = v.picklist(LEVELS, rule('option', { options: `${LEVELS[0]} … ${LEVELS.at(-1)}` }));
