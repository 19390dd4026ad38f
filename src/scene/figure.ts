import { BufferAttribute, BufferGeometry, DynamicDrawUsage } from 'three';
import { LANDMARKS, type Landmark } from '../core/simulation/trace.ts';
import { SACRUM } from './bones.ts';
import {
  AROUND,
  appendRingIndices,
  createRing,
  type Ring,
  subdivide,
  writeRingNormals,
  writeRings,
} from './loft.ts';
import type { Pose } from './pose.ts';

/** The figure's measures are those of this stature, m; they scale with the patient's. */
const REFERENCE_STATURE_M = 1.65;

/**
 * Trunk from the seat up. A row: place on the line of bones (0 T1 … 17 sacrum, 21 between the hips, parts of one between two),
 * way forwards and up from there, half depth, half width, m.
 */
const TRUNK = subdivide([
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
const NECK = subdivide([
  [0.02, 0.012, 0.058, 0.062],
  [0.3, 0.01, 0.052, 0.051],
  [0.6, 0.002, 0.05, 0.047],
  [0.85, -0.006, 0.05, 0.046],
]);

/** Share of the trunk's inclination that the head goes along with: one looks ahead. */
const HEAD_FOLLOWS = 0.7;

/** Head from the chin up: way forwards and up from the skull's middle, half depth and half width, m. */
const HEAD = subdivide([
  [0.03, -0.122, 0.004, 0.004],
  [0.03, -0.118, 0.03, 0.026],
  [0.022, -0.098, 0.062, 0.046],
  [0.012, -0.068, 0.082, 0.059],
  [0.006, -0.03, 0.093, 0.069],
  [0.001, 0.005, 0.097, 0.074],
  [-0.003, 0.04, 0.096, 0.075],
  [-0.006, 0.07, 0.083, 0.066],
  [-0.007, 0.092, 0.06, 0.049],
  [-0.007, 0.104, 0.028, 0.024],
  [-0.007, 0.106, 0.003, 0.003],
]);

/** Limbs: three landmarks, then radii (m) at shares of the way 0 … 1 (upper half) … 2. */
const ARM = subdivide([
  [-0.16, 0.004],
  [-0.13, 0.03],
  [-0.06, 0.048],
  [0.06, 0.052],
  [0.3, 0.045],
  [0.6, 0.041],
  [0.92, 0.035],
  [1.08, 0.037],
  [1.3, 0.038],
  [1.6, 0.031],
  [1.88, 0.023],
  [2.02, 0.029],
  [2.22, 0.03],
  [2.4, 0.02],
  [2.48, 0.003],
]);
const LEG = subdivide([
  [-0.12, 0.04],
  [0.02, 0.088],
  [0.25, 0.084],
  [0.55, 0.07],
  [0.85, 0.056],
  [1, 0.053],
  [1.12, 0.05],
  [1.32, 0.054],
  [1.6, 0.042],
  [1.85, 0.033],
  [1.97, 0.034],
  [2.06, 0.03],
  [2.1, 0.004],
]);
/** Foot: share of the way from ankle to toe, radius, m. */
const FOOT = subdivide([
  [-0.42, 0.004],
  [-0.38, 0.022],
  [-0.15, 0.036],
  [0.2, 0.034],
  [0.6, 0.028],
  [0.95, 0.02],
  [1.08, 0.012],
  [1.12, 0.002],
]);

export interface Figure {
  readonly geometry: BufferGeometry;
  /** Follows the pose. */
  update(statureM: number): void;
}

/** A quiet body round the bones: one surface lofted over trunk, head and limbs. */
export function createFigure(pose: Pose): Figure {
  const parts: { rings: Ring[]; write: (scale: number) => void }[] = [];
  const part = (count: number, write: (rings: Ring[], scale: number) => void) => {
    const rings = Array.from({ length: count }, createRing);
    parts.push({ rings, write: (scale) => write(rings, scale) });
  };
  part(TRUNK.length, (rings, scale) => writeTrunk(pose, rings, scale));
  part(NECK.length, (rings, scale) => writeNeck(pose, rings, scale));
  part(HEAD.length, (rings, scale) => writeHead(pose, rings, scale));
  for (const side of ['Right', 'Left'] as const) {
    part(ARM.length, (rings, scale) =>
      writeLimb(pose, [`shoulder${side}`, `elbow${side}`, `hand${side}`], ARM, rings, scale),
    );
    part(LEG.length, (rings, scale) =>
      writeLimb(pose, [`hip${side}`, `knee${side}`, `ankle${side}`], LEG, rings, scale),
    );
    part(FOOT.length, (rings, scale) => writeFoot(pose, [`ankle${side}`, `toe${side}`], rings, scale));
  }
  const vertexCount = parts.reduce((sum, { rings }) => sum + rings.length * AROUND, 0);
  const positions = new Float32Array(vertexCount * 3);
  const normals = new Float32Array(vertexCount * 3);
  const indices: number[] = [];
  let first = 0;
  for (const { rings } of parts) {
    appendRingIndices(indices, first, rings.length);
    first += rings.length * AROUND;
  }
  const geometry = new BufferGeometry();
  const position = new BufferAttribute(positions, 3).setUsage(DynamicDrawUsage);
  const normal = new BufferAttribute(normals, 3).setUsage(DynamicDrawUsage);
  geometry.setAttribute('position', position);
  geometry.setAttribute('normal', normal);
  geometry.setIndex(indices);
  return {
    geometry,
    update(statureM) {
      let vertex = 0;
      for (const { rings, write } of parts) {
        write(statureM / REFERENCE_STATURE_M);
        writeRings(rings, positions, vertex);
        writeRingNormals(positions, normals, vertex, rings.length);
        vertex += rings.length * AROUND;
      }
      position.needsUpdate = true;
      normal.needsUpdate = true;
    },
  };
}

/** Places above and below, between which a ring's direction is taken: single vertebrae tilt more than the trunk does. */
const REACH = 3.5;
/** The hips lie about as far below the sacrum's top as four vertebrae are high. */
const HIPS = SACRUM + 4;

/** x (axis 0) or y (axis 1) of the line of bones at a place between 0 (T1) and 21 (between the hips). */
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

const HIP_RIGHT = LANDMARKS.indexOf('hipRight') * 3;
const HIP_LEFT = LANDMARKS.indexOf('hipLeft') * 3;
const HEAD_AT = LANDMARKS.indexOf('head') * 3;

function writeTrunk(pose: Pose, rings: Ring[], scale: number): void {
  for (let i = 0; i < rings.length; i++) {
    const [place, fore, up, depth, width] = TRUNK[i]! as [number, number, number, number, number];
    const ring = rings[i]!;
    let upX = lineAt(pose, place - REACH, 0) - lineAt(pose, place + REACH, 0);
    let upY = lineAt(pose, place - REACH, 1) - lineAt(pose, place + REACH, 1);
    const length = Math.hypot(upX, upY) || 1;
    upX /= length;
    upY /= length;
    ring.frontX = upY;
    ring.frontY = -upX;
    ring.x = lineAt(pose, place, 0) + (ring.frontX * fore + upX * up) * scale;
    ring.y = lineAt(pose, place, 1) + (ring.frontY * fore + upY * up) * scale;
    ring.halfDepth = depth * scale;
    ring.halfWidth = width * scale;
  }
}

function writeNeck({ bonePosition, landmarks }: Pose, rings: Ring[], scale: number): void {
  const wayX = landmarks[HEAD_AT]! - bonePosition[0]!;
  const wayY = landmarks[HEAD_AT + 1]! - bonePosition[1]!;
  for (let i = 0; i < rings.length; i++) {
    const [way, fore, depth, width] = NECK[i]! as [number, number, number, number];
    const ring = rings[i]!;
    lookAlong(ring, wayX, wayY, 0);
    ring.x = bonePosition[0]! + wayX * way + ring.frontX * fore * scale;
    ring.y = bonePosition[1]! + wayY * way + ring.frontY * fore * scale;
    ring.halfDepth = depth * scale;
    ring.halfWidth = width * scale;
  }
}

function writeHead({ bonePosition, landmarks }: Pose, rings: Ring[], scale: number): void {
  const chordX = bonePosition[0]! - bonePosition[SACRUM * 4]!;
  const chordY = bonePosition[1]! - bonePosition[SACRUM * 4 + 1]!;
  const inclination = Math.atan2(chordX, chordY) * HEAD_FOLLOWS;
  const upX = Math.sin(inclination);
  const upY = Math.cos(inclination);
  for (let i = 0; i < rings.length; i++) {
    const [fore, up, depth, width] = HEAD[i]! as [number, number, number, number];
    const ring = rings[i]!;
    ring.frontX = upY;
    ring.frontY = -upX;
    ring.x = landmarks[HEAD_AT]! + (ring.frontX * fore + upX * up) * scale;
    ring.y = landmarks[HEAD_AT + 1]! + (ring.frontY * fore + upY * up) * scale;
    ring.z = landmarks[HEAD_AT + 2]!;
    ring.halfDepth = depth * scale;
    ring.halfWidth = width * scale;
  }
}

function writeLimb(
  { landmarks }: Pose,
  names: readonly [Landmark, Landmark, Landmark],
  profile: readonly (readonly number[])[],
  rings: Ring[],
  scale: number,
): void {
  const a = LANDMARKS.indexOf(names[0]) * 3;
  const b = LANDMARKS.indexOf(names[1]) * 3;
  const c = LANDMARKS.indexOf(names[2]) * 3;
  for (let i = 0; i < rings.length; i++) {
    const [way, radius] = profile[i]! as [number, number];
    const ring = rings[i]!;
    const [from, to, share] = way < 1 ? [a, b, way] : [b, c, way - 1];
    ring.x = landmarks[from]! + (landmarks[to]! - landmarks[from]!) * share;
    ring.y = landmarks[from + 1]! + (landmarks[to + 1]! - landmarks[from + 1]!) * share;
    ring.z = landmarks[from + 2]! + (landmarks[to + 2]! - landmarks[from + 2]!) * share;
    // near the joint a ring looks along the mean of both halves
    const turn = Math.min(1, Math.max(0, (way - 0.75) / 0.5));
    const wayX = (landmarks[b]! - landmarks[a]!) * (1 - turn) + (landmarks[c]! - landmarks[b]!) * turn;
    const wayY =
      (landmarks[b + 1]! - landmarks[a + 1]!) * (1 - turn) + (landmarks[c + 1]! - landmarks[b + 1]!) * turn;
    const wayZ =
      (landmarks[b + 2]! - landmarks[a + 2]!) * (1 - turn) + (landmarks[c + 2]! - landmarks[b + 2]!) * turn;
    lookAlong(ring, -wayX, -wayY, -wayZ);
    ring.halfDepth = radius * scale;
    ring.halfWidth = radius * scale;
  }
}

function writeFoot(
  { landmarks }: Pose,
  names: readonly [Landmark, Landmark],
  rings: Ring[],
  scale: number,
): void {
  const ankle = LANDMARKS.indexOf(names[0]) * 3;
  const toe = LANDMARKS.indexOf(names[1]) * 3;
  for (let i = 0; i < rings.length; i++) {
    const [way, radius] = FOOT[i]! as [number, number];
    const ring = rings[i]!;
    // the sole runs at the toe's height: the ankle's ring hangs down to it
    ring.x = landmarks[ankle]! + (landmarks[toe]! - landmarks[ankle]!) * way;
    ring.y = landmarks[toe + 1]! + radius * scale * 0.6;
    ring.z = landmarks[ankle + 2]! + (landmarks[toe + 2]! - landmarks[ankle + 2]!) * way;
    lookAlong(ring, landmarks[ankle]! - landmarks[toe]!, 0, landmarks[ankle + 2]! - landmarks[toe + 2]!);
    ring.halfDepth = radius * scale;
    ring.halfWidth = radius * scale * 1.15;
  }
}

/** Turns a ring so that its plane stands across a direction (up along the part). */
function lookAlong(ring: Ring, x: number, y: number, z: number): void {
  const length = Math.hypot(x, y, z) || 1;
  const upX = x / length;
  const upY = y / length;
  const upZ = z / length;
  // front: in the sagittal plane, across the part
  let frontX = upY;
  let frontY = -upX;
  const flat = Math.hypot(frontX, frontY) || 1;
  frontX /= flat;
  frontY /= flat;
  ring.frontX = frontX;
  ring.frontY = frontY;
  ring.frontZ = 0;
  // side = front × up, so that front, up and side are right-handed like x, y and z
  ring.sideX = frontY * upZ;
  ring.sideY = -frontX * upZ;
  ring.sideZ = frontX * upY - frontY * upX;
}
