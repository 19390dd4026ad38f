import { BALLOON_COURSE, calcSwelling } from '../../core/treatment/balloon.ts';

/** How far a treatment has come. */
export interface Course {
  /** Needle outside 1 … 0 at its place. */
  away: number;
  /** Shares of the cement that has gone in, and of the balloon's volume. */
  filled: number;
  balloon: number;
  /** Share of the cavity that the balloon has made, by volume. */
  hollow: number;
}

export const createCourse = (): Course => ({ away: 1, filled: 0, balloon: 0, hollow: 0 });

/** Cement alone, as shares of its event's time: the needle goes in, the cement spreads and sets, the needle leaves. */
const IN = 0.25;
const FILLED = 0.8;

const rise = (from: number, to: number, share: number): number => {
  const s = Math.min(1, Math.max(0, (share - from) / (to - from)));
  return s * s * (3 - 2 * s);
};

/** @param share of the event's time */
export function writeCourse(share: number, balloonFirst: boolean, out: Course): void {
  const inAt = balloonFirst ? BALLOON_COURSE.in : IN;
  const filledAt = balloonFirst ? BALLOON_COURSE.filled : FILLED;
  const { swollen, out: drawnBack } = BALLOON_COURSE;
  const swelling = balloonFirst ? calcSwelling(share) : 0;
  out.away = share < filledAt ? 1 - rise(0, inAt, share) : rise(filledAt, 1, share);
  out.filled = rise(balloonFirst ? drawnBack : inAt, filledAt, share);
  out.balloon = swelling * (1 - rise(swollen, drawnBack, share));
  out.hollow = swelling;
}

/** How far the camera leans in to a balloon treatment, 0 … 1: cement alone is over too soon. */
export const calcCourseLean = (share: number): number =>
  rise(0, 0.7 * BALLOON_COURSE.in, share) * (1 - rise(BALLOON_COURSE.filled, 1, share));
