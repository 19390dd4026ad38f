import { beforeAll, describe, expect, it } from 'vitest';
import { levelIndex } from '../../../src/core/anatomy/levels.ts';
import { classifyOf, readCt, takeSagittalCt } from '../../../src/core/imaging/exams/ct.ts';
import { createFilmView, takeFilm } from '../../../src/core/imaging/exams/film.ts';
import { FILM_LEVELS, readLateralFilm } from '../../../src/core/imaging/exams/morphometry.ts';
import { readMri, SEQUENCES, takeMri } from '../../../src/core/imaging/exams/mri.ts';
import type { BoneShape } from '../../../src/core/imaging/phantom/arch.ts';
import { traceRays } from '../../../src/core/imaging/rays/trace.ts';
import { measureFindings } from '../../../src/core/simulation/results/findings.ts';
import type { Patient } from '../../../src/core/simulation/scenario.ts';
import { createImaged, phantomOf, readShapes, WOMAN } from './support.ts';

let shapes: readonly BoneShape[];
beforeAll(async () => {
  shapes = await readShapes();
});

const withFractures = (...knownFractures: NonNullable<Patient['knownFractures']>): Patient => ({
  ...WOMAN,
  knownFractures,
});
const FRESH = withFractures({ level: 'T12', shape: 'wedge', genantGrade: 3, ageWeeks: 1 });
const FIVE = withFractures(
  { level: 'T7', shape: 'wedge', genantGrade: 2 },
  { level: 'T11', shape: 'wedge', genantGrade: 3 },
  { level: 'T12', shape: 'crush', genantGrade: 2 },
  { level: 'L2', shape: 'biconcave', genantGrade: 2 },
  { level: 'L4', shape: 'wedge', genantGrade: 1 },
);

describe('rays through the phantom', () => {
  it('leave no solid open: row A1', () => {
    for (const patient of [FIVE]) {
      const phantom = phantomOf(createImaged(patient, shapes), shapes);
      for (const projection of ['lateral', 'ap'] as const) {
        const view = createFilmView(phantom, projection, 1500);
        const coarse = { ...view, columns: 130, rows: 200, columnMm: 2, rowMm: 2 };
        expect(traceRays(phantom.solids, coarse, () => {})).toBe(0);
      }
    }
  });
});

describe('a lateral film', () => {
  it('gives the heights, grades and angles of the findings: rows E1–E3', () => {
    for (const patient of [WOMAN, FIVE]) {
      const imaged = createImaged(patient, shapes);
      const phantom = phantomOf(imaged, shapes);
      const film = readLateralFilm(phantom, createFilmView(phantom, 'lateral', 1500), imaged.person);
      const findings = measureFindings(imaged.person, imaged.state);
      expect(Math.abs(film.cobbDeg - findings.kyphosisDeg)).toBeLessThan(1);
      for (const level of FILM_LEVELS) {
        const truth = findings.levels[levelIndex(level)]!;
        const read = film.levels[level]!;
        expect(Math.abs(read.anteriorMm - truth.anteriorHeightMm)).toBeLessThan(0.5);
        expect(Math.abs(read.middleMm - truth.middleHeightMm)).toBeLessThan(0.5);
        expect(Math.abs(read.posteriorMm - truth.posteriorHeightMm)).toBeLessThan(0.5);
        expect(read.genantGrade).toBe(truth.genantGrade);
      }
    }
  });

  it('shows a fresh wedge higher lying than sitting, and a healed one not: row E4', () => {
    const heights = (ageWeeks: number, genantGrade: 1 | 3) => {
      const imaged = createImaged(
        withFractures({ level: 'T12', shape: 'wedge', genantGrade, ageWeeks }),
        shapes,
      );
      return (['sitting', 'side', 'supine'] as const).map((posture) => {
        const phantom = phantomOf(imaged, shapes, posture);
        return readLateralFilm(phantom, createFilmView(phantom, 'lateral', 1500), imaged.person).levels.T12!
          .anteriorMm;
      });
    };
    const [sitting, side, supine] = heights(1, 3);
    expect(supine! - sitting!).toBeGreaterThan(4.5);
    expect(supine! - sitting!).toBeLessThan(7.5);
    expect(side! - sitting!).toBeGreaterThan(1);
    const [before, , after] = heights(104, 1);
    expect(after! - before!).toBeLessThan(1);
  });

  it('has grid and scatter as contrast wants them: row B5', () => {
    const phantom = phantomOf(createImaged(WOMAN, shapes), shapes);
    const take = (scatter: boolean, grid: boolean) =>
      takeFilm(phantom, {
        projection: 'lateral',
        kVp: '85',
        focusMm: 1500,
        scatter,
        grid,
        noiseSeed: null,
        pixelMm: 4,
      });
    const [primary, gridded, bare] = [take(false, true), take(true, true), take(true, false)];
    const at = Math.floor(primary.values.length / 2) + 20;
    expect(bare.values[at]!).toBeLessThan(gridded.values[at]!);
    expect(gridded.values[at]!).toBeLessThan(primary.values[at]!);
  });
});

describe('CT', () => {
  it('reads the core of a young woman’s L1: row D2', () => {
    const imaged = createImaged({ ...WOMAN, ageYears: 25, tScore: 0 }, shapes);
    const phantom = phantomOf(imaged, shapes, 'supine');
    const { levels } = readCt(phantom, takeSagittalCt(phantom), imaged.person, imaged.state);
    expect(levels.L1!.trabecularHU).toBeGreaterThan(207);
    expect(levels.L1!.trabecularHU).toBeLessThan(247);
  });

  it('reads that of an old woman with osteoporosis, and types her fractures: row D3', () => {
    const imaged = createImaged({ ...FIVE, ageYears: 68 }, shapes);
    const phantom = phantomOf(imaged, shapes, 'supine');
    const { levels, ofScore } = readCt(phantom, takeSagittalCt(phantom), imaged.person, imaged.state);
    expect(levels.L1!.trabecularHU).toBeGreaterThan(85);
    expect(levels.L1!.trabecularHU).toBeLessThan(125);
    expect(levels.L1!.of).toBeNull();
    expect(levels.T12!.of).toBeGreaterThanOrEqual(2);
    expect(ofScore!.points).toBeGreaterThanOrEqual(4);
  });

  it('calls oedema without deformity OF 1, and nothing without hurt', () => {
    const body = phantomOf(createImaged(WOMAN, shapes), shapes).bodies[11]!;
    expect(classifyOf(body, 0.9, true)).toBe(1);
    expect(classifyOf(body, 0, false)).toBeNull();
  });
});

describe('MRI', () => {
  it('shows a fresh wedge bright on STIR, with fluid, and its neighbours dark', () => {
    const phantom = phantomOf(createImaged(FRESH, shapes), shapes, 'supine');
    const { levels } = readMri(phantom, takeMri(phantom, SEQUENCES.stir));
    expect(levels.T12!.marrowSignal / levels.T11!.marrowSignal).toBeGreaterThan(2.5);
    expect(levels.T12!.fluid).toBe(true);
    expect(levels.T11!.fluid).toBe(false);
    expect(levels.T12!.oedemaShare).toBeCloseTo(0.9);
  });
});
