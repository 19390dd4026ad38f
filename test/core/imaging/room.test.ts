import { beforeAll, describe, expect, it } from 'vitest';
import { LEVELS, levelIndex } from '../../../src/core/anatomy/levels.ts';
import { findShown } from '../../../src/core/imaging/exams/display.ts';
import { createExamCache, seedOfScenario, takeExam, workExam } from '../../../src/core/imaging/exams/exam.ts';
import { findMarks } from '../../../src/core/imaging/exams/marks.ts';
import { gradeOwnFilm } from '../../../src/core/imaging/exams/ownFilm.ts';
import { measurePoints, type Point, type SixPoints } from '../../../src/core/imaging/exams/sixPoints.ts';
import type { BoneShape } from '../../../src/core/imaging/phantom/arch.ts';
import { finish } from '../../../src/core/simulation/finish.ts';
import { createPerson } from '../../../src/core/simulation/patient/person.ts';
import { runToState } from '../../../src/core/simulation/run.ts';
import { readShapes, WOMAN } from './support.ts';

let shapes: readonly BoneShape[];
beforeAll(async () => {
  shapes = await readShapes();
});

type KnownFracture = NonNullable<(typeof WOMAN)['knownFractures']>[number];
const reach = (fracture: KnownFracture) =>
  runToState({ version: 1, patient: { ...WOMAN, knownFractures: [fracture] }, events: [] });

describe('an examination in steps', () => {
  it('yields a progress that grows, and the image of the whole; the next costs no more than its slice', () => {
    const { person, state } = reach({ level: 'T12', shape: 'wedge', genantGrade: 3, ageWeeks: 1 });
    const cache = createExamCache();
    const count = (offsetMm: number) => {
      const work = workExam(person, state, { exam: 'ct-sagittal', shapes, offsetMm }, cache);
      const progress: number[] = [];
      let step = work.next();
      while (!step.done) {
        progress.push(step.value);
        step = work.next();
      }
      return { progress, result: step.value };
    };
    const { progress, result } = count(0);
    expect(progress.length).toBeGreaterThan(5);
    expect(progress).toEqual([...progress].sort((a, b) => a - b));
    const aside = count(12);
    expect(aside.progress.length).toBeLessThan(4);
    const anew = { ...createExamCache(), arches: cache.arches };
    const whole = finish(workExam(person, state, { exam: 'ct-sagittal', shapes }, anew));
    expect(findShown(result).values).toEqual(findShown(whole).values);
    // what is read comes from the middle, wherever the slice is
    expect('reading' in aside.result && aside.result.reading).toEqual('reading' in whole && whole.reading);
    expect(findShown(aside.result).values).not.toEqual(findShown(whole).values);
  });

  it('has a seed that does not hang on the order of a scenario’s keys', () => {
    const { ageYears, ...rest } = WOMAN;
    const scenario = { version: 1 as const, patient: WOMAN, events: [] };
    expect(seedOfScenario({ events: [], patient: { ...rest, ageYears }, version: 1 })).toBe(
      seedOfScenario(scenario),
    );
    expect(seedOfScenario({ ...scenario, patient: { ...WOMAN, ageYears: 73 } })).not.toBe(
      seedOfScenario(scenario),
    );
  });
});

describe('points on an image', () => {
  it('give a film’s own reading, and to whole pixels nearly so', () => {
    const { person, state } = reach({ level: 'L1', shape: 'wedge', genantGrade: 2 });
    const result = takeExam(person, state, { exam: 'film-lateral', shapes });
    if (result.kind !== 'film') throw new Error('no film');
    const { points } = findMarks(result);
    for (const [level, reading] of Object.entries(result.reading.levels)) {
      const six = points[level as 'L1']!;
      const { anteriorHeightM, posteriorHeightM } = person.model.vertebrae[levelIndex(level as 'L1')]!;
      const grown = [1000 * anteriorHeightM, 1000 * posteriorHeightM] as const;
      expect(measurePoints(six, result.film.view, grown)).toEqual(reading);
      const round = (plate: SixPoints['upper']) =>
        plate.map(([u, v]) => [Math.round(u), Math.round(v)] as Point) as unknown as SixPoints['upper'];
      const seen = measurePoints(
        { upper: round(six.upper), lower: round(six.lower) },
        result.film.view,
        grown,
      );
      if (!('anteriorMm' in reading)) throw new Error('not from the side');
      expect(Math.abs(seen.anteriorMm - reading.anteriorMm)).toBeLessThan(0.75);
      expect(Math.abs(seen.posteriorMm - reading.posteriorMm)).toBeLessThan(0.75);
    }
  });
});

/** Six points of a body as drawn, its front on the left. */
const draw = (front: number, middle: number, back: number): SixPoints => ({
  upper: [
    [0, -front],
    [15, -middle],
    [30, -back],
  ],
  lower: [
    [0, 0],
    [15, 0],
    [30, 0],
  ],
});

describe('a film of one’s own', () => {
  const person = createPerson(WOMAN);
  const grown = (level: (typeof LEVELS)[number]) => {
    const { anteriorHeightM, posteriorHeightM } = person.model.vertebrae[levelIndex(level)]!;
    return [
      1000 * anteriorHeightM,
      500 * (anteriorHeightM + posteriorHeightM),
      1000 * posteriorHeightM,
    ] as const;
  };
  const film = (scale: number, ...lost: readonly (readonly [number, number, number])[]) =>
    lost.map(([front, middle, back], n) => {
      const [a, b, c] = grown(LEVELS[levelIndex('T11') + n]!);
      return draw(scale * a * (1 - front), scale * b * (1 - middle), scale * c * (1 - back));
    });
  const NONE = [0, 0, 0] as const;
  const size = { columnMm: 1, rowMm: 1 };
  const grade = (bodies: readonly SixPoints[]) =>
    gradeOwnFilm(bodies, 'T11', size).map(({ level, genantGrade, shape }) =>
      genantGrade > 0 ? `${level} ${shape} ${genantGrade}` : level,
    );

  it('has the fractures that were drawn, at any scale', () => {
    for (const scale of [0.7, 1, 12.5]) {
      expect(grade(film(scale, NONE, [0.45, 0.25, 0.02], NONE, NONE))).toEqual([
        'T11',
        'T12 wedge 3',
        'L1',
        'L2',
      ]);
      expect(grade(film(scale, NONE, NONE, [0.05, 0.3, 0.03]))).toEqual(['T11', 'T12', 'L1 biconcave 2']);
      expect(grade(film(scale, NONE, [0.32, 0.33, 0.3], NONE))).toEqual(['T11', 'T12 crush 2', 'L1']);
    }
  });

  it('shows no crush where there is no neighbour to hold it against', () => {
    expect(grade(film(1, [0.32, 0.32, 0.32]))).toEqual(['T11']);
  });
});
