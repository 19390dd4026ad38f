import { LANDMARKS, type Trace } from '../core/simulation/trace.ts';
import type { View } from '../runtime/settings.ts';
import { BONE_COUNT, SACRUM } from './bones.ts';

/** Box that a trace's column and head keep within, world frame, m. */
export interface Bounds {
  readonly centre: readonly [number, number, number];
  readonly half: readonly [number, number, number];
}

const HEAD_RADIUS_M = 0.12;
/** Of the figure beside the column, front to back and side to side. */
const BODY_DEPTH_M = 0.1;
const BODY_WIDTH_M = 0.17;
const LOAD_RADIUS_M = 0.16;
/** How far the picture reaches below the sacrum's origin. */
const BELOW_SACRUM_M = 0.15;
const MOST_BELOW_SACRUM_M = 0.4;
/** Only every so many frames are looked at. */
const STRIDE = 6;

export function calcBounds(trace: Trace): Bounds {
  const low = [Infinity, Infinity];
  const high = [-Infinity, -Infinity];
  const add = (x: number, y: number, margin: number, below = margin) => {
    if (Number.isNaN(x)) return;
    low[0] = Math.min(low[0]!, x - margin);
    high[0] = Math.max(high[0]!, x + margin);
    low[1] = Math.min(low[1]!, y - below);
    high[1] = Math.max(high[1]!, y + margin);
  };
  let lowestSacrum = Infinity;
  const head = LANDMARKS.indexOf('head');
  const load = LANDMARKS.indexOf('load');
  for (let frame = 0; frame < trace.frameCount; frame += STRIDE) {
    for (let bone = 0; bone < BONE_COUNT; bone++) {
      const at = (frame * BONE_COUNT + bone) * 3;
      add(
        trace.positionsM[at]!,
        trace.positionsM[at + 1]!,
        BODY_DEPTH_M,
        bone === SACRUM ? BELOW_SACRUM_M : 0,
      );
      if (bone === SACRUM) lowestSacrum = Math.min(lowestSacrum, trace.positionsM[at + 1]!);
    }
    for (const [landmark, margin] of [
      [head, HEAD_RADIUS_M],
      [load, LOAD_RADIUS_M],
    ] as const) {
      const at = (frame * LANDMARKS.length + landmark) * 3;
      add(trace.landmarksM[at]!, trace.landmarksM[at + 1]!, margin);
    }
  }
  // the load may stand far below: the column must not become small for it
  low[1] = Math.max(low[1]!, lowestSacrum - MOST_BELOW_SACRUM_M);
  return {
    centre: [(low[0]! + high[0]!) / 2, (low[1]! + high[1]!) / 2, 0],
    half: [(high[0]! - low[0]!) / 2, (high[1]! - low[1]!) / 2, BODY_WIDTH_M],
  };
}

/** Turn of the camera about the vertical, from the right side towards the front, rad. */
export const VIEW_TURN: Record<View, number> = {
  side: 0,
  'three-quarter': 0.6,
  front: Math.PI / 2,
  back: -Math.PI / 2,
};

/** Distance at which a box fills the free part of the picture. */
export function calcFitDistance(
  { half }: Bounds,
  turn: number,
  tanHalfFov: number,
  freeAspect: number,
  freeHeight: number,
): number {
  const across = Math.abs(Math.cos(turn)) * half[0] + Math.abs(Math.sin(turn)) * half[2];
  const deep = Math.abs(Math.sin(turn)) * half[0] + Math.abs(Math.cos(turn)) * half[2];
  const perMetre = tanHalfFov * freeHeight;
  return Math.max(half[1] / perMetre, across / (perMetre * freeAspect)) + deep * 0.5;
}

/** How far the camera leans in at a moment of playback, 0 … 1: a function of the time, so that scrubbing shows the same. */
export function calcLean(slow: Trace['slowMotionS'], timeS: number): number {
  if (!slow) return 0;
  const ramp = (from: number, to: number) => {
    const share = Math.min(1, Math.max(0, (timeS - from) / (to - from)));
    return share * share * (3 - 2 * share);
  };
  return ramp(slow.fromS - 0.2, slow.fromS + 0.03) * (1 - ramp(slow.toS, slow.toS + 0.35));
}
