import { LANDMARKS, type Landmark, type Trace } from '../../core/simulation/results/trace.ts';
import type { View } from '../../runtime/device/settings.ts';
import { BONE_COUNT, SACRUM } from '../bones/bones.ts';

/** Box of what must be visible at a time, world frame, m. */
export interface Bounds {
  readonly centre: [number, number, number];
  readonly half: [number, number, number];
}

/** Number of values that two figures side by side share: for each the distance from which it fits in (0: nobody), lowest, highest, m. */
export const FRAMES = 6;

/** Shares the lowest and highest point with the other figure and includes the other's, so that both have one floor. */
export function shareHeight(bounds: Bounds, framesM: Float64Array, index: 0 | 1): void {
  const low = bounds.centre[1] - bounds.half[1];
  const high = bounds.centre[1] + bounds.half[1];
  framesM[2 + index] = low;
  framesM[4 + index] = high;
  if (framesM[1 - index] === 0) return;
  const lowest = Math.min(low, framesM[3 - index]!);
  const highest = Math.max(high, framesM[5 - index]!);
  bounds.centre[1] = (lowest + highest) / 2;
  bounds.half[1] = (highest - lowest) / 2;
}

/** Boxes over the time of a trace: the camera follows the act, and is at the same place at the same time. */
export interface BoundsTrack {
  /** Six values per sample: lowest and highest x, y and z. */
  readonly edges: Float32Array;
  readonly samplesPerS: number;
}

const EDGES = 6;
/** Extent of the figure round the column, front to back and side to side, m. */
const BODY_DEPTH_M = 0.1;
const BODY_WIDTH_M = 0.17;
/** Extent of the picture below the sacrum's origin while the person stays in one place, m: the column has priority. */
const BELOW_SACRUM_M = 0.135;
const MOST_BELOW_SACRUM_M = 0.4;
/** Movement of an ankle from which the legs belong to the picture, m. */
const STEP_M = 0.1;
/** Frames per sample. */
const STRIDE = 6;
/** Samples on either side that are included and averaged, so that the camera moves smoothly and nothing leaves the picture. */
const CALM = 5;

/** Points kept in the picture, with the margin round each, m. */
type Framed = readonly (readonly [Landmark, number])[];
const ALWAYS: Framed = [
  // the crown may leave the picture: the column has priority
  ['head', 0.045],
  ['load', 0.16],
  ['handRight', 0.06],
  ['handLeft', 0.06],
];
const KNEES: Framed = [
  ['kneeRight', 0.08],
  ['kneeLeft', 0.08],
];
const LEGS: Framed = [
  ...KNEES,
  ['ankleRight', 0.11],
  ['ankleLeft', 0.11],
  ['toeRight', 0.06],
  ['toeLeft', 0.06],
];

export function calcBoundsTrack(trace: Trace): BoundsTrack {
  const count = Math.ceil(trace.frameCount / STRIDE);
  const raw = new Float32Array(count * EDGES);
  const whole = trace.support.on === 'seat' || stepsAbout(trace);
  const bent = trace.support.on === 'bed' && liesOnSide(trace);
  const framed = [...ALWAYS, ...(whole || bent ? LEGS : trace.support.on === 'bed' ? KNEES : [])];
  const column = !whole && trace.support.on === 'feet';
  for (let sample = 0; sample < count; sample++)
    writeEdges(trace, sample * STRIDE, framed, column, raw, sample * EDGES);
  const widest = overNeighbours(raw, (values, edge) =>
    edge % 2 === 0 ? Math.min(...values) : Math.max(...values),
  );
  const edges = overNeighbours(
    widest,
    (values) => values.reduce((sum, value) => sum + value, 0) / values.length,
  );
  return { edges, samplesPerS: trace.frameRateHz / STRIDE };
}

/** Computes each edge of each sample from its own and its neighbours' values. */
function overNeighbours(
  from: Float32Array,
  combine: (values: readonly number[], edge: number) => number,
): Float32Array {
  const last = from.length / EDGES - 1;
  return from.map((_, at) => {
    const edge = at % EDGES;
    const sample = (at - edge) / EDGES;
    const values = Array.from(
      { length: 2 * CALM + 1 },
      (__, n) => from[Math.min(last, Math.max(0, sample - CALM + n)) * EDGES + edge]!,
    );
    return combine(values, edge);
  });
}

/** Whether the person lies on the side: one hip is above the other, with bent knees. */
export const liesOnSide = ({ landmarksM }: Trace): boolean =>
  Math.abs(
    landmarksM[LANDMARKS.indexOf('hipRight') * 3 + 1]! - landmarksM[LANDMARKS.indexOf('hipLeft') * 3 + 1]!,
  ) > 0.05;

/** Whether a foot moves in the act. */
function stepsAbout({ landmarksM, frameCount }: Trace): boolean {
  const size = LANDMARKS.length * 3;
  return (['ankleRight', 'ankleLeft'] as const).some((ankle) => {
    const at = LANDMARKS.indexOf(ankle) * 3;
    for (let frame = 0; frame < frameCount; frame += STRIDE) {
      const dx = landmarksM[frame * size + at]! - landmarksM[at]!;
      const dy = landmarksM[frame * size + at + 1]! - landmarksM[at + 1]!;
      if (Math.hypot(dx, dy) > STEP_M) return true;
    }
    return false;
  });
}

/** @param column whether only what is above the hips counts */
function writeEdges(
  trace: Trace,
  frame: number,
  framed: Framed,
  column: boolean,
  out: Float32Array,
  at: number,
): void {
  const edges = [Infinity, -Infinity, Infinity, -Infinity, Infinity, -Infinity];
  const sacrumY = trace.positionsM[(frame * BONE_COUNT + SACRUM) * 3 + 1]!;
  // hanging hands and a load on the floor must not make the column small
  const lowest = column ? sacrumY - MOST_BELOW_SACRUM_M : 0;
  const add = (points: Float32Array, from: number, margins: readonly number[]) => {
    if (Number.isNaN(points[from]!)) return;
    for (let axis = 0; axis < 3; axis++) {
      const low = points[from + axis]! - margins[axis]!;
      edges[axis * 2] = Math.min(edges[axis * 2]!, axis === 1 ? Math.max(lowest, low) : low);
      edges[axis * 2 + 1] = Math.max(edges[axis * 2 + 1]!, points[from + axis]! + margins[axis]!);
    }
  };
  const lying = trace.support.on === 'bed';
  const body = lying
    ? ([BODY_DEPTH_M, BODY_WIDTH_M, BODY_WIDTH_M] as const)
    : ([BODY_DEPTH_M, 0, BODY_WIDTH_M] as const);
  for (let bone = 0; bone < BONE_COUNT; bone++) add(trace.positionsM, (frame * BONE_COUNT + bone) * 3, body);
  if (!lying) edges[2] = Math.min(edges[2]!, sacrumY - BELOW_SACRUM_M);
  for (const [landmark, margin] of framed) {
    const from = (frame * LANDMARKS.length + LANDMARKS.indexOf(landmark)) * 3;
    const hangs = column && landmark.startsWith('hand') && trace.landmarksM[from + 1]! < sacrumY;
    if (!hangs) add(trace.landmarksM, from, [margin, margin, margin]);
  }
  out.set(edges, at);
}

export function writeBounds(
  { edges, samplesPerS }: BoundsTrack,
  timeS: number,
  { centre, half }: Bounds,
): void {
  const last = edges.length / EDGES - 1;
  const place = Math.min(last, Math.max(0, timeS * samplesPerS));
  const first = Math.floor(place) * EDGES;
  const second = Math.min(last, Math.floor(place) + 1) * EDGES;
  const t = place % 1;
  for (let axis = 0; axis < 3; axis++) {
    const low = edges[first + axis * 2]! * (1 - t) + edges[second + axis * 2]! * t;
    const high = edges[first + axis * 2 + 1]! * (1 - t) + edges[second + axis * 2 + 1]! * t;
    centre[axis] = (low + high) / 2;
    half[axis] = (high - low) / 2;
  }
}

/** Direction of the camera: azimuth about the vertical from the right side towards the front, and elevation, rad. */
export interface Angle {
  readonly azimuth: number;
  readonly tilt: number;
}

const UPRIGHT: Readonly<Record<View, Angle>> = {
  side: { azimuth: 0, tilt: 0 },
  // near the side: a wedge reads there, and the trunk still has depth
  'three-quarter': { azimuth: 0.27, tilt: 0 },
  front: { azimuth: Math.PI / 2, tilt: 0 },
  back: { azimuth: -Math.PI / 2, tilt: 0 },
  close: { azimuth: 0.42, tilt: 0.1 },
};
/** Greatest elevation in a view of a lying person's front or back, rad. */
const STEEPEST = 1.2;
/** Azimuth and elevation of the oblique view of a lying person. */
const OBLIQUE = { azimuth: 0.5, tilt: 0.35 };

/** Angles of the named views in terms of the body: of someone lying on the back, the front is seen from above. */
export function calcAngles(trace: Trace): Readonly<Record<View, Angle>> {
  if (trace.support.on !== 'bed') return UPRIGHT;
  // the head is at −x; the face looks along the sacrum's anterior axis without its part along the bed
  const [x, y, z, w] = trace.orientations.subarray(SACRUM * 4, SACRUM * 4 + 4) as unknown as readonly [
    number,
    number,
    number,
    number,
  ];
  const faceUp = 2 * (x * y + z * w);
  const faceRight = 2 * (x * z - y * w);
  const look = (up: number, right: number): Angle => ({
    azimuth: right < -0.1 ? Math.PI : 0,
    tilt: Math.max(-STEEPEST, Math.min(STEEPEST, Math.atan2(up, Math.abs(right)))),
  });
  return {
    // the right side, or the left where the right is in the bed
    side: faceRight > 0.2 ? look(faceRight, -faceUp) : look(-faceRight, faceUp),
    'three-quarter': OBLIQUE,
    close: OBLIQUE,
    front: look(faceUp, faceRight),
    back: look(-faceUp, -faceRight),
  };
}

/** Distance at which a box fills the free part of the picture, m. */
export function calcFitDistance(
  { half }: Bounds,
  { azimuth, tilt }: Angle,
  tanHalfFov: number,
  freeAspect: number,
  freeHeight: number,
): number {
  const sinAzimuth = Math.abs(Math.sin(azimuth));
  const cosAzimuth = Math.abs(Math.cos(azimuth));
  const sinTilt = Math.abs(Math.sin(tilt));
  const cosTilt = Math.abs(Math.cos(tilt));
  const flat = sinAzimuth * half[0] + cosAzimuth * half[2];
  const across = cosAzimuth * half[0] + sinAzimuth * half[2];
  const tall = cosTilt * half[1] + sinTilt * flat;
  const deep = sinTilt * half[1] + cosTilt * flat;
  const perMetre = tanHalfFov * freeHeight;
  return Math.max(tall / perMetre, across / (perMetre * freeAspect)) + deep * 0.5;
}

/** Time for the camera to lean in, s of playback, and how far: the whole trunk stays in the picture beside the loupe. */
const LEAN_IN_S = 0.5;
const LEANS = 0.3;

/**
 * Lean of the camera at a playback time, 0 … 1: a function of the time only, so that scrubbing shows the same. It stays with the
 * fracture to the end of the act.
 */
export function calcLean({ slowMotionS: slow }: Trace, timeS: number): number {
  if (!slow) return 0;
  const t = Math.min(1, Math.max(0, (timeS - slow.fromS) / LEAN_IN_S + 1));
  return LEANS * t * t * (3 - 2 * t);
}
