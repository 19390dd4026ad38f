import { describe, expect, it } from 'vitest';
import { levelIndex } from '../../../src/core/anatomy/levels.ts';
import { calcSectionForce, createLoadedSection } from '../../../src/core/bone/sectionForce.ts';
import { applyKnownFractures } from '../../../src/core/simulation/patient/knownFractures.ts';
import { createPerson } from '../../../src/core/simulation/patient/person.ts';
import { createSpineState } from '../../../src/core/simulation/patient/state.ts';
import {
  calcBodyHeights,
  calcFractureShape,
  calcGenantGrade,
} from '../../../src/core/simulation/results/heights.ts';
import { WOMAN } from '../support.ts';

describe('known fractures', () => {
  const person = createPerson({ ...WOMAN, tScore: -3 });
  const LOSS = { 1: 22.5, 2: 32.5, 3: 45 } as const; // middles of Genant's ranges; 45 for a severe one

  for (const shape of ['wedge', 'biconcave', 'crush'] as const)
    for (const genantGrade of [1, 2, 3] as const)
      it.each(['T5', 'T8', 'T12', 'L3', 'L5'] as const)(`%s: ${shape}, grade ${genantGrade}`, (level) => {
        const i = levelIndex(level);
        const state = applyKnownFractures(person, createSpineState(person.sections), [
          { level, shape, genantGrade },
        ]);
        const heights = calcBodyHeights(person, state, i);
        const loss = Math.max(
          heights.anteriorLossPercent,
          heights.middleLossPercent,
          heights.posteriorLossPercent,
        );
        // the loss is found by halving an interval of 0.8 heights 24 times and depends on it continuously: half a point is ample
        expect(Math.abs(loss - LOSS[genantGrade])).toBeLessThan(0.5);
        expect(calcGenantGrade(heights)).toBe(genantGrade);
        expect(calcFractureShape(heights)).toBe(shape);
        // other levels are as they were
        expect(state.shorteningM.filter((m) => m !== 0)).toHaveLength(1);
      });

  it('leave a body at rest: no force is left where it says its plates stand', () => {
    for (const shape of ['wedge', 'biconcave', 'crush'] as const) {
      const i = levelIndex('T12');
      const state = applyKnownFractures(person, createSpineState(person.sections), [
        { level: 'T12', shape, genantGrade: 2 },
      ]);
      const section = state.sections[i]!;
      const body = createLoadedSection(person.sections[i]!, section);
      const q = [
        1000 * state.shorteningM[i]!,
        state.wedgeRad[i]!,
        state.lateralWedgeRad[i]!,
        section.plateDeflectionMm,
      ];
      calcSectionForce(body, Float64Array.from(q));
      // the solver's own tolerance is 1e-6 N; metres and back cost a bit of the last digit of 10 kN/mm
      for (const force of body.force) expect(Math.abs(force)).toBeLessThan(1e-4);
      expect(section.plateDeflectionMm > 2).toBe(shape === 'biconcave');
    }
  });
});
