import { describe, expect, it } from 'vitest';
import { LEVELS } from '../../src/core/anatomy/levels.ts';
import type { Scenario } from '../../src/core/simulation/scenario.ts';
import { poseQuestion } from '../../src/modes/quiz/pose.ts';
import { KINDS, type Kind, type Posed } from '../../src/modes/quiz/question.ts';
import { isRight } from '../../src/modes/quiz/round.ts';
import { QUIZ_SOURCES } from '../../src/modes/quiz/sources.ts';
import { SOURCES } from '../../src/panels/sheets/sourceTable.ts';
import { ANSWERS, optionsOf, simulate } from './quizAnswers.ts';

/** Two rounds' numbers for each kind: those whose first draw makes a fair question, which saves the computing of others. */
const SEEDS: Readonly<Record<Kind, readonly [number, number]>> = {
  category: [1, 2],
  strength: [1, 2],
  chart: [1, 2],
  act: [2, 3],
  disc: [1, 2],
  technique: [3, 9],
  heaviest: [2, 4],
  front: [1, 2],
  holds: [1, 2],
  first: [1, 3],
  shape: [2, 7],
  grade: [1, 2],
  cobb: [1, 2],
  height: [2, 3],
  next: [1, 4],
  neighbour: [1, 4],
  sham: [1, 2],
  spared: [1, 2],
  scan: [1, 2],
  stopping: [1, 2],
  rest: [1, 2],
  flags: [1, 2],
};
/** The radiograph is drawn from the trace, the finding from the end plates' corners: they agree to this, degrees. */
const RADIOGRAPH_DEG = 0.5;

const pose = (seed: number, kind: Kind, overrides?: Scenario['overrides']): Promise<Posed> =>
  poseQuestion(seed, kind, async (scenario) => simulate(scenario), overrides);

function expectTrue(posed: Posed): void {
  const truth = ANSWERS[posed.kind](posed);
  if (posed.answer.type === 'angle')
    expect(Math.abs(posed.answer.right - Number(truth))).toBeLessThan(RADIOGRAPH_DEG);
  else expect(posed.answer.right).toBe(truth);
}

describe.each(KINDS)('%s', (kind) => {
  it.each(SEEDS[kind])('has the simulation’s answer, seed %i', async (seed) => {
    const posed = await pose(seed, kind);
    expect(posed.kind).toBe(kind);
    expectTrue(posed);
  });

  it('has one right answer among distinct ones', async () => {
    for (const seed of SEEDS[kind]) {
      const { answer, ...posed } = await pose(seed, kind);
      const options = optionsOf({ answer, ...posed });
      const labels = options.map(({ label }) => JSON.stringify(label));
      expect(new Set(labels).size).toBe(options.length);
      const given = answer.type === 'choice' ? options.map(({ id }) => id) : LEVELS;
      const right = given.filter((one) => isRight(answer, one));
      if (answer.type === 'choice') expect(right).toEqual([answer.right]);
      // the vertebra, and those beside it
      if (answer.type === 'level') expect([2, 3]).toContain(right.length);
    }
  });

  it('is the same again from the same seed', async () => {
    expect(await pose(SEEDS[kind][0], kind)).toEqual(await pose(SEEDS[kind][0], kind));
  });
});

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

it('names sources that there are', () => {
  const keys = Object.values(QUIZ_SOURCES).flatMap((source) => ('source' in source ? [source.source] : []));
  expect(keys.filter((key) => !Object.hasOwn(SOURCES, key))).toEqual([]);
});
