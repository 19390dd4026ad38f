import { LANDMARKS, type Landmark } from '../../core/simulation/results/trace.ts';
import type { Pose } from '../bones/pose.ts';
import { orientRing, type Ring, subdivide } from './loft.ts';

/** Limbs: three landmarks, then radii (m) at positions 0 … 1 (upper half) … 2 along the limb. The wrist is at 1.78. */
export const ARM = subdivide([
  [-0.16, 0.004],
  [-0.13, 0.03],
  [-0.06, 0.048],
  [0.06, 0.052],
  [0.3, 0.045],
  [0.6, 0.041],
  [0.92, 0.035],
  [1.08, 0.037],
  [1.3, 0.037],
  [1.55, 0.029],
  [1.76, 0.023],
  [1.9, 0.029],
  [2.06, 0.03],
  [2.22, 0.02],
  [2.28, 0.003],
]);
export const LEG = subdivide([
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
/** Foot: fraction of the way from ankle to toe, and radius, m. */
export const FOOT = subdivide([
  [-0.42, 0.004],
  [-0.38, 0.022],
  [-0.15, 0.036],
  [0.2, 0.034],
  [0.6, 0.028],
  [0.95, 0.02],
  [1.08, 0.012],
  [1.12, 0.002],
]);

/** Offset of each landmark's numbers. */
const START = Object.fromEntries(LANDMARKS.map((landmark, i) => [landmark, 3 * i])) as Record<
  Landmark,
  number
>;

/** Writes the rings of a limb of two parts. They rotate about the hinge between them, so that none is twisted. */
export function writeLimb(
  { landmarks }: Pose,
  names: readonly [Landmark, Landmark, Landmark],
  profile: readonly (readonly number[])[],
  rings: readonly Ring[],
  scale: number,
): void {
  const a = START[names[0]];
  const b = START[names[1]];
  const c = START[names[2]];
  const ux = landmarks[b]! - landmarks[a]!;
  const uy = landmarks[b + 1]! - landmarks[a + 1]!;
  const uz = landmarks[b + 2]! - landmarks[a + 2]!;
  const lx = landmarks[c]! - landmarks[b]!;
  const ly = landmarks[c + 1]! - landmarks[b + 1]!;
  const lz = landmarks[c + 2]! - landmarks[b + 2]!;
  const hingeX = uy * lz - uz * ly;
  const hingeY = uz * lx - ux * lz;
  const hingeZ = ux * ly - uy * lx;
  for (let i = 0; i < rings.length; i++) {
    const ring = rings[i]!;
    const way = profile[i]![0]!;
    const radius = profile[i]![1]!;
    const t = way < 1 ? way : way - 1;
    const from = way < 1 ? a : b;
    ring.x = landmarks[from]! + (way < 1 ? ux : lx) * t;
    ring.y = landmarks[from + 1]! + (way < 1 ? uy : ly) * t;
    ring.z = landmarks[from + 2]! + (way < 1 ? uz : lz) * t;
    // near the joint a ring is oriented along the mean of both parts
    const blend = Math.min(1, Math.max(0, (way - 0.75) / 0.5));
    ring.upX = -(ux * (1 - blend) + lx * blend);
    ring.upY = -(uy * (1 - blend) + ly * blend);
    ring.upZ = -(uz * (1 - blend) + lz * blend);
    ring.sideX = hingeX;
    ring.sideY = hingeY;
    ring.sideZ = hingeZ;
    orientRing(ring);
    ring.halfDepth = radius * scale;
    ring.halfWidth = radius * scale;
  }
}

/** Height of the ankle above the line between the middles of heel and toe, m. */
const ANKLE_ABOVE_M = 0.052;

/** Writes the rings of the foot along its sole, in the plane of shank, ankle and toe. */
export function writeFoot(
  { landmarks }: Pose,
  names: readonly [knee: Landmark, ankle: Landmark, toe: Landmark],
  rings: readonly Ring[],
  scale: number,
): void {
  const knee = START[names[0]];
  const ankle = START[names[1]];
  const toe = START[names[2]];
  let px = landmarks[toe]! - landmarks[ankle]!;
  let py = landmarks[toe + 1]! - landmarks[ankle + 1]!;
  let pz = landmarks[toe + 2]! - landmarks[ankle + 2]!;
  const length = Math.sqrt(px * px + py * py + pz * pz) || 1;
  px /= length;
  py /= length;
  pz /= length;
  // across the line from ankle to toe, on the shank's far side
  let qx = landmarks[ankle]! - landmarks[knee]!;
  let qy = landmarks[ankle + 1]! - landmarks[knee + 1]!;
  let qz = landmarks[ankle + 2]! - landmarks[knee + 2]!;
  const along = qx * px + qy * py + qz * pz;
  qx -= along * px;
  qy -= along * py;
  qz -= along * pz;
  const across = Math.sqrt(qx * qx + qy * qy + qz * qz) || 1;
  qx /= across;
  qy /= across;
  qz /= across;
  const sin = Math.min(0.9, (ANKLE_ABOVE_M * scale) / length);
  const cos = Math.sqrt(1 - sin * sin);
  const foreX = cos * px - sin * qx;
  const foreY = cos * py - sin * qy;
  const foreZ = cos * pz - sin * qz;
  const downX = sin * px + cos * qx;
  const downY = sin * py + cos * qy;
  const downZ = sin * pz + cos * qz;
  const fore = length * cos;
  for (let i = 0; i < rings.length; i++) {
    const ring = rings[i]!;
    const way = FOOT[i]![0]!;
    const radius = FOOT[i]![1]!;
    const below = ANKLE_ABOVE_M * scale - radius * scale * 0.6 + 0.008 * scale;
    ring.x = landmarks[ankle]! + foreX * fore * way + downX * below;
    ring.y = landmarks[ankle + 1]! + foreY * fore * way + downY * below;
    ring.z = landmarks[ankle + 2]! + foreZ * fore * way + downZ * below;
    ring.upX = -foreX;
    ring.upY = -foreY;
    ring.upZ = -foreZ;
    ring.sideX = foreY * downZ - foreZ * downY;
    ring.sideY = foreZ * downX - foreX * downZ;
    ring.sideZ = foreX * downY - foreY * downX;
    orientRing(ring);
    ring.halfDepth = radius * scale;
    ring.halfWidth = radius * scale * 1.15;
  }
}
