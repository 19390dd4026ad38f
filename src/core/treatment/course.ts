import { exp } from '../math/transcendental.ts';

/** What can be started and stopped, or is lain through. */
export type CourseKind =
  | 'drug'
  | 'glucocorticoid'
  | 'nutrition'
  | 'training'
  | 'brace'
  | 'pain-relief'
  | 'rest';

/** Something taken, done or worn over a span of time, in months since the scenario began; no end while it goes on. */
export interface Course {
  readonly kind: CourseKind;
  readonly name: string;
  readonly fromMonths: number;
  readonly toMonths: number | null;
}

/** How long a course had lasted by a moment, and how long it was over, months. */
export const calcTaken = ({ fromMonths, toMonths }: Course, atMonths: number) => {
  const endMonths = Math.min(toMonths ?? atMonths, atMonths);
  return { onMonths: Math.max(0, endMonths - fromMonths), offMonths: Math.max(0, atMonths - endMonths) };
};

export const findCourses = (
  courses: readonly Course[],
  kind: CourseKind,
  ...names: readonly string[]
): Course[] =>
  courses.filter((course) => course.kind === kind && (names.length === 0 || names.includes(course.name)));

/** Months for which any of these was going on, by a moment; they do not overlap. */
export const calcMonthsOn = (courses: readonly Course[], atMonths: number): number =>
  courses.reduce((sum, course) => sum + calcTaken(course, atMonths).onMonths, 0);

/**
 * An effect, 0 … 1, that rises towards its whole while something is done and fades when it is not: exact between starts and stops, so that
 * it hangs on those alone and not on where a span of time is split.
 *
 * @param courses in the order of their starts, one at a time
 */
export function calcEffect(
  courses: readonly Course[],
  atMonths: number,
  risesMonths: number,
  fadesMonths: number,
): number {
  let effect = 0;
  let endMonths = 0;
  for (const course of courses) {
    if (course.fromMonths >= atMonths) break;
    const { onMonths } = calcTaken(course, atMonths);
    effect *= exp(-(course.fromMonths - endMonths) / fadesMonths);
    effect = 1 + (effect - 1) * exp(-onMonths / risesMonths);
    endMonths = course.fromMonths + onMonths;
  }
  return effect * exp(-(atMonths - endMonths) / fadesMonths);
}
