import { BALLOON_COURSE, calcSwelling } from '../../core/treatment/balloon.ts';

/** Progress of a treatment. */
export interface Course {
  /** Position of the needle, 1 outside … 0 in place. */
  away: number;
  /** Fraction of the cement injected, and of the balloon's volume. */
  filled: number;
  balloon: number;
  /** Fraction of the cavity that the balloon has made, by volume. */
  hollow: number;
}

export const createCourse = (): Course => ({ away: 1, filled: 0, balloon: 0, hollow: 0 });

/** Course of cement alone, as fractions of its event's time: the needle goes in, the cement spreads and sets, the needle leaves. */
const IN = 0.25;
const FILLED = 0.8;

const rise = (from: number, to: number, progress: number): number => {
  const s = Math.min(1, Math.max(0, (progress - from) / (to - from)));
  return s * s * (3 - 2 * s);
};

/** @param progress fraction of the event's time */
export function writeCourse(progress: number, balloonFirst: boolean, out: Course): void {
  const inAt = balloonFirst ? BALLOON_COURSE.in : IN;
  const filledAt = balloonFirst ? BALLOON_COURSE.filled : FILLED;
  const { swollen, out: drawnBack } = BALLOON_COURSE;
  const swelling = balloonFirst ? calcSwelling(progress) : 0;
  out.away = progress < filledAt ? 1 - rise(0, inAt, progress) : rise(filledAt, 1, progress);
  out.filled = rise(balloonFirst ? drawnBack : inAt, filledAt, progress);
  out.balloon = swelling * (1 - rise(swollen, drawnBack, progress));
  out.hollow = swelling;
}

/** Lean of the camera towards a balloon treatment, 0 … 1: cement alone is over too soon. */
export const calcCourseLean = (progress: number): number =>
  rise(0, 0.7 * BALLOON_COURSE.in, progress) * (1 - rise(BALLOON_COURSE.filled, 1, progress));
