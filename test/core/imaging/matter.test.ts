import { describe, expect, it } from 'vitest';
import { calcBasisHU } from '../../../src/core/imaging/exams/ct.ts';
import { calcTissueSignal, SEQUENCES } from '../../../src/core/imaging/exams/mri.ts';
import {
  AT,
  BASIS_COUNT,
  calcAttenuationPerMm,
  calcBasisPerMm,
  calcTransmission,
  createBeam,
} from '../../../src/core/imaging/matter/basis.ts';
import { boneOf } from '../../../src/core/imaging/matter/bone.ts';
import { calcOedemaAt, drawGoneWeeks } from '../../../src/core/imaging/phantom/oedema.ts';

describe('matter', () => {
  it('attenuates as NIST tables it: row B1', () => {
    // linear coefficients at 60 and 100 keV: water, cortical bone, muscle, 1/cm
    for (const [name, at60, at100] of [
      ['water', 0.2059, 0.1707],
      ['bone', 0.3148 * 1.92, 0.1855 * 1.92],
      ['muscle', 0.2048 * 1.05, 0.1693 * 1.05],
    ] as const) {
      expect(10 * calcAttenuationPerMm(name, 60)).toBeCloseTo(at60, 4);
      expect(10 * calcAttenuationPerMm(name, 100)).toBeCloseTo(at100, 4);
    }
    expect(() => calcAttenuationPerMm('water', 20)).toThrow(/No coefficients/);
  });

  it('follows the closed form behind slabs: row B3', () => {
    const beam = createBeam('85');
    const lengths = new Float64Array(BASIS_COUNT);
    lengths[AT.muscle] = 200;
    lengths[AT.bone] = 12;
    const exact = beam.weight.reduce(
      (sum, weight, bin) =>
        sum + weight * Math.exp(-200 * beam.perMm[bin]![AT.muscle]! - 12 * beam.perMm[bin]![AT.bone]!),
      0,
    );
    expect(calcTransmission(beam, lengths)).toBeCloseTo(exact, 14);
  });

  it('is 0 HU in water, −1000 in air, and bone’s HU follows its density: rows D1 and D4', () => {
    const hu = calcBasisHU();
    expect(hu[AT.csf]).toBeCloseTo(0, 9);
    expect(hu[AT.gas]).toBe(-1000);
    const of = (density: number, fat: number) =>
      boneOf(density, fat).reduce((sum, share, i) => sum + share * hu[i]!, 0);
    // lines computed apart from this program
    for (const density of [50, 100, 150, 200]) {
      expect(Math.abs(of(density, 0.3) - (1.541 * density - 8.9))).toBeLessThan(3 * 1.5);
      expect(Math.abs(0.644 * of(density, 0.5) + 13.8 - density)).toBeLessThan(3);
    }
  });

  it('falls more steeply where the beam is softer', () => {
    expect(calcBasisPerMm(40)[AT.bone]! / calcBasisPerMm(70)[AT.bone]!).toBeCloseTo(1.2778 / 0.4935, 3);
  });
});

describe('MRI', () => {
  const marrow = (fat: number, name: 't1' | 't2' | 'stir') =>
    fat * calcTissueSignal('fat', SEQUENCES[name]) +
    (1 - fat) * calcTissueSignal('marrowWater', SEQUENCES[name]);
  const swollen = (name: 't1' | 't2' | 'stir') =>
    0.9 * calcTissueSignal('oedema', SEQUENCES[name]) + 0.1 * marrow(0.5, name);

  it('shows oedema on STIR and hides it on T2: row F1', () => {
    const stir = swollen('stir') / marrow(0.5, 'stir');
    expect(stir).toBeGreaterThan(3.5);
    expect(stir).toBeLessThan(5.5);
    expect(swollen('t2') / marrow(0.5, 't2')).toBeLessThan(1.5);
  });

  it('makes oedema as dark as a disc on T1: row F2', () => {
    const ratio = swollen('t1') / calcTissueSignal('disc', SEQUENCES.t1);
    expect(ratio).toBeGreaterThan(0.9);
    expect(ratio).toBeLessThan(1.2);
  });

  it('takes fat out: row F3', () => {
    expect(calcTissueSignal('fat', SEQUENCES.stir) / calcTissueSignal('fat', SEQUENCES.t1)).toBeLessThan(
      0.03,
    );
  });

  it('has lost its oedema after a year in half of those that kept their height: row F4', () => {
    const gone = (collapsed: boolean) => {
      let count = 0;
      for (let seed = 0; seed < 1000; seed++)
        if (calcOedemaAt(52, drawGoneWeeks(collapsed, seed, 11)) === 0) count++;
      return count / 1000;
    };
    expect(gone(false)).toBeGreaterThan(0.45);
    expect(gone(false)).toBeLessThan(0.55);
    expect(gone(true)).toBeLessThan(0.1);
    expect(calcOedemaAt(2, 52)).toBeCloseTo(0.9);
  });
});
