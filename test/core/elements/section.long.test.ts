import { describe, expect, it } from 'vitest';
import { calcStrengthN } from '../../../src/core/bone/strength.ts';
import { runCollapse } from '../../../src/core/elements/outcome.ts';
import { finish } from '../../../src/core/simulation/finish.ts';
import { calcCorrelation } from '../../published/report/statistics.ts';
import { pressOf } from './support.ts';

/** Shortening within which every first peak lies, as a fraction of the height. */
const PAST_PEAK = 0.08;

const BODIES = (['T8', 'T12', 'L3'] as const).flatMap((level) =>
  [0, -4].flatMap((tScore) =>
    [0.1, 0.9].flatMap((discWear) =>
      [0, 0.15].map((front) => ({ level, tScore, discWear, front, voxelMm: 2.5 })),
    ),
  ),
);

describe('the section against the elements', () => {
  const pairs = BODIES.map((body) => {
    const { press, section, state } = pressOf(body.level, body);
    return {
      ...body,
      elementsN: finish(runCollapse(press, PAST_PEAK)).strengthN,
      sectionN: calcStrengthN(section, state, body.front * section.depthMm),
    };
  });
  const mean = (bodies: typeof pairs) =>
    bodies.reduce((sum, { sectionN, elementsN }) => sum + sectionN / elementsN - 1, 0) / bodies.length;

  it('ranks bodies alike', () => {
    const r = calcCorrelation(
      pairs.map((body) => body.sectionN),
      pairs.map((body) => body.elementsN),
    );
    expect(r).toBeGreaterThan(0.9);
  });

  it('is the stricter where a healthy disc presses weak bone in the middle, and near them when bent', () => {
    console.log(`mean difference of the section ${(100 * mean(pairs)).toFixed(1)} %`);
    expect(Math.abs(mean(pairs.filter((body) => body.front > 0)))).toBeLessThan(0.1);
    const central = pairs.filter((body) => body.front === 0 && body.tScore === -4);
    expect(mean(central.filter((body) => body.discWear < 0.5))).toBeLessThan(
      mean(central.filter((body) => body.discWear > 0.5)),
    );
  });
});
