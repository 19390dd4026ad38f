import { degrees, radians } from '../../core/quantity/units.ts';

/** Line over the radiograph: height of its middle (mm, up) and tilt (degrees, + = front higher). */
export interface Line {
  readonly heightMm: number;
  readonly tiltDeg: number;
}
export type LineName = 'upper' | 'lower';
export const LINE_NAMES: readonly LineName[] = ['upper', 'lower'];
export type Lines = Readonly<Record<LineName, Line>>;

/** Half of a line's length, mm: the longer, the finer its tilt can be set. */
export const HALF_LINE_MM = 70;
export const MOST_TILT_DEG = 60;

/** Cobb angle between two lines, degrees: without a sign, as it is read on a film, whichever way the lines are tilted. */
export const calcAngleDeg = ({ upper, lower }: Lines): number => Math.abs(lower.tiltDeg - upper.tiltDeg);

/** Line whose end is moved to a height, mm, while its other end stays. */
export function moveEnd({ heightMm, tiltDeg }: Line, end: 'front' | 'back', toMm: number): Line {
  const rise = HALF_LINE_MM * Math.tan(radians(tiltDeg));
  const [front, back] = end === 'front' ? [toMm, heightMm - rise] : [heightMm + rise, toMm];
  const tilt = degrees(Math.atan2(front - back, 2 * HALF_LINE_MM));
  return {
    heightMm: (front + back) / 2,
    tiltDeg: Math.min(MOST_TILT_DEG, Math.max(-MOST_TILT_DEG, tilt)),
  };
}
