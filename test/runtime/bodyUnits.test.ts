import fc from 'fast-check';
import { expect, it } from 'vitest';
import { PATIENT_RANGES } from '../../src/core/simulation/scenario.ts';
import { fromFeetInches, fromPounds, toFeetInches, toPounds } from '../../src/scales/bodyUnits.ts';

it('knows a few by heart', () => {
  expect(toFeetInches(152.4)).toEqual({ feet: 5, inches: 0 });
  expect(toFeetInches(182.88, 0)).toEqual({ feet: 6, inches: 0 });
  expect(fromFeetInches({ feet: 5, inches: 3 })).toBe(160.02);
  expect(toPounds(60)).toBe(132.3);
  expect(fromPounds(150)).toBe(68.04);
});

const [shortest, tallest] = PATIENT_RANGES.heightCm;
const [lightest, heaviest] = PATIENT_RANGES.massKg;

it('never has twelve inches beside the feet, and comes back within half of what is shown', () => {
  fc.assert(
    fc.property(
      fc.double({ min: shortest, max: tallest, noNaN: true }),
      fc.constantFrom(0, 1),
      (cm, decimals) => {
        const read = toFeetInches(cm, decimals);
        expect(read.inches).toBeGreaterThanOrEqual(0);
        expect(read.inches).toBeLessThan(12);
        expect(Math.abs(fromFeetInches(read) - cm)).toBeLessThan(2.54 * (0.5 * 10 ** -decimals) + 0.0051);
      },
    ),
  );
  fc.assert(
    fc.property(fc.double({ min: lightest, max: heaviest, noNaN: true }), (kg) => {
      expect(Math.abs(fromPounds(toPounds(kg)) - kg)).toBeLessThan(0.05 * 0.4536 + 0.0051);
    }),
  );
});

it('hands on what is not a number yet', () => {
  expect(fromFeetInches({ feet: 5, inches: Number.NaN })).toBeNaN();
  expect(fromPounds(Number.NaN)).toBeNaN();
});
