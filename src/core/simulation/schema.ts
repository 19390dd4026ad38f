import * as v from 'valibot';
import { LEVELS } from '../anatomy/levels.ts';
import type { Coded } from '../quantity/coded.ts';

// Parts of a scenario's schemas. A message is a rule in code, which `problem.ts` reads back: sentences are made where the reader's
// language is known.

/** Rules for a field's value, by their message codes. */
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

/** Refusals that do not concern a field's value: the field does not belong there, or the text as a whole cannot be read. */
export const REFUSALS = ['unknownField', 'noJson', 'tooLong'] as const;

export const rule = (code: Rule['code'], values: Rule['values'] = {}): string =>
  JSON.stringify({ code, values } satisfies Rule);

/** Symbols, the same in every language, for unit words in the tables. */
const SYMBOLS: Readonly<Record<string, string>> = { degrees: '°', '× usual': '×' };

/** @param unit where the field's name does not contain it */
export const numberIn = (min: number, max: number, unit = '') => {
  const message = rule('range', { min, max, unit: unit && ` ${SYMBOLS[unit] ?? unit}` });
  return v.pipe(v.number(message), v.minValue(min, message), v.maxValue(max, message));
};

export const wholeNumberIn = (min: number, max: number) => {
  const message = rule('whole', { min, max });
  return v.pipe(v.number(message), v.integer(message), v.minValue(min, message), v.maxValue(max, message));
};

export const oneOf = <const T extends readonly (string | number)[]>(options: T) =>
  v.picklist(options, rule('option', { options: options.join(', ') }));

/** Object of exactly these fields; the message for a missing one is the field's own. */
export const object = <T extends v.ObjectEntries>(entries: T) =>
  v.strictObject(entries, (issue) => {
    const key = String(issue.path?.at(-1)?.key);
    const entry = Object.hasOwn(entries, key) ? (entries[key] as { message?: unknown }) : undefined;
    return typeof entry?.message === 'string' ? entry.message : rule('fields');
  });

export const listOf = <T extends v.GenericSchema>(item: T, most: number) =>
  v.pipe(v.array(item, rule('list')), v.maxLength(most, rule('atMost', { most })));

export const levelSchema = v.picklist(LEVELS, rule('option', { options: `${LEVELS[0]} … ${LEVELS.at(-1)}` }));
