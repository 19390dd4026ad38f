import { BufferAttribute, BufferGeometry, DynamicDrawUsage } from 'three';
import { LEVELS, type Level } from '../core/anatomy/levels.ts';
import { LANDMARKS, type Landmark } from '../core/simulation/trace.ts';
import { SACRUM } from './bones.ts';
import { AROUND, appendRingIndices, createRing, type Ring, writeRingNormals, writeRings } from './loft.ts';
import type { Pose } from './pose.ts';

/** The figure's measures are those of this stature, m; they scale with the patient's. */
const REFERENCE_STATURE_M = 1.65;

/** Trunk from the seat up: the bone a ring goes with, its way forwards and up from there, half depth and half width, m. */
const TRUNK: readonly (readonly [
  bone: Level | 'sacrum',
  fore: number,
  up: number,
  depth: number,
  width: number,
])[] = [
  ['sacrum', 0.005, -0.2, 0.01, 0.01],
  ['sacrum', 0.005, -0.185, 0.06, 0.085],
  ['sacrum', 0.005, -0.14, 0.104, 0.152],
  ['sacrum', 0.005, -0.09, 0.12, 0.168],
  ['sacrum', 0.008, -0.035, 0.116, 0.16],
  ['L5', 0.012, 0, 0.108, 0.146],
  ['L3', 0.018, 0, 0.1, 0.128],
  ['L1', 0.024, 0, 0.098, 0.124],
  ['T11', 0.03, 0, 0.102, 0.132],
  ['T9', 0.036, 0, 0.108, 0.14],
  ['T7', 0.038, 0, 0.112, 0.146],
  ['T5', 0.034, 0, 0.106, 0.15],
  ['T3', 0.024, 0, 0.092, 0.15],
  ['T2', 0.014, 0.004, 0.076, 0.128],
  ['T1', 0.01, 0.008, 0.062, 0.086],
  ['T1', 0.016, 0.034, 0.054, 0.058],
  ['T1', 0.03, 0.07, 0.05, 0.05],
];

/** Head from the throat up: way forwards and up from its centre, half depth and half width, m. */
const HEAD: readonly (readonly [fore: number, up: number, depth: number, width: number])[] = [
  [-0.022, -0.12, 0.048, 0.048],
  [-0.004, -0.098, 0.066, 0.052],
  [0.008, -0.072, 0.084, 0.06],
  [0.008, -0.035, 0.094, 0.07],
  [0.002, 0, 0.097, 0.075],
  [-0.002, 0.035, 0.097, 0.076],
  [-0.006, 0.068, 0.086, 0.068],
  [-0.008, 0.092, 0.064, 0.05],
  [-0.008, 0.106, 0.034, 0.026],
  [-0.008, 0.109, 0.004, 0.003],
];

/** Limbs: three landmarks, then radii (m) at shares of the way 0 … 1 (upper half) … 2. */
type LimbProfile = readonly (readonly [way: number, radius: number])[];
const ARM: LimbProfile = [
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
];
const LEG: LimbProfile = [
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
];
const FOOT: readonly (readonly [way: number, radius: number])[] = [
  [-0.42, 0.004],
  [-0.38, 0.022],
  [-0.15, 0.036],
  [0.2, 0.034],
  [0.6, 0.028],
  [0.95, 0.02],
  [1.08, 0.012],
  [1.12, 0.002],
];

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

const boneOf = (name: Level | 'sacrum') => (name === 'sacrum' ? SACRUM : LEVELS.indexOf(name));
/** Bones above and below, between which a ring's direction is taken: single vertebrae tilt more than the trunk does. */
const REACH = 3;

function writeTrunk({ bonePosition }: Pose, rings: Ring[], scale: number): void {
  for (let i = 0; i < rings.length; i++) {
    const [name, fore, up, depth, width] = TRUNK[i]!;
    const ring = rings[i]!;
    const bone = boneOf(name);
    const above = Math.max(0, bone - REACH) * 4;
    const below = Math.min(SACRUM, bone + REACH) * 4;
    let upX = bonePosition[above]! - bonePosition[below]!;
    let upY = bonePosition[above + 1]! - bonePosition[below + 1]!;
    const length = Math.hypot(upX, upY) || 1;
    upX /= length;
    upY /= length;
    ring.frontX = upY;
    ring.frontY = -upX;
    ring.x = bonePosition[bone * 4]! + (ring.frontX * fore + upX * up) * scale;
    ring.y = bonePosition[bone * 4 + 1]! + (ring.frontY * fore + upY * up) * scale;
    ring.z = bonePosition[bone * 4 + 2]!;
    ring.halfDepth = depth * scale;
    ring.halfWidth = width * scale;
  }
}

function writeHead({ bonePosition, landmarks }: Pose, rings: Ring[], scale: number): void {
  const head = LANDMARKS.indexOf('head') * 3;
  // the head is held as the trunk is: its chord, S1 to T1
  let upX = bonePosition[0]! - bonePosition[SACRUM * 4]!;
  let upY = bonePosition[1]! - bonePosition[SACRUM * 4 + 1]!;
  const length = Math.hypot(upX, upY) || 1;
  upX /= length;
  upY /= length;
  for (let i = 0; i < rings.length; i++) {
    const [fore, up, depth, width] = HEAD[i]!;
    const ring = rings[i]!;
    ring.frontX = upY;
    ring.frontY = -upX;
    ring.x = landmarks[head]! + (ring.frontX * fore + upX * up) * scale;
    ring.y = landmarks[head + 1]! + (ring.frontY * fore + upY * up) * scale;
    ring.z = landmarks[head + 2]!;
    ring.halfDepth = depth * scale;
    ring.halfWidth = width * scale;
  }
}

function writeLimb(
  { landmarks }: Pose,
  names: readonly [Landmark, Landmark, Landmark],
  profile: LimbProfile,
  rings: Ring[],
  scale: number,
): void {
  const a = LANDMARKS.indexOf(names[0]) * 3;
  const b = LANDMARKS.indexOf(names[1]) * 3;
  const c = LANDMARKS.indexOf(names[2]) * 3;
  for (let i = 0; i < rings.length; i++) {
    const [way, radius] = profile[i]!;
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
    const [way, radius] = FOOT[i]!;
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
