import type { PressedFrame } from '../../core/simulation/inside/pressing.ts';
import type { Pressing } from './pressing.ts';

/** Functions that read what is known of a pressed body. A place on its curve is a number of points from the first, which has no load. */

/** Value between two points of a curve. */
const mix = (frames: readonly PressedFrame[], at: number, read: (frame: PressedFrame) => number): number => {
  const n = Math.min(frames.length - 1, Math.floor(at));
  const [from, to] = [frames[n]!, frames[Math.min(frames.length - 1, n + 1)]!];
  return read(from) + (at - n) * (read(to) - read(from));
};

export interface Place {
  readonly frame: PressedFrame;
  readonly next: PressedFrame;
  readonly part: number;
  readonly forceN: number;
  readonly meanMm: number;
}

export function getPlace({ frames }: Pressing, at: number): Place {
  const held = Math.min(frames.length - 1, Math.max(0, at));
  const n = Math.floor(held);
  return {
    frame: frames[n]!,
    next: frames[Math.min(frames.length - 1, n + 1)]!,
    part: held - n,
    forceN: mix(frames, held, ({ point }) => point.forceN),
    meanMm: mix(frames, held, ({ point }) => point.meanMm),
  };
}

/** Where the curve first bears a force; null where it never does. */
export function findForce({ frames }: Pressing, forceN: number): number | null {
  const n = frames.findIndex(({ point }) => point.forceN >= forceN);
  if (n < 1) return n < 0 ? null : 0;
  const [low, high] = [frames[n - 1]!.point.forceN, frames[n]!.point.forceN];
  return n - 1 + (forceN - low) / (high - low);
}

/** Where the curve is at a shortening, mm, or at its end so far. */
export function findShortening({ frames }: Pressing, meanMm: number): number {
  const n = frames.findIndex(({ point }) => point.meanMm >= meanMm);
  if (n < 1) return n < 0 ? frames.length - 1 : 0;
  const [low, high] = [frames[n - 1]!.point.meanMm, frames[n]!.point.meanMm];
  return n - 1 + (meanMm - low) / (high - low);
}

/** Where the curve has its first peak: the strength, once it is known. */
export const findPeak = (pressing: Pressing): number => {
  const { end, frames } = pressing;
  if (end) return findForce(pressing, end.strengthN)!;
  return frames.reduce((best, { point }, n) => (point.forceN > frames[best]!.point.forceN ? n : best), 0);
};

/** Part of its height by which a body that gives way is shown shortened at first. */
const SHOWN_SHORTER = 0.07;

/** What is shown at first: where the act presses most, or the body as it gives way if that is more than it bears. */
export function findFirst(pressing: Pressing): number {
  const { body, end } = pressing;
  const { actPeakN, actBroke } = body;
  if (actPeakN !== null && !actBroke && end && actPeakN < end.strengthN)
    return findForce(pressing, actPeakN)!;
  return findShortening(pressing, SHOWN_SHORTER * (body.upperMm - body.lowerMm));
}

/**
 * Where a second body is while the first is at a place of its curve: under the greatest force that the first has borne so far. One that
 * bears less has given way by then, and goes to its end as the first does.
 */
export function followRival(own: Pressing, at: number, rival: Pressing): number {
  const peak = findPeak(own);
  const forceN = getPlace(own, Math.min(at, peak)).forceN;
  const there = findForce(rival, forceN);
  const rivalPeak = findPeak(rival);
  if (there !== null && there <= rivalPeak) return there;
  const passed = findForce(own, getPlace(rival, rivalPeak).forceN) ?? peak;
  const last = own.frames.length - 1;
  const part = last > passed ? (at - passed) / (last - passed) : 1;
  return rivalPeak + part * (rival.frames.length - 1 - rivalPeak);
}

/** Which part of a body gives way: by how much its front, its middle and its back are shorter just past its peak. */
export type Failure = 'front' | 'plates' | 'back' | 'whole';

const JUST_PAST = 0.05;
const MORE = 1.3;

export function findFailure(pressing: Pressing): Failure {
  const { body } = pressing;
  const { frame } = getPlace(pressing, findShortening(pressing, JUST_PAST * (body.upperMm - body.lowerMm)));
  const { frontMm, middleMm, backMm } = frame.point;
  if (middleMm > MORE * Math.max(frontMm, backMm)) return 'plates';
  if (frontMm > MORE * backMm) return 'front';
  return backMm > MORE * frontMm ? 'back' : 'whole';
}

/** Difference of the section's strength from the bricks', and what makes it. */
export interface Difference {
  readonly percent: number;
  readonly why: 'sound' | 'alone' | 'plates' | null;
}

/** Difference below which they agree, %; place of the load within which it is central, of the depth; wear below which a disc is sound. */
const AGREE_PERCENT = 5;
const CENTRAL = 0.06;
const SOUND_WEAR = 0.5;

export function findDifference({ body, end }: Pressing): Difference | null {
  if (!end) return null;
  const percent = 100 * (body.section.strengthN / end.strengthN - 1);
  if (Math.abs(percent) < AGREE_PERCENT) return { percent, why: null };
  if (percent > 0) return { percent, why: 'plates' };
  const isCentral = Math.abs(body.frontMm) < CENTRAL * body.depthMm;
  return { percent, why: isCentral && body.discWear < SOUND_WEAR ? 'sound' : 'alone' };
}

/** Fraction of the core that has yielded, of its three thirds together. */
export const calcYieldedCore = ({ yielded }: PressedFrame): number =>
  (yielded.front + yielded.middle + yielded.back) / 3;
