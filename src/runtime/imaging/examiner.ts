import { findShown } from '../../core/imaging/exams/display.ts';
import { createExamCache, type ExamResult, seedOfScenario, workExam } from '../../core/imaging/exams/exam.ts';
import { findMarks } from '../../core/imaging/exams/marks.ts';
import type { FilmReading, FrontalReading } from '../../core/imaging/exams/morphometry.ts';
import type { BoneShape } from '../../core/imaging/phantom/arch.ts';
import { millimetres } from '../../core/quantity/units.ts';
import { createRunCache, type PersonState, workToState } from '../../core/simulation/run.ts';
import type { ExamAnswer, Examiner, ExamQuestion, Pane, Reading } from './examAnswer.ts';

/** Time computed before newer requests are checked, ms. */
const SLICE_MS = 30;
/** Scenarios whose ends are kept: before and after, and what was looked at last. */
const MOST_STATES = 4;
/** Share of the progress that bringing the person to the shown event takes. */
const STATE_SHARE = 0.3;

const nextTask = () => new Promise<void>((resolve) => setTimeout(resolve));

/** Takes examinations in the present thread, a slice of time after the other. */
export function createExaminer(): Examiner {
  const runs = createRunCache();
  const exams = createExamCache();
  const states = new Map<string, PersonState>();
  const latest: Record<Pane, number> = { first: 0, second: 0 };
  let shapes: readonly BoneShape[] = [];

  function* work({ scenario, ...request }: ExamQuestion): Generator<number, ExamAnswer> {
    const key = JSON.stringify(scenario);
    let reached = states.get(key);
    if (!reached) {
      const run = workToState(scenario, runs);
      let step = run.next();
      while (!step.done) {
        yield STATE_SHARE * step.value;
        step = run.next();
      }
      reached = step.value;
      states.set(key, reached);
      if (states.size > MOST_STATES) states.delete(states.keys().next().value!);
    }
    const { person, state } = reached;
    const exam = workExam(person, state, { ...request, shapes, seed: seedOfScenario(scenario) }, exams);
    let step = exam.next();
    while (!step.done) {
      yield STATE_SHARE + (1 - STATE_SHARE) * step.value;
      step = exam.next();
    }
    const grownMm = person.model.vertebrae.map(
      ({ anteriorHeightM, posteriorHeightM }) =>
        [millimetres(anteriorHeightM), millimetres(posteriorHeightM)] as const,
    );
    return { exam: request.exam, ...describe(step.value), grownMm };
  }

  return {
    arm(given) {
      shapes = given;
    },
    async take(pane, question, onProgress) {
      latest[pane] += 1;
      const request = latest[pane];
      const job = work(question);
      await nextTask();
      while (latest[pane] === request) {
        const until = performance.now() + SLICE_MS;
        let step = job.next();
        while (!step.done && performance.now() < until) step = job.next();
        if (step.done) return step.value;
        onProgress?.(step.value);
        await nextTask();
      }
      return null;
    },
    cancel(pane) {
      latest[pane] += 1;
    },
  };
}

/** What the page shows of a result. */
function describe(result: ExamResult): Omit<ExamAnswer, 'exam' | 'grownMm'> {
  const { values, ...shown } = findShown(result);
  return {
    posture: result.posture,
    image: { ...shown, values: Float32Array.from(values) },
    reading: pickReading(result),
    marks: findMarks(result),
    plane: result.kind === 'ct' || result.kind === 'mri' ? pickPlane(result.image) : null,
  };
}

const pickPlane = ({ first, right, down, pixelMm }: NonNullable<ExamAnswer['plane']>) => ({
  first,
  right,
  down,
  pixelMm,
});

function pickReading(result: ExamResult): Reading {
  switch (result.kind) {
    case 'dxa': {
      const { levels, total, leastSignificantChangeGPerCm2 } = result.dxa;
      return { kind: 'dxa', levels, total, leastSignificantChangeGPerCm2 };
    }
    case 'film':
      return 'leftMm' in result.reading.levels.L1!
        ? { ...(result.reading as FrontalReading), kind: 'frontal' }
        : { ...(result.reading as FilmReading), kind: 'lateral' };
    case 'ct':
      return { kind: 'ct', ...result.reading };
    case 'mri':
      return { kind: 'mri', ...result.reading };
  }
}
