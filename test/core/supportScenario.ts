import { expect } from 'vitest';
import { FOUR_ACTS, WOMAN } from './support.ts';

export const PATIENT = { ...WOMAN, tScore: -2 };
export const GOOD = { version: 1, patient: PATIENT, events: [...FOUR_ACTS] };

export const withPatient = (change: object) => ({ ...GOOD, patient: { ...PATIENT, ...change } });
export const withEvent = (...events: unknown[]) => ({ ...GOOD, events });
export const without = (object: object, key: string) =>
  Object.fromEntries(Object.entries(object).filter(([name]) => name !== key));
export const lift = (change: object) => withEvent({ type: 'activity', name: 'lift', ...change });

/** Every problem is one line, one sentence, and short enough to be read. */
export function expectSentences(problems: readonly string[]): void {
  expect(problems.length).toBeGreaterThan(0);
  for (const problem of problems) {
    expect(problem).toMatch(/^[^\n\r]+\.$/);
    expect(problem.length).toBeLessThan(400);
  }
}
