/**
 * Fraction of the lost height that a balloon restores (source lieberman-2001, in the bodies where it restored any; 3.48 mm
 * gained on bodies of 18 mm in source balloon-height come to about the same).
 */
export const RAISED_FRACTION = 0.47;

/**
 * Fraction of the height lost between the end plates that a balloon restores: what its pressure achieves in people, limited by
 * its own volume.
 *
 * @param lostMl volume lost between the end plates
 * @param balloonMl volume of the balloon, equal to that of the cement that will fill its cavity
 */
export const calcRaisedFraction = (lostMl: number, balloonMl: number): number =>
  lostMl > 0 ? Math.min(RAISED_FRACTION, balloonMl / lostMl) : 0;

/** Course of the treatment as fractions of its time: the balloon is inflated, deflated and withdrawn, and cement fills its cavity. */
export const BALLOON_COURSE = { in: 0.16, swollen: 0.44, out: 0.56, filled: 0.88 } as const;

/** Fraction to which the end plates have been raised at a fraction of the treatment's time, 0 … 1. */
export function calcSwelling(progress: number): number {
  const { in: from, swollen: to } = BALLOON_COURSE;
  const rise = Math.min(1, Math.max(0, (progress - from) / (to - from)));
  return rise * rise * (3 - 2 * rise);
}
