import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sayProblem } from '../../src/cli/english.ts';
import { checkScenario, readScenario } from '../../src/core/simulation/scenario.ts';
import { FOUR_ACTS } from './support.ts';
import { expectSentences, withPatient } from './supportScenario.ts';

describe('whatever comes', () => {
  const check = (value: unknown) => {
    const reading = checkScenario(value);
    if (!reading.ok) expectSentences(reading.problems.map(sayProblem));
    return reading.ok;
  };

  it('is answered in sentences, never by throwing', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
        check(value);
      }),
      { numRuns: 400, seed: 7 },
    );
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) => {
        const reading = readScenario(text);
        if (!reading.ok) expectSentences(reading.problems.map(sayProblem));
      }),
      { numRuns: 300, seed: 8 },
    );
  });

  it('is answered when one thing of a good scenario is replaced', () => {
    // somewhere in a good scenario any JSON value stands for what was there
    const rich = {
      ...withPatient({ knownFractures: [{ level: 'T7', shape: 'wedge', genantGrade: 1 }] }),
      overrides: { reflexDelayMs: 100 },
      events: [...FOUR_ACTS, { type: 'cement', level: 'L1', volumeMl: 3, method: 'vertebroplasty' }],
    };
    const paths: (string | number)[][] = [];
    const walk = (value: unknown, path: (string | number)[]) => {
      paths.push(path);
      if (Array.isArray(value)) value.forEach((inner, i) => void walk(inner, [...path, i]));
      else if (typeof value === 'object' && value !== null)
        for (const [key, inner] of Object.entries(value)) walk(inner, [...path, key]);
    };
    walk(rich, []);
    const replace = (value: unknown, [key, ...rest]: (string | number)[], by: unknown): unknown =>
      key === undefined
        ? by
        : Array.isArray(value)
          ? value.map((inner, i) => (i === key ? replace(inner, rest, by) : inner))
          : Object.fromEntries(
              Object.entries(value as object).map(([name, inner]) => [
                name,
                name === key ? replace(inner, rest, by) : inner,
              ]),
            );
    let taken = 0;
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.jsonValue({ maxDepth: 2 }), (path, by) => {
        if (check(replace(rich, path, by))) taken++;
      }),
      { numRuns: 600, seed: 9 },
    );
    // almost nothing of that is a scenario
    expect(taken).toBeLessThan(120);
    expect(check(rich)).toBe(true);
  });
});
