import { describe, expect, it } from 'vitest';
import type { Kind, Posed } from '../../src/modes/quiz/question.ts';
import { optionsOf } from './quizAnswers.ts';
import { expectTrue, pose, testKinds } from './quizPosed.ts';

testKinds(1);

/** A parameter of the model for each kind, changed so that the answer about the same person in the same act is another. */
const CHANGES: readonly (readonly [Kind, number, string, number])[] = [
  ['strength', 1, 'trabecularDensityPerT', 10],
  ['chart', 2, 'specificTensionNPerCm2', 40],
  ['heaviest', 2, 'trabecularDensityAtT0', 200],
  ['front', 1, 'kyphoticEccentricity', 0],
  ['holds', 1, 'trabecularDensityPerT', 10],
  ['first', 2, 'kyphoticEccentricity', 0],
  ['grade', 2, 'plateauOverYield', 0.2],
  ['cobb', 1, 'neighbourShare', 0],
  ['height', 2, 'plateauOverYield', 0.2],
  ['next', 1, 'trabecularDensityAtT0', 200],
  ['neighbour', 4, 'ribShare', 0],
];
const tellRight = ({ answer, ...posed }: Posed) =>
  answer.type === 'choice'
    ? optionsOf({ answer, ...posed }).find(({ id }) => id === answer.right)!.label
    : answer.right;

describe('a changed model', () => {
  it.each(CHANGES)('moves the answer: %s of seed %i with %s at %d', async (kind, seed, key, value) => {
    const overrides = { [key]: value };
    const [before, after] = [await pose(seed, kind), await pose(seed, kind, overrides)];
    expect(after.kind).toBe(kind);
    expect(after.asked).toEqual({ ...before.asked, overrides });
    expect(tellRight(after)).not.toEqual(tellRight(before));
    expectTrue(after);
  });

  it.each([
    ['act', 2, 'ribShare', 0.7],
    ['disc', 1, 'archShareWorn', 0],
    ['technique', 3, 'trabecularDensityAtT0', 200],
  ] as const)(
    'moves what was found of each choice: %s of seed %i with %s at %d',
    async (kind, seed, key, value) => {
      const found = (posed: Posed) => optionsOf(posed).map((option) => option.found);
      const [before, after] = [await pose(seed, kind), await pose(seed, kind, { [key]: value })];
      expect(found(after)).not.toEqual(found(before));
      expectTrue(after);
    },
  );

  // a group is the T-score's; a shape, the place's of the load on the level
  it.each([
    ['category', 1, 'trabecularDensityAtT0', 200],
    ['shape', 7, 'plateauOverYield', 0.9],
  ] as const)(
    'moves the figures that explain an answer it keeps: %s of seed %i with %s at %d',
    async (kind, seed, key, value) => {
      const [before, after] = [await pose(seed, kind), await pose(seed, kind, { [key]: value })];
      expect(after.asked).toEqual({ ...before.asked, overrides: { [key]: value } });
      expect(after.answer).toEqual(before.answer);
      expect(after.figures).not.toEqual(before.figures);
      expectTrue(after);
    },
  );
});
