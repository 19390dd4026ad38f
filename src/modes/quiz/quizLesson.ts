import type { Answered } from '../../runtime/session/lesson.ts';
import type { LessonStore } from '../../runtime/session/lessonStore.ts';
import type { Given, Posed } from './question.ts';
import { countRight, type Round } from './round.ts';
import { writeRound } from './roundAddress.ts';

/** Of the quiz's state, what a lesson is made of. */
interface Asking {
  readonly screen: string;
  readonly round: Round | null;
  readonly outcomes: readonly boolean[];
  readonly posed: Posed | null;
  readonly given: Given | null;
}

const describe = ({ kind, answer }: Posed, given: Given, right: boolean, timeS: number): Answered => ({
  name: kind,
  type: answer.type,
  given: String(given),
  expected: answer.type === 'angle' ? [answer.right, answer.tolerance] : answer.right,
  right,
  timeS,
});

/** Keeps the lesson as the quiz goes on; returns a function that ends this. */
export function bindQuizLesson(
  quiz: { subscribe(listener: (state: Asking, before: Asking) => void): () => void },
  { setState: set }: LessonStore,
  now: () => number = () => performance.now(),
): () => void {
  let askedMs = now();
  const stop = quiz.subscribe(({ screen, round, outcomes, posed, given }, { screen: was }) => {
    // a question of a done round that is looked at again is no other round
    if (screen === was || was === 'seen') return;
    if (screen === 'start') set({ lesson: null });
    if (screen === 'asked') askedMs = now();
    if (!round || (screen !== 'asked' && screen !== 'answered' && screen !== 'done')) return;
    const isAnswer = screen === 'answered' && posed && given !== null;
    set({
      lesson: {
        mode: 'quiz',
        address: writeRound(round, outcomes),
        done: outcomes.length,
        of: round.length,
        right: countRight(outcomes),
        answered: isAnswer ? describe(posed, given, outcomes.at(-1)!, (now() - askedMs) / 1000) : null,
      },
    });
  });
  return () => {
    stop();
    set({ lesson: null });
  };
}
