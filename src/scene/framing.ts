import { LANDMARKS, type Trace } from '../core/simulation/trace.ts';
import type { View } from '../runtime/settings.ts';
import { BONE_COUNT, SACRUM } from './bones.ts';

/** Box that column, head and load keep within at a moment, world frame, m. */
export interface Bounds {
  readonly centre: [number, number, number];
  readonly half: [number, number, number];
}

/** The box over the time of a trace: the camera follows the act, and at one time is always in one place. */
export interface BoundsTrack {
  /** Four a sample: lowest x, highest x, lowest y, highest y. */
  readonly edges: Float32Array;
  readonly samplesPerS: number;
}

const HEAD_RADIUS_M = 0.12;
/** Of the figure beside the column, front to back and side to side. */
const BODY_DEPTH_M = 0.1;
const BODY_WIDTH_M = 0.17;
const LOAD_RADIUS_M = 0.16;
const FRAMED = [
  ['head', HEAD_RADIUS_M],
  ['load', LOAD_RADIUS_M],
] as const;
/** How far the picture reaches below the sacrum's origin. */
const BELOW_SACRUM_M = 0.15;
const MOST_BELOW_SACRUM_M = 0.4;
/** Frames between two samples. */
const STRIDE = 6;
/** Samples on either side whose mean is taken, so that the camera moves calmly. */
const CALM = 5;

export function calcBoundsTrack(trace: Trace): BoundsTrack {
  const count = Math.ceil(trace.frameCount / STRIDE);
  const raw = new Float32Array(count * 4);
  for (let sample = 0; sample < count; sample++) writeEdges(trace, sample * STRIDE, raw, sample * 4);
  const edges = new Float32Array(raw.length);
  for (let sample = 0; sample < count; sample++)
    for (let edge = 0; edge < 4; edge++) {
      let sum = 0;
      for (let near = sample - CALM; near <= sample + CALM; near++)
        sum += raw[Math.min(count - 1, Math.max(0, near)) * 4 + edge]!;
      edges[sample * 4 + edge] = sum / (2 * CALM + 1);
    }
  return { edges, samplesPerS: trace.frameRateHz / STRIDE };
}

function writeEdges(trace: Trace, frame: number, out: Float32Array, at: number): void {
  const edges = [Infinity, -Infinity, Infinity, -Infinity] as [number, number, number, number];
  const add = (x: number, y: number, margin: number, below = margin) => {
    if (Number.isNaN(x)) return;
    edges[0] = Math.min(edges[0], x - margin);
    edges[1] = Math.max(edges[1], x + margin);
    edges[2] = Math.min(edges[2], y - below);
    edges[3] = Math.max(edges[3], y + margin);
  };
  for (let bone = 0; bone < BONE_COUNT; bone++) {
    const from = (frame * BONE_COUNT + bone) * 3;
    const below = bone === SACRUM ? BELOW_SACRUM_M : 0;
    add(trace.positionsM[from]!, trace.positionsM[from + 1]!, BODY_DEPTH_M, below);
  }
  const sacrumY = trace.positionsM[(frame * BONE_COUNT + SACRUM) * 3 + 1]!;
  for (const [landmark, margin] of FRAMED) {
    const from = (frame * LANDMARKS.length + LANDMARKS.indexOf(landmark)) * 3;
    add(trace.landmarksM[from]!, trace.landmarksM[from + 1]!, margin);
  }
  // the load may stand far below: the column must not become small for it
  edges[2] = Math.max(edges[2], sacrumY - MOST_BELOW_SACRUM_M);
  out.set(edges, at);
}

export function writeBounds(
  { edges, samplesPerS }: BoundsTrack,
  timeS: number,
  { centre, half }: Bounds,
): void {
  const last = edges.length / 4 - 1;
  const place = Math.min(last, Math.max(0, timeS * samplesPerS));
  const first = Math.floor(place) * 4;
  const second = Math.min(last, Math.floor(place) + 1) * 4;
  const share = place % 1;
  const edge = (i: number) => edges[first + i]! * (1 - share) + edges[second + i]! * share;
  centre[0] = (edge(0) + edge(1)) / 2;
  centre[1] = (edge(2) + edge(3)) / 2;
  half[0] = (edge(1) - edge(0)) / 2;
  half[1] = (edge(3) - edge(2)) / 2;
  half[2] = BODY_WIDTH_M;
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

/** Time the camera takes to lean in, and back, s of playback. */
const LEAN_IN_S = 0.23;
const LEAN_BACK_S = 0.35;

/** How far the camera leans in at a moment of playback, 0 … 1: a function of the time, so that scrubbing shows the same. */
export function calcLean({ slowMotionS: slow, durationS }: Trace, timeS: number): number {
  if (!slow) return 0;
  const ramp = (from: number, duration: number) => {
    const share = Math.min(1, Math.max(0, (timeS - from) / duration));
    return share * share * (3 - 2 * share);
  };
  // at the end of the act the whole column is seen again
  const backS = Math.min(slow.toS, durationS - LEAN_BACK_S);
  return ramp(slow.fromS - 0.2, LEAN_IN_S) * (1 - ramp(backS, LEAN_BACK_S));
}
