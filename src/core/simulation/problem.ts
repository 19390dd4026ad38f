import type * as v from 'valibot';
import type { Coded } from '../quantity/coded.ts';
import type { REFUSALS, Rule } from './schema.ts';

/**
 * Problem in a value that should be a scenario. Its values: those of the rule, and `field`, the path of the field (empty: the
 * scenario itself); `state`, `missing` or `wrong`; `found`, the value found, shortened.
 */
export type Problem = Coded<Rule['code'] | (typeof REFUSALS)[number]>;

export function describeIssue(issue: v.BaseIssue<unknown>): Problem {
  const field = (issue.path ?? [])
    .map((item) => (typeof item.key === 'number' ? `[${item.key}]` : `.${shorten(String(item.key))}`))
    .join('')
    .replace(/^\./, '');
  // also where the schema of an act's row refused it
  if (issue.expected === 'never') return { code: 'unknownField', values: { field } };
  const { code, values } = JSON.parse(issue.message) as Rule;
  const missing = issue.received === 'undefined';
  return {
    code,
    values: {
      ...values,
      field,
      state: missing ? 'missing' : 'wrong',
      found: missing ? '' : shorten(issue.received),
    },
  };
}

/** Foreign text on one line: cut, and without characters that break lines or control a terminal. */
const shorten = (text: string): string => {
  const plain = text.slice(0, 200).replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ');
  return plain.length > 60 ? `${plain.slice(0, 57)}…` : plain;
};
