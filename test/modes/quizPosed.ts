import { describe, expect, it } from 'vitest';
import { LEVELS } from '../../src/core/anatomy/levels.ts';
import type { Scenario } from '../../src/core/simulation/scenario.ts';
import { poseQuestion } from '../../src/modes/quiz/pose.ts';
import { KINDS, type Kind, type Posed } from '../../src/modes/quiz/question.ts';
import { isRight } from '../../src/modes/quiz/round.ts';
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

export const pose = (seed: number, kind: Kind, overrides?: Scenario['overrides']): Promise<Posed> =>
  poseQuestion(seed, kind, async (scenario) => simulate(scenario), overrides);

export function expectTrue(posed: Posed): void {
  const truth = ANSWERS[posed.kind](posed);
  if (posed.answer.type === 'angle')
    expect(Math.abs(posed.answer.right - Number(truth))).toBeLessThan(RADIOGRAPH_DEG);
  else expect(posed.answer.right).toBe(truth);
}

/** Asserts of one question of each kind that its answer is true, one, and the same again. @param nth of the kind's seeds */
export function testKinds(nth: 0 | 1): void {
  describe.each(KINDS)('%s', (kind) => {
    const seed = SEEDS[kind][nth];

    it('has the simulation’s answer', async () => {
      const posed = await pose(seed, kind);
      expect(posed.kind).toBe(kind);
      expectTrue(posed);
    });

    it('has one right answer among distinct ones', async () => {
      const { answer, ...posed } = await pose(seed, kind);
      const options = optionsOf({ answer, ...posed });
      const labels = options.map(({ label }) => JSON.stringify(label));
      expect(new Set(labels).size).toBe(options.length);
      const given = answer.type === 'choice' ? options.map(({ id }) => id) : LEVELS;
      const right = given.filter((one) => isRight(answer, one));
      if (answer.type === 'choice') expect(right).toEqual([answer.right]);
      // the vertebra, and those beside it
      if (answer.type === 'level') expect([2, 3]).toContain(right.length);
    });

    it('is the same again from the same seed', async () => {
      expect(await pose(seed, kind)).toEqual(await pose(seed, kind));
    });
  });
}
