import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { calcBoneScale } from '../../src/core/anatomy/boneScale.ts';
import { DISC_NAMES, LEVELS, levelIndex } from '../../src/core/anatomy/levels.ts';
import { getParameterValues, PARAMETERS } from '../../src/core/anatomy/parameters.ts';
import {
  calcNormalKyphosisDeg,
  calcNormalLordosisDeg,
  createSpineModel,
} from '../../src/core/anatomy/spineModel.ts';
import { REFERENCE_VERTEBRAE } from '../../src/core/anatomy/vertebrae.ts';
import { createPerson } from '../../src/core/simulation/patient/person.ts';
import { MAN } from './support.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const DEGREE = Math.PI / 180;

describe('age', () => {
  it.each([25, 45, 60, 72, 90])('gives the curves of the age law, %i years', (ageYears) => {
    // the law gives Cobb angles; here they are summed from every wedge and disc between the plates. Equal to rounding.
    const { model, standing } = createPerson({ ...MAN, ageYears });
    const { posture } = standing;
    const sum = (from: number, to: number, discs: number) => {
      let angle = 0;
      for (let i = from; i <= to; i++) angle += model.vertebrae[i]!.wedgeRad;
      for (let i = from; i < from + discs; i++) angle += posture.flexionRad[i]!;
      return angle / DEGREE;
    };
    const [t4, t12, l1, l5] = (['T4', 'T12', 'L1', 'L5'] as const).map(levelIndex) as [
      number,
      number,
      number,
      number,
    ];
    expect(sum(t4, t12, t12 - t4)).toBeCloseTo(calcNormalKyphosisDeg(ageYears), 9);
    expect(-sum(l1, l5, l5 - l1 + 1)).toBeCloseTo(calcNormalLordosisDeg(ageYears), 9);
  });

  it('bends the thorax forwards and flattens the loin', () => {
    // published means: kyphosis 26.8° at 18–35 and 41.9° over 65; lordosis 49.8°, less when old
    expect(calcNormalKyphosisDeg(20)).toBe(26.8);
    expect(calcNormalKyphosisDeg(80)).toBe(41.9);
    expect(calcNormalLordosisDeg(40)).toBe(49.8);
    for (let age = 20; age < 100; age += 5) {
      expect(calcNormalKyphosisDeg(age + 5)).toBeGreaterThanOrEqual(calcNormalKyphosisDeg(age));
      expect(calcNormalLordosisDeg(age + 5)).toBeLessThanOrEqual(calcNormalLordosisDeg(age));
    }
  });
});

describe('bone scale', () => {
  it('follows stature, and sex beyond it', () => {
    // published female-to-male ratios: end plates 0.90–0.93, heights 0.95–0.96, at each sex's mean stature
    const woman = calcBoneScale('female', 162);
    const man = calcBoneScale('male', 175);
    expect(woman.x / man.x).toBeGreaterThan(0.9);
    expect(woman.x / man.x).toBeLessThan(0.93);
    expect(woman.y / man.y).toBeGreaterThan(0.95);
    expect(woman.y / man.y).toBeLessThan(0.96);
    expect(woman.z).toBe(woman.x);
    const tall = calcBoneScale('female', 178.2);
    for (const axis of ['x', 'y', 'z'] as const) expect(tall[axis]).toBeCloseTo(1.1 * woman[axis], 12);
  });

  it('reaches every body of the model', () => {
    // compared with the table itself: a body is the reference's, times the scale of each axis
    const model = createSpineModel({ ...MAN, heightCm: 190 });
    const scale = calcBoneScale('male', 190);
    model.vertebrae.forEach((vertebra, i) => {
      const bone = REFERENCE_VERTEBRAE[i]!;
      expect(vertebra.level).toBe(LEVELS[i]);
      expect(1000 * vertebra.anteriorHeightM).toBeCloseTo(bone.anteriorHeightMm * scale.y, 9);
      expect(1000 * vertebra.posteriorHeightM).toBeCloseTo(bone.posteriorHeightMm * scale.y, 9);
      expect(2000 * vertebra.depthM).toBeCloseTo((bone.upperDepthMm + bone.lowerDepthMm) * scale.x, 9);
      expect(2000 * vertebra.widthM).toBeCloseTo((bone.upperWidthMm + bone.lowerWidthMm) * scale.z, 9);
    });
  });

  it('carries the whole person', () => {
    // all segments of the table's man add up to his mass, whoever the patient is; 1 % for the source's rounding
    for (const patient of [MAN, { ...MAN, massKg: 55, heightCm: 150 }]) {
      const { vertebrae, limbs, pelvis } = createSpineModel(patient);
      const sides = Object.values(limbs).reduce((sum, limb) => sum + limb.massKg, 0);
      const total = vertebrae.reduce((sum, body) => sum + body.massKg, pelvis.massKg + 2 * sides);
      expect(total / patient.massKg).toBeCloseTo(1, 2);
    }
  });
});

describe('tables', () => {
  const read = (file: string): unknown => JSON.parse(readFileSync(join(ROOT, 'models', file), 'utf8'));
  const sources = new Set(Object.keys(read('sources.json') as object));

  /** Every string under a key that is called source, …Source or sources. */
  function findSources(value: unknown, path: string, inSource = false): [string, string][] {
    if (typeof value === 'string') return inSource ? [[path, value]] : [];
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([key, inner]) =>
      findSources(inner, `${path}.${key}`, inSource || /^sources?$|Source$/.test(key)),
    );
  }

  const used = [
    ...readdirSync(join(ROOT, 'models'))
      .filter((file) => file.endsWith('.json') && file !== 'sources.json')
      .flatMap((file) => findSources(read(file), file)),
    ...Object.entries(PARAMETERS).map(([key, parameter]) => [`PARAMETERS.${key}`, parameter.source] as const),
  ];

  it.each(used.filter(([, key]) => key !== 'model'))('%s has its source, %s', (_, key) => {
    expect([...sources]).toContain(key);
  });

  it('has a source for every key that a comment names', () => {
    const files = readdirSync(join(ROOT, 'src/core'), { recursive: true, encoding: 'utf8' });
    const named = files
      .filter((file) => file.endsWith('.ts'))
      .flatMap((file) => {
        const text = readFileSync(join(ROOT, 'src/core', file), 'utf8');
        return [...text.matchAll(/\bsources? ([a-z0-9]+(?:-[a-z0-9]+)*)[\s;:),]/g)].map(
          ([, key]) => `${file}: ${key}`,
        );
      })
      .filter((line) => !/: (model|of|are|is)$/.test(line));
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((line) => !sources.has(line.split(': ')[1]!))).toEqual([]);
  });

  it('says of each source what it is and of whom', () => {
    for (const [key, entry] of Object.entries(read('sources.json') as Record<string, object>))
      expect(entry, key).toMatchObject({ citation: expect.any(String), population: expect.any(String) });
  });

  it('names levels and discs from the top down', () => {
    expect(LEVELS).toHaveLength(17);
    expect([DISC_NAMES[0], DISC_NAMES[11], DISC_NAMES[16]]).toEqual(['T1-T2', 'T12-L1', 'L5-S1']);
  });
});

describe('parameters', () => {
  it('are within their own ranges, and give way to overrides', () => {
    for (const [key, { default: value, min, max }] of Object.entries(PARAMETERS)) {
      expect(value, key).toBeGreaterThanOrEqual(min);
      expect(value, key).toBeLessThanOrEqual(max);
    }
    expect(getParameterValues({ reflexDelayMs: 200 })).toEqual({
      ...getParameterValues(),
      reflexDelayMs: 200,
    });
  });
});
