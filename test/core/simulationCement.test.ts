import { describe, expect, it } from 'vitest';
import { LEVELS, levelIndex } from '../../src/core/anatomy/levels.ts';
import { getLevelLoads } from '../../src/core/simulation/results/results.ts';
import { LIFT, run, STAND, scenario } from './support.ts';

describe('cement', () => {
  it('is placed as asked and makes the body stronger from then on', () => {
    const { results } = run(
      scenario(-3.5, [LIFT, STAND, { type: 'cement', level: 'T12', volumeMl: 4 }, STAND]),
    );
    const [, before, cement, after] = results.events;
    expect(cement).toMatchObject({ type: 'cement', name: 'vertebroplasty', feasible: true, level: 'T12' });
    const i = levelIndex('T12');
    expect(getLevelLoads(after!)[i]!.centralStrengthN).toBeGreaterThan(
      getLevelLoads(before!)[i]!.centralStrengthN,
    );
    expect(getLevelLoads(after!)[i]!.strengthN).toBeGreaterThan(getLevelLoads(before!)[i]!.strengthN);
    // its neighbours' bone is what it was, but for what standing presses together of columns that the lift had begun to crush
    for (const other of [i - 1, i + 1])
      expect(
        Math.abs(
          getLevelLoads(after!)[other]!.centralStrengthN / getLevelLoads(before!)[other]!.centralStrengthN -
            1,
        ),
      ).toBeLessThan(0.01);
    expect(results.findings.levels.map((level) => level.cementMl)).toEqual(
      LEVELS.map((level) => (level === 'T12' ? 4 : 0)),
    );
  });

  it('does not straighten what is crushed', () => {
    const crushed = run(scenario(-3.5, [LIFT])).results.findings;
    const filled = run(scenario(-3.5, [LIFT, { type: 'cement', level: 'T12' }])).results.findings;
    expect(filled.kyphosisDeg).toBe(crushed.kyphosisDeg);
    expect(filled.heightLossMm).toBe(crushed.heightLossMm);
  });

  it('holds no more than there is room for', () => {
    const { results } = run(
      scenario(-2, [
        { type: 'cement', level: 'T4', volumeMl: 12 },
        { type: 'cement', level: 'T4', volumeMl: 12 },
      ]),
    );
    const { cementMl } = results.findings.levels[levelIndex('T4')]!;
    // T4 of a small woman: 0.82 × 23 × 24 × 15 mm³ of which a tenth is bone
    expect(cementMl).toBeGreaterThan(3);
    expect(cementMl).toBeLessThan(8);
  });
});
