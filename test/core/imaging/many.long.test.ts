import { beforeAll, describe, expect, it } from 'vitest';
import { levelIndex } from '../../../src/core/anatomy/levels.ts';
import { scanDxa } from '../../../src/core/imaging/exams/dxa.ts';
import { createFilmView } from '../../../src/core/imaging/exams/film.ts';
import { FILM_LEVELS, readLateralFilm } from '../../../src/core/imaging/exams/morphometry.ts';
import type { BoneShape } from '../../../src/core/imaging/phantom/arch.ts';
import { createPhantom } from '../../../src/core/imaging/phantom/phantom.ts';
import { createRandom } from '../../../src/core/math/random.ts';
import { applyKnownFractures } from '../../../src/core/simulation/patient/knownFractures.ts';
import { createPerson } from '../../../src/core/simulation/patient/person.ts';
import { createSpineState } from '../../../src/core/simulation/patient/state.ts';
import { measureFindings } from '../../../src/core/simulation/results/findings.ts';
import { createImaged, readShapes, WOMAN } from './support.ts';

let shapes: readonly BoneShape[];
beforeAll(async () => {
  shapes = await readShapes();
});

describe('many people', () => {
  it('read their own T-score on DXA: row C3 over its range', () => {
    let before = 0;
    for (const sex of ['female', 'male'] as const)
      for (const heightCm of [145, 166, 190])
        for (const massKg of [45, 74, 110])
          for (const tScore of [-4.5, -1.8, 1]) {
            const { person, state, arch } = createImaged(
              { ...WOMAN, ageYears: tScore > 0 ? 30 : 70, sex, heightCm, massKg, tScore },
              shapes,
            );
            const { total, levels } = scanDxa(person, state, arch, shapes);
            expect(Math.abs(total!.tScore - tScore)).toBeLessThan(0.1);
            expect(Object.values(levels).every(({ excluded }) => excluded === null)).toBe(true);
            if (tScore > -4.5) expect(total!.tScore).toBeGreaterThan(before);
            before = total!.tScore;
          }
  });

  it('have the heights, grades and angles of their findings on a lateral film: rows E1–E3', () => {
    for (let seed = 1; seed <= 300; seed++) {
      const random = createRandom(seed);
      const among = (from: number, to: number) => from + (to - from) * random.uniform();
      const person = createPerson({
        ageYears: among(50, 90),
        sex: random.uniform() < 0.8 ? 'female' : 'male',
        heightCm: among(145, 190),
        massKg: among(45, 110),
        tScore: among(-4.5, 0),
      });
      const level = FILM_LEVELS[Math.floor(among(0, FILM_LEVELS.length))]!;
      const shape = (['wedge', 'biconcave', 'crush'] as const)[Math.floor(among(0, 3))]!;
      const genantGrade = ([1, 2, 3] as const)[Math.floor(among(0, 3))]!;
      const state = applyKnownFractures(person, createSpineState(person.sections), [
        { level, shape, genantGrade },
      ]);
      const phantom = createPhantom(person, state, {
        posture: 'standing',
        archMgPerCm3: new Float64Array(17).fill(400),
        shapes: [],
        cleft: 'gas',
      });
      const film = readLateralFilm(phantom, createFilmView(phantom, 'lateral', 1500), person);
      const findings = measureFindings(person, state);
      expect(Math.abs(film.cobbDeg - findings.kyphosisDeg)).toBeLessThan(1);
      for (const one of FILM_LEVELS) {
        const truth = findings.levels[levelIndex(one)]!;
        const read = film.levels[one]!;
        expect(Math.abs(read.anteriorMm - truth.anteriorHeightMm)).toBeLessThan(0.5);
        expect(Math.abs(read.middleMm - truth.middleHeightMm)).toBeLessThan(0.5);
        expect(Math.abs(read.posteriorMm - truth.posteriorHeightMm)).toBeLessThan(0.5);
        expect(read.genantGrade, `${seed} ${one}`).toBe(truth.genantGrade);
      }
    }
  });
});
