import { LANDMARKS } from '../core/simulation/trace.ts';
import { BONE_COUNT, SACRUM } from './bones.ts';
import { type Build, calcBuild } from './figureBuild.ts';
import { type Ring, subdivide, turnRing } from './loft.ts';
import type { Pose } from './pose.ts';

/**
 * Trunk from the seat up. A row: place on the line of bones (0 T1 … 17 sacrum, 21 between the hips, parts of one between two),
 * way forwards and up from there, half depth, half width, m.
 */
export const TRUNK = subdivide([
  [21, -0.028, -0.112, 0.006, 0.01],
  [21, -0.03, -0.104, 0.058, 0.085],
  [21, -0.036, -0.065, 0.103, 0.15],
  [21, -0.038, -0.01, 0.12, 0.166],
  [19, -0.018, 0, 0.117, 0.162],
  [17, 0.014, 0, 0.106, 0.15],
  [15.5, 0.02, 0, 0.1, 0.134],
  [14, 0.022, 0, 0.096, 0.125],
  [12, 0.026, 0, 0.096, 0.124],
  [10, 0.032, 0, 0.102, 0.132],
  [8, 0.037, 0, 0.108, 0.14],
  [6, 0.038, 0, 0.111, 0.146],
  [4, 0.033, 0, 0.105, 0.15],
  [2, 0.022, 0, 0.09, 0.148],
  [1, 0.012, 0.004, 0.074, 0.124],
  [0, 0.008, 0.012, 0.06, 0.084],
  [0, 0.012, 0.032, 0.05, 0.056],
  [0, 0.014, 0.036, 0.006, 0.008],
]);

/** Neck: share of the way from T1 to the head's centre, way forwards, half depth, half width, m. */
export const NECK = subdivide([
  [0.02, 0.012, 0.058, 0.062],
  [0.3, 0.01, 0.052, 0.051],
  [0.6, 0.002, 0.05, 0.047],
  [0.85, -0.006, 0.05, 0.046],
]);

/** Head from the chin up: way forwards and up from the skull's middle, half depth and half width, m. */
export const HEAD = subdivide([
  [0.038, -0.13, 0.004, 0.004],
  [0.038, -0.126, 0.03, 0.026],
  [0.03, -0.106, 0.065, 0.049],
  [0.02, -0.076, 0.085, 0.062],
  [0.014, -0.038, 0.096, 0.072],
  [0.009, -0.003, 0.1, 0.077],
  [0.005, 0.032, 0.099, 0.078],
  [0.002, 0.062, 0.086, 0.069],
  [0.001, 0.084, 0.063, 0.052],
  [0.001, 0.096, 0.028, 0.024],
  [0.001, 0.098, 0.003, 0.003],
]);

/** Share of the trunk's turning from upright that the head goes along with: one looks ahead, but not when lying. */
export const HEAD_FOLLOWS = 0.7;

/** Places above and below, between which a ring's direction is taken: single vertebrae tilt more than the trunk does. */
const REACH = 3.5;
/** The hips lie about as far below the sacrum's top as four vertebrae are high. */
const HIPS = SACRUM + 4;

const HIP_RIGHT = LANDMARKS.indexOf('hipRight') * 3;
const HIP_LEFT = LANDMARKS.indexOf('hipLeft') * 3;
const HEAD_AT = LANDMARKS.indexOf('head') * 3;

/** x, y or z (axis 0 … 2) of the line of bones at a place between 0 (T1) and 21 (between the hips). */
function lineAt({ bonePosition, landmarks }: Pose, place: number, axis: number): number {
  const clamped = Math.min(HIPS, Math.max(0, place));
  const above = Math.min(SACRUM, Math.floor(clamped));
  const from = bonePosition[above * 4 + axis]!;
  const isPelvis = above === SACRUM;
  const to = isPelvis
    ? (landmarks[HIP_RIGHT + axis]! + landmarks[HIP_LEFT + axis]!) / 2
    : bonePosition[above * 4 + 4 + axis]!;
  return from + ((to - from) * (clamped - above)) / (isPelvis ? HIPS - SACRUM : 1);
}

/** Where each bone's right side points, three numbers a bone. */
const sides = new Float32Array(BONE_COUNT * 3);

function readSides({ boneTurn }: Pose): void {
  for (let bone = 0; bone < BONE_COUNT; bone++) {
    const [x, y, z, w] = boneTurn.subarray(bone * 4, bone * 4 + 4) as unknown as readonly [
      number,
      number,
      number,
      number,
    ];
    sides[bone * 3] = 2 * (x * z + y * w);
    sides[bone * 3 + 1] = 2 * (y * z - x * w);
    sides[bone * 3 + 2] = 1 - 2 * (x * x + y * y);
  }
}

function sideAt(place: number, axis: number): number {
  const clamped = Math.min(SACRUM, Math.max(0, place));
  const above = Math.min(SACRUM - 1, Math.floor(clamped));
  const from = sides[above * 3 + axis]!;
  return from + (sides[above * 3 + 3 + axis]! - from) * (clamped - above);
}

export function writeTrunk(pose: Pose, rings: readonly Ring[], scale: number, build: Build): void {
  readSides(pose);
  rings.forEach((ring, i) => {
    const [place, fore, up, depth, width] = TRUNK[i]! as [number, number, number, number, number];
    turnRing(
      ring,
      lineAt(pose, place - REACH, 0) - lineAt(pose, place + REACH, 0),
      lineAt(pose, place - REACH, 1) - lineAt(pose, place + REACH, 1),
      lineAt(pose, place - REACH, 2) - lineAt(pose, place + REACH, 2),
      sideAt(place, 0),
      sideAt(place, 1),
      sideAt(place, 2),
    );
    const ahead = fore + calcBuild(build, place, 1);
    ring.x = lineAt(pose, place, 0) + (ring.frontX * ahead + ring.upX * up) * scale;
    ring.y = lineAt(pose, place, 1) + (ring.frontY * ahead + ring.upY * up) * scale;
    ring.z = lineAt(pose, place, 2) + (ring.frontZ * ahead + ring.upZ * up) * scale;
    ring.halfDepth = depth * scale * calcBuild(build, place, 2);
    ring.halfWidth = width * scale * calcBuild(build, place, 3);
  });
}

export function writeNeck(
  { bonePosition, landmarks }: Pose,
  rings: readonly Ring[],
  scale: number,
  build: Build,
): void {
  const wayX = landmarks[HEAD_AT]! - bonePosition[0]!;
  const wayY = landmarks[HEAD_AT + 1]! - bonePosition[1]!;
  const wayZ = landmarks[HEAD_AT + 2]! - bonePosition[2]!;
  rings.forEach((ring, i) => {
    const [way, fore, depth, width] = NECK[i]! as [number, number, number, number];
    turnRing(ring, wayX, wayY, wayZ, sides[0]!, sides[1]!, sides[2]!);
    ring.x = bonePosition[0]! + wayX * way + ring.frontX * fore * scale;
    ring.y = bonePosition[1]! + wayY * way + ring.frontY * fore * scale;
    ring.z = bonePosition[2]! + wayZ * way + ring.frontZ * fore * scale;
    ring.halfDepth = depth * scale * build.neck;
    ring.halfWidth = width * scale * build.neck;
  });
}

/** The head stands between upright and the trunk. */
export function writeHead(pose: Pose, rings: readonly Ring[], scale: number, lying: boolean): void {
  const { landmarks } = pose;
  const follows = lying ? 1 : HEAD_FOLLOWS;
  const chordX = lineAt(pose, 0, 0) - lineAt(pose, SACRUM, 0);
  const chordY = lineAt(pose, 0, 1) - lineAt(pose, SACRUM, 1);
  const chordZ = lineAt(pose, 0, 2) - lineAt(pose, SACRUM, 2);
  const length = Math.hypot(chordX, chordY, chordZ) || 1;
  // the chord leans back a little when the person stands straight
  const x = (chordX / length) * follows;
  const y = (chordY / length) * follows + (1 - follows);
  const z = (chordZ / length) * follows;
  rings.forEach((ring, i) => {
    const [fore, up, depth, width] = HEAD[i]! as [number, number, number, number];
    turnRing(ring, x, y, z, sides[0]! * follows, sides[1]! * follows, sides[2]! * follows + (1 - follows));
    ring.x = landmarks[HEAD_AT]! + (ring.frontX * fore + ring.upX * up) * scale;
    ring.y = landmarks[HEAD_AT + 1]! + (ring.frontY * fore + ring.upY * up) * scale;
    ring.z = landmarks[HEAD_AT + 2]! + (ring.frontZ * fore + ring.upZ * up) * scale;
    ring.halfDepth = depth * scale;
    ring.halfWidth = width * scale;
  });
}
