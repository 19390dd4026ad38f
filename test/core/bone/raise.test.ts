import { describe, expect, it } from 'vitest';
import { levelIndex } from '../../../src/core/anatomy/levels.ts';
import { raiseEndPlates } from '../../../src/core/bone/raise.ts';
import { createSectionState } from '../../../src/core/bone/section.ts';
import { createLoadedSection } from '../../../src/core/bone/sectionForce.ts';
import { calcUnloadedPosition } from '../../../src/core/bone/sectionSolve.ts';
import { calcStrengthN } from '../../../src/core/bone/strength.ts';
import { applyKnownFractures } from '../../../src/core/simulation/patient/knownFractures.ts';
import { createPerson } from '../../../src/core/simulation/patient/person.ts';
import { createSpineState } from '../../../src/core/simulation/patient/state.ts';
import { WOMAN } from '../support.ts';
import { sectionAt, walk } from './support.ts';

/** Bodies found fractured, of three shapes and grades. */
const CRUSHED = (['wedge', 'biconcave', 'crush'] as const).flatMap((shape, n) =>
  (['T8', 'T12', 'L3'] as const).map((level) => {
    const person = createPerson({ ...WOMAN, tScore: -2.5 - n / 2 });
    const genantGrade = ([1, 2, 3] as const)[n]!;
    const { sections } = applyKnownFractures(person, createSpineState(person.sections), [
      { level, shape, genantGrade },
    ]);
    const i = levelIndex(level);
    return [`${level}, ${shape}`, person.sections[i]!, sections[i]!] as const;
  }),
);

describe('raised end plates', () => {
  it('leave an intact body as it is', () => {
    const section = sectionAt('L1', -3);
    const { state, unloaded } = raiseEndPlates(section, createSectionState(section), 0.5);
    expect(state).toEqual(createSectionState(section));
    for (const q of unloaded) expect(q).toBeCloseTo(0, 12);
  });

  it.each(CRUSHED)(
    'stand back by their fraction, never beyond the uncrushed height: %s',
    (_, section, state) => {
      const was = calcUnloadedPosition(createLoadedSection(section, state));
      for (const fraction of [0.1, 0.47, 1]) {
        const { unloaded } = raiseEndPlates(section, state, fraction);
        // elastic bodies scale exactly; columns that crack in tension leave some hundredths
        const arm = section.depthMm / 2;
        for (const [x, name] of [
          [arm, 'front'],
          [-arm, 'back'],
        ] as const) {
          const before = was[0]! + was[1]! * x;
          const after = unloaded[0]! + unloaded[1]! * x;
          expect(Math.abs(after - (1 - fraction) * before), name).toBeLessThan(0.12);
          // a wedge's back stands a little higher than it was
          expect(after, name).toBeGreaterThan(Math.min(0, before) - 1e-6);
        }
        expect(unloaded[0]! + unloaded[3]!).toBeGreaterThan(-1e-6);
      }
    },
  );

  it.each(CRUSHED)('make debris no stronger: %s', (_, section, state) => {
    const { state: raised } = raiseEndPlates(section, state, 0.47);
    // plates that stand flatter hand more to the sound rim: up to a hundredth
    for (const eccentricityMm of [0, 3])
      expect(calcStrengthN(section, raised, eccentricityMm)).toBeLessThanOrEqual(
        1.01 * calcStrengthN(section, state, eccentricityMm),
      );
  });

  it.each(CRUSHED)('give nothing back that was not put in: %s', (_, section, state) => {
    const { state: raised, unloaded } = raiseEndPlates(section, state, 0.47);
    const body = createLoadedSection(section, raised);
    const from = [...unloaded];
    const pressed = [from[0]! + 0.08 * section.heightMm, from[1]!, 0, from[3]!];
    const bent = [from[0]! + 0.05 * section.heightMm, from[1]! + 0.06, 0, from[3]! + 0.3];
    // closed where the uncrushed body stands, as every such path begins
    const { work, gross } = walk(body, [from, pressed, bent, from, [0, 0, 0, 0]], 100);
    expect(work).toBeGreaterThan(0);
    expect(gross).toBeGreaterThan(work);
  });
});
