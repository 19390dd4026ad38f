import { describe, expect, it } from 'vitest';
import { LEVELS } from '../../../src/core/anatomy/levels.ts';
import { createSpineModel } from '../../../src/core/anatomy/spineModel.ts';
import {
  calcTrabecularDensity,
  calcTrabecularModulusMPa,
  calcTrabecularYieldMPa,
} from '../../../src/core/bone/density.ts';
import { WOMAN } from '../support.ts';

describe('density', () => {
  it('falls with T and never reaches nothing', () => {
    for (const level of LEVELS) {
      let last = Number.POSITIVE_INFINITY;
      for (let tScore = 4; tScore >= -6; tScore -= 0.25) {
        const density = calcTrabecularDensity(createSpineModel({ ...WOMAN, tScore }), level);
        expect(density).toBeLessThan(last);
        expect(density).toBeGreaterThan(5);
        last = density;
      }
    }
  });

  it('follows the published lines, and goes on below them without a step or a corner', () => {
    // source kopperdahl-2002: E = −34.7 + 3.23 ρ, σ = −0.75 + 0.0249 ρ
    expect(calcTrabecularModulusMPa(150)).toBeCloseTo(449.8, 9);
    expect(calcTrabecularYieldMPa(150)).toBeCloseTo(2.985, 9);
    for (const law of [calcTrabecularModulusMPa, calcTrabecularYieldMPa]) {
      const h = 1e-4;
      const below = (law(60) - law(60 - h)) / h;
      const above = (law(60 + h) - law(60)) / h;
      expect(below / above).toBeCloseTo(1, 4);
      expect(law(5)).toBeGreaterThan(0);
    }
  });
});
