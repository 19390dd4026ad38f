import { LEVEL_COUNT, levelIndex } from '../../core/anatomy/levels.ts';
import type { FractureRecord } from '../../core/simulation/results/results.ts';
import type { Collapse } from '../../core/simulation/results/trace.ts';
import type { Shown } from '../../runtime/session/session.ts';

/** The first break of an act: which level, and when it is looked at. Everything here is a function of the trace's time. */
export interface BreakCourse {
  readonly level: number;
  readonly fracture: FractureRecord;
  readonly collapse: Collapse;
  /** Time from which the loupe opens, s: before the limit is passed. */
  readonly opensS: number;
}

/** Load over strength from which the level that will break is looked at. */
const OPENS_AT_RATIO = 0.85;
/** Least time for which it is seen whole, and time in which the loupe opens, s of playback. */
const LEAST_BEFORE_S = 0.4;
const OPENING_S = 0.3;
/** Time in which what is around recedes before a collapse, and comes back after it, s of playback; and what is left of it. */
const RECEDES_S = 0.25;
const RETURNS_S = 0.5;
const LEFT_OF_CONTEXT = 0.3;

const ramp = (t: number): number => {
  const clamped = Math.min(1, Math.max(0, t));
  return clamped * clamped * (3 - 2 * clamped);
};

export function findBreakCourse({ run: { trace }, peaks }: Shown): BreakCourse | null {
  const fracture = trace.fractures[0];
  const collapse = trace.collapses[0];
  if (!fracture || !collapse) return null;
  const level = levelIndex(fracture.level);
  let frame = 0;
  while (
    frame < trace.frameCount - 1 &&
    peaks.loadOverStrength[frame * LEVEL_COUNT + level]! < OPENS_AT_RATIO
  )
    frame++;
  const opensS = Math.max(
    0,
    Math.min(frame / trace.frameRateHz, collapse.fromS - LEAST_BEFORE_S - OPENING_S),
  );
  return { level, fracture, collapse, opensS };
}

/** How far the loupe is open, 0 … 1; it stays open to the act's end. */
export const calcOpening = ({ opensS }: BreakCourse, timeS: number): number =>
  // an act that begins with the break has it open from the start
  opensS === 0 ? 1 : ramp((timeS - opensS) / OPENING_S);

/** Factor on what is around the spine: it recedes while a body collapses. */
export const calcContext = ({ collapse: { fromS, toS } }: BreakCourse, timeS: number): number =>
  1 - (1 - LEFT_OF_CONTEXT) * ramp((timeS - fromS) / RECEDES_S + 1) * (1 - ramp((timeS - toS) / RETURNS_S));
