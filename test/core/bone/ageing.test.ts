import { describe, expect, it } from 'vitest';
import { calcShellFactor, calcTrabecularFactor } from '../../../src/core/bone/ageing.ts';
import { calcArealFactor, calcTScore } from '../../../src/core/bone/areal.ts';

const WOMAN = { sex: 'female' } as const;
const MAN = { sex: 'male' } as const;
const [T9, L3] = [8, 14];

describe('bone with the years', () => {
  it('is lost fastest after the menopause, and sooner where that came sooner', () => {
    const lost = (from: number, to: number, menopauseAgeYears = 51.4) =>
      1 - calcTrabecularFactor({ ...WOMAN, menopauseAgeYears }, from, to);
    expect(lost(51.4, 56.4)).toBeGreaterThan(2 * lost(66.4, 71.4));
    expect(lost(45, 60, 45)).toBeGreaterThan(lost(45, 60, 55));
    // a third in 25 years
    expect(lost(51.4, 76.4)).toBeCloseTo(0.35, 2);
  });

  it('hangs on age alone: two spans make one', () => {
    for (const who of [WOMAN, MAN, { ...WOMAN, menopauseAgeYears: 40 }])
      for (const [a, b, c] of [
        [30, 45, 60],
        [49, 51, 53],
        [70, 71.3, 99],
      ] as const) {
        expect(calcTrabecularFactor(who, a, b) * calcTrabecularFactor(who, b, c)).toBeCloseTo(
          calcTrabecularFactor(who, a, c),
          12,
        );
        for (const level of [T9, L3])
          expect(calcShellFactor(who, a, b, level) * calcShellFactor(who, b, c, level)).toBeCloseTo(
            calcShellFactor(who, a, c, level),
            12,
          );
      }
  });

  it('thins the shell of the loins more than the chest’s, and women’s more than men’s', () => {
    const thinned = (who: typeof WOMAN | typeof MAN, level: number) =>
      1 - calcShellFactor(who, 50, 75, level);
    expect(thinned(WOMAN, L3)).toBeGreaterThan(2 * thinned(WOMAN, T9));
    expect(thinned(WOMAN, L3)).toBeGreaterThan(3 * thinned(MAN, L3));
    expect(thinned(MAN, T9)).toBeLessThan(0);
  });

  it('gives the T-score: unchanged with the bone, lower with either part of it', () => {
    expect(calcTScore(-2.5, calcArealFactor(1, 1))).toBe(-2.5);
    expect(calcTScore(-2.5, calcArealFactor(0.9, 1))).toBeLessThan(-2.6);
    expect(calcTScore(-2.5, calcArealFactor(1, 0.9))).toBeLessThan(-2.6);
    // 1 % of areal density at −2.5 is 0.07 T
    expect(calcTScore(-2.5, 1.01)).toBeCloseTo(-2.43, 2);
  });
});
