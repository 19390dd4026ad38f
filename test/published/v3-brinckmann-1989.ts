import * as Plot from '@observablehq/plot';
import { LEVELS, type Level, levelIndex } from '../../src/core/anatomy/levels.ts';
import { END_PLATE_FILL, type PatientDescription } from '../../src/core/anatomy/spineModel.ts';
import { calcTrabecularDensity } from '../../src/core/bone/density.ts';
import { createSectionState } from '../../src/core/bone/section.ts';
import { calcStrengthN } from '../../src/core/bone/strength.ts';
import { createPerson } from '../../src/core/simulation/patient/person.ts';
import { drawFigure, LEGEND } from './report/figure.ts';
import { compare, compareRange, type PublishedRow, type Setting } from './report/row.ts';
import { calcRms } from './report/statistics.ts';

/** Force at failure, kN, from trabecular density, mg/cm³, and end-plate area, cm². */
const calcBrinckmannKN = (density: number, areaCm2: number): number => 0.32 + 0.00308 * density * areaCm2;
const SCATTER_KN = 1;

/** Levels and densities like those of Brinckmann's segments. */
const MEASURED: readonly Level[] = LEVELS.slice(levelIndex('T10'));
const T_SCORES = [1, 0, -1, -2, -3, -4];

const WOMAN = { ageYears: 60, sex: 'female', heightCm: 163, massKg: 65 } as const;
const MAN = { ageYears: 60, sex: 'male', heightCm: 176, massKg: 80 } as const;

const LINE = 'RMS distance from Brinckmann’s line';
const FRAGILE = 'greatest lumbar strength at T = −2.5, women';
const AGEING = 'loss of strength of L3 from the 20s to the 80s';

/** Central strength, kN, of the levels named. */
function calcStrengths(patient: PatientDescription, levels: readonly Level[], { overrides }: Setting) {
  const person = createPerson(patient, overrides);
  return levels.map((level) => {
    const section = person.sections[levelIndex(level)]!;
    const { depthM, widthM } = person.model.vertebrae[levelIndex(level)]!;
    const areaCm2 = END_PLATE_FILL * depthM * widthM * 1e4;
    const density = calcTrabecularDensity(person.model, level);
    return {
      level,
      density,
      product: density * areaCm2,
      model: calcStrengthN(section, createSectionState(section), 0) / 1000,
      published: calcBrinckmannKN(density, areaCm2),
      sex: patient.sex,
    };
  });
}

/** T-score at which the lumbar density is the one given, mg/cm³; women of 25 and 85 years, QCT by decade. */
const calcTScore = (density: number): number => (density - 147) / 27;

/** Strength of vertebral bodies. */
export const V3: PublishedRow = {
  id: 'V3',
  title: 'Central strength against density, area and age',
  sources: ['brinckmann-1989', 'keaveny-2020', 'qct-by-decade', 'mosekilde-1990'],
  gates: [LINE, FRAGILE, AGEING],
  text: `Greatest force a body bears between plates pressed together centrally, T10–L5, women and men, T = +1 to −4, against Brinckmann's line
F = 0.32 kN + 0.00308 · density · end-plate area (kN; mg/cm³, cm²; recalled), whose own scatter is 1 kN; against the limit of 4.5 kN below which a woman's vertebra counts as fragile
(Keaveny; recalled) at T = −2.5; and the loss from women in their 20s (180 mg/cm³) to those in their 80s (65). Ungated, absolute strengths of lumbar bodies pressed whole (Mosekilde, recalled).
The thinning and support of the shell were set on strengths of this size: the row **calibrated** the model.`,
  failures: {
    'L3 of women in their 20s':
      'Mosekilde’s whole lumbar bodies of 8–10 kN lie above what Brinckmann’s line gives for their density and size (about 6.5 kN for a woman): the two sources disagree, and the model keeps to the line.',
  },
  needsCohort: false,
  compute(setting) {
    const points = [WOMAN, MAN].flatMap((who) =>
      T_SCORES.flatMap((tScore) => calcStrengths({ ...who, tScore }, MEASURED, setting)),
    );
    const lumbar = LEVELS.slice(levelIndex('L1'));
    const fragile = calcStrengths({ ...WOMAN, tScore: -2.5 }, lumbar, setting).map((one) => one.model);
    const young = calcStrengths({ ...WOMAN, ageYears: 25, tScore: calcTScore(180) }, ['L3'], setting)[0]!;
    const old = calcStrengths({ ...WOMAN, ageYears: 85, tScore: calcTScore(65) }, ['L3'], setting)[0]!;
    const seventies = calcStrengths({ ...WOMAN, ageYears: 75, tScore: calcTScore(80) }, ['L3'], setting)[0]!;
    const of = (quantity: string, unit: string) => ({ id: 'V3', quantity, unit, calibrated: true });
    return {
      comparisons: [
        compare(of(LINE, 'kN'), calcRms(points.map((one) => one.model - one.published)), 0, SCATTER_KN),
        compareRange(of(FRAGILE, 'kN'), Math.max(...fragile), [0, 4.5]),
        compareRange(of(AGEING, '%'), 100 * (1 - old.model / young.model), [60, 80]),
        compareRange(of('L3 of women in their 20s', 'kN'), young.model, [8, 10]),
        compareRange(of('L3 of women in their 70s', 'kN'), seventies.model, [2, 3]),
      ],
      notComputed: [],
      draw: () =>
        drawFigure({
          x: { label: 'density × area, mg/cm', grid: true },
          y: { label: 'central strength, kN', grid: true, zero: true },
          color: LEGEND,
          marks: [
            Plot.areaY(points, {
              x: 'product',
              y1: (d: { published: number }) => d.published - SCATTER_KN,
              y2: (d: { published: number }) => d.published + SCATTER_KN,
              sort: 'product',
              fill: () => 'published',
              fillOpacity: 0.15,
            }),
            Plot.line(points, { x: 'product', y: 'published', sort: 'product', stroke: () => 'published' }),
            Plot.dot(points, { x: 'product', y: 'model', fill: () => 'model', symbol: 'sex', r: 3 }),
          ],
          symbol: { legend: false },
        }),
    };
  },
};
