import { beforeAll, describe, expect, it } from 'vitest';
import { findExclusions, scanDxa } from '../../../src/core/imaging/exams/dxa.ts';
import { separate } from '../../../src/core/imaging/exams/dxaScan.ts';
import { calcZScore } from '../../../src/core/imaging/exams/reference.ts';
import { AT, calcAttenuationPerMm, calcBasisPerMm } from '../../../src/core/imaging/matter/basis.ts';
import type { BoneShape } from '../../../src/core/imaging/phantom/arch.ts';
import { createImaged, readShapes, WOMAN } from './support.ts';

let shapes: readonly BoneShape[];
beforeAll(async () => {
  shapes = await readShapes();
});

describe('DXA', () => {
  it('measures a slab of hydroxyapatite between fat and muscle: row C1', () => {
    const [columns, rows] = [281, 20];
    const [low, high] = [calcBasisPerMm(40), calcBasisPerMm(70)];
    for (const gPerCm2 of [0.4, 1, 1.6])
      for (const [depthMm, fat] of [
        [150, 0.1],
        [200, 0.25],
        [250, 0.4],
      ] as const) {
        const ha = (gPerCm2 / 3.16) * 10;
        const lengths = (at: number) => (Math.abs((at % columns) - 140) < 30 ? ha : 0);
        const losses = (mu: Float64Array, keV: number) =>
          Float64Array.from(
            { length: columns * rows },
            (_, at) =>
              lengths(at) * calcAttenuationPerMm('hydroxyapatite', keV) +
              depthMm * (fat * mu[AT.fat]! + (1 - fat) * mu[AT.muscle]!),
          );
        const bone = separate(losses(low, 40), losses(high, 70), columns, rows);
        expect(bone[10 * columns + 140]! / gPerCm2).toBeCloseTo(1, 2);
        expect(bone[10 * columns + 20]!).toBeCloseTo(0, 3);
      }
  });

  it('reads the patient’s T-score, at every level, and leaves none out: rows C3 and C4', () => {
    for (const patient of [
      { ...WOMAN, tScore: -4.5, heightCm: 145, massKg: 110 },
      { ...WOMAN, sex: 'male' as const, ageYears: 55, heightCm: 188, massKg: 93, tScore: -1.3 },
    ]) {
      const { person, state, arch } = createImaged(patient, shapes);
      const { total, levels } = scanDxa(person, state, arch, shapes);
      expect(Math.abs(total!.tScore - patient.tScore)).toBeLessThan(0.1);
      const scores = Object.values(levels).map(({ tScore }) => tScore);
      expect(Math.max(...scores.map((score) => Math.abs(score - patient.tScore)))).toBeLessThan(0.3);
      expect(Math.max(...scores) - Math.min(...scores)).toBeLessThan(0.6);
      expect(Object.values(levels).map(({ excluded }) => excluded)).toEqual([null, null, null, null]);
    }
  });

  it('finds an area like people’s: row C6', () => {
    const area = (sex: 'female' | 'male', heightCm: number) => {
      const { person, state, arch } = createImaged(
        { ...WOMAN, ageYears: 30, tScore: 0, sex, heightCm },
        shapes,
      );
      return scanDxa(person, state, arch, shapes).total!.areaCm2;
    };
    expect(area('female', 160)).toBeGreaterThan(53);
    expect(area('female', 160)).toBeLessThan(60);
    expect(area('male', 175)).toBeGreaterThan(60);
    expect(area('male', 175)).toBeLessThan(70);
  });

  it('loses area and gains density where a body is crushed, and leaves the level out: towards row C8', () => {
    const fractured = {
      ...WOMAN,
      knownFractures: [{ level: 'L3', shape: 'crush', genantGrade: 2 }],
    } as const;
    const before = createImaged(WOMAN, shapes);
    const after = createImaged({ ...fractured, knownFractures: [...fractured.knownFractures] }, shapes);
    const was = scanDxa(before.person, before.state, before.arch, shapes).levels.L3;
    const is = scanDxa(after.person, after.state, after.arch, shapes);
    expect(is.levels.L3.areaCm2).toBeLessThan(0.97 * was.areaCm2);
    expect(is.levels.L3.bmdGPerCm2).toBeGreaterThan(1.08 * was.bmdGPerCm2);
    expect(is.levels.L3.excluded).toBe('fracture');
    expect(is.total!.levels).toEqual(['L1', 'L2', 'L4']);
  });

  it('leaves out what stands more than 1.0 above its neighbours, and says why', () => {
    expect(findExclusions([-2, -2, -0.9, -2], [null, null, null, null])).toEqual([
      null,
      null,
      'differs',
      null,
    ]);
    expect(findExclusions([-2, 1, -2, -2], [null, 'cement', null, null])).toEqual([
      null,
      'cement',
      null,
      null,
    ]);
    expect(findExclusions([-2, -2.9, -3.8, -4.7], [null, null, null, null])).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  it('gives the Z-score of the table: row C9', () => {
    expect(calcZScore('female', null, 65.5, 0.952 - 0.142)).toBeCloseTo(-1, 9);
    expect(calcZScore('male', null, 25.5, 1.057)).toBeCloseTo(0, 9);
    expect(calcZScore('female', null, 60.5, (0.993 + 0.952) / 2)).toBeCloseTo(0, 9);
  });
});
