import { findShown } from '../../src/core/imaging/exams/display.ts';
import { createExamCache, type ExamRequest, workExam } from '../../src/core/imaging/exams/exam.ts';
import { finish } from '../../src/core/simulation/finish.ts';
import { runToState } from '../../src/core/simulation/run.ts';
import { readShapes } from '../core/imaging/support.ts';
import { PATIENT } from './people.ts';
import { median, type Row } from './row.ts';

/** What each may take, ms. */
const LIMITS = [
  ['film from the side', { exam: 'film-lateral' }, 1500],
  ['DXA', { exam: 'dxa' }, 2000],
  ['CT lengthwise, another slice', { exam: 'ct-sagittal', offsetMm: 6 }, 50],
  ['CT across', { exam: 'ct-axial', level: 'L1' }, 50],
  ['MRI, another slice', { exam: 'mri-stir', offsetMm: 6 }, 50],
] as const satisfies readonly (readonly [string, Omit<ExamRequest, 'shapes'>, number])[];

/** Images as the reading room takes them, of a person whom it knows already; and the first look at her. */
export async function benchImages(): Promise<Row[]> {
  const shapes = await readShapes();
  const { person, state } = runToState({ version: 1, patient: { ...PATIENT, tScore: -2.5 }, events: [] });
  const cache = createExamCache();
  const take = (request: Omit<ExamRequest, 'shapes'>, of = cache) =>
    findShown(finish(workExam(person, state, { ...request, shapes }, of)));
  const row = (name: string, ms: number, limit: number): Row => ({
    name,
    value: ms,
    unit: 'ms',
    reference: `its limit, ${limit} ms`,
    ratio: limit / ms,
  });
  const firstMs = median(3, () => take({ exam: 'dxa' }, createExamCache()));
  return [
    row('DXA, the first image of a person', firstMs, 2000),
    ...LIMITS.map(([name, request, limit]) => {
      take(request);
      return row(
        name,
        median(5, () => take(request)),
        limit,
      );
    }),
  ];
}
