import { Quaternion, Vector3 } from 'three';
import { REFERENCE_VERTEBRAE } from '../../core/anatomy/vertebrae.ts';
import { BONE_COUNT, SACRUM } from '../bones/bones.ts';
import type { MergedBones } from '../bones/mergeBones.ts';
import type { Pose } from '../bones/pose.ts';

/** Number of rays that find the rim of a foramen. */
const RAYS = 180;
/** Length beyond which a ray has left through the gap of the facet joint, m: no foramen is half as high. */
const FARTHEST_M = Math.fround(0.026);
/** Length by which a disc's back edge is extended into the bodies, so that no ray slips between them, m. */
const INTO_BODY_M = 0.002;
/** Distance from an end plate's plane within which a point is at its edge, m. */
const AT_PLATE_M = 0.0012;
/** Distance of the rays' origin behind the back edge of the body above, m: where the nerve leaves. */
const SEED_BEHIND_M = 0.004;
const M_PER_MM = 1e-3;

/** Foramina of the right side, measured on the drawn bones. */
export interface Foramina {
  /** Area of the foramen below a vertebra in a pose, mm². */
  measureMm2(pose: Pose, level: number): number;
  /** Rim at the last measurement: x, y in the upper vertebra's frame, m, and the number of its points. */
  readonly rim: Float32Array;
  readonly getRimCount: () => number;
}

/**
 * Measures a foramen in the sagittal plane through the middle of the pedicles, where radiographs and sections show it. Each bone is
 * cut in its own such plane, and the lower bone's cut is moved to the upper one's by their present positions, without lateral tilt.
 * From a point behind the lower edge of the body above, rays find the first thing in their way: the pedicles, the bodies' back
 * walls, the disc's back edge (straight from body to body), the joint. The ends of the rays are the rim; across the joint's gap,
 * which its capsule closes, it is straight.
 */
export function createForamina({ geometry, details }: MergedBones): Foramina {
  const cuts = cutBones(
    geometry.getAttribute('position').array,
    geometry.getAttribute('marks').array,
    details[0]!.array,
  );
  const corners = cuts.map(findCorners);
  ways = new Float32Array(2 * Math.max(...cuts.map(({ length }) => length)) + 4);
  const rim = new Float32Array(2 * RAYS);
  let rimCount = 0;
  return {
    rim,
    getRimCount: () => rimCount,
    measureMm2(pose, level) {
      const { boneSize, boneRim } = pose;
      feeler.x = -boneRim[4 * level]! - SEED_BEHIND_M;
      feeler.y = -0.5 * boneSize[4 * level + 1]!;
      reaches.fill(FARTHEST_M);
      const upper = cuts[level]!.length;
      const lower = cuts[level + 1]!.length;
      const disc = upper + lower;
      writeFrame(pose, level, level);
      place(cuts[level]!, 0, upper / 2, 0);
      place(corners[level]!, 0, 1, disc);
      writeFrame(pose, level + 1, level);
      place(cuts[level + 1]!, 0, lower / 2, upper);
      place(corners[level + 1]!, 2, 1, disc + 2);
      drawOut(disc);
      feel(disc / 4 + 1);
      rimCount = writeRim(rim);
      return calcAreaMm2(rim, rimCount);
    },
  };
}

/** Lines in which each bone's triangles cross its plane: x, y of two points in sequence, m, reference size. */
function cutBones(
  positions: ArrayLike<number>,
  marks: ArrayLike<number>,
  corners: ArrayLike<number>,
): Float32Array[] {
  const found: number[][] = Array.from({ length: BONE_COUNT }, () => []);
  for (let c = 0; c < corners.length; c += 3) {
    const bone = marks[4 * corners[c]!]!;
    // the sacrum in the plane of L5
    const { canalWidthMm, pedicleWidthMm } = REFERENCE_VERTEBRAE[Math.min(bone, SACRUM - 1)]!;
    const planeM = ((canalWidthMm + pedicleWidthMm) / 2) * M_PER_MM;
    for (let side = 0; side < 3; side++) {
      const a = 3 * corners[c + side]!;
      const b = 3 * corners[c + ((side + 1) % 3)]!;
      const t = (planeM - positions[a + 2]!) / (positions[b + 2]! - positions[a + 2]!);
      // two sides of a triangle are crossed, or none
      if (t >= 0 && t < 1)
        found[bone]!.push(
          positions[a]! + t * (positions[b]! - positions[a]!),
          positions[a + 1]! + t * (positions[b + 1]! - positions[a + 1]!),
        );
    }
    if (found[bone]!.length % 4 !== 0) found[bone]!.length -= 2;
  }
  return found.map((ends) => Float32Array.from(ends));
}

/** Rear corners of a body's plates in its cut: x, y of the lower one, then of the upper one, m, reference size. */
function findCorners(cut: Float32Array, bone: number): readonly number[] {
  const dimensions = REFERENCE_VERTEBRAE[bone];
  if (!dimensions) return [0, 0, ...findCorner(cut, -REFERENCE_VERTEBRAE.at(-1)!.lowerDepthMm / 2, 0, 0)];
  const { anteriorHeightMm, posteriorHeightMm, upperDepthMm, lowerDepthMm } = dimensions;
  const heightMm = (anteriorHeightMm + posteriorHeightMm) / 2;
  const rise = (anteriorHeightMm - posteriorHeightMm) / (upperDepthMm + lowerDepthMm);
  return [
    ...findCorner(cut, -lowerDepthMm / 2, -heightMm / 2, -rise),
    ...findCorner(cut, -upperDepthMm / 2, heightMm / 2, rise),
  ];
}

/** Rearmost point at a plate, but no further back than the plate reaches in the middle. */
function findCorner(cut: Float32Array, backMm: number, plateMm: number, rise: number): [number, number] {
  let corner = 0;
  for (let n = 0; n < cut.length; n += 2) {
    const x = Math.max(cut[n]!, backMm * M_PER_MM);
    const offM = cut[n + 1]! - plateMm * M_PER_MM - rise * x;
    if (Math.abs(offM) < AT_PLATE_M && x < corner) corner = x;
  }
  return [corner, plateMm * M_PER_MM + rise * corner];
}

// scratch, so that measuring allocates nothing
const reaches = new Float32Array(RAYS);
const feeler = { x: 0, y: 0 };
const orientation = new Quaternion();
const back = new Quaternion();
const origin = new Vector3();
const alongX = new Vector3();
const alongY = new Vector3();

/** Segments of the bones in the upper vertebra's frame: a, b, x and y each, m. */
let ways = new Float32Array(0);
const frame = new Float64Array(6);

/** Frame of a bone in another's, in the plane: origin, x and y axis, scaled to the patient's size. */
function writeFrame({ bonePosition, boneOrientation, boneScale }: Pose, bone: number, other: number): void {
  back.fromArray(boneOrientation, 4 * other).invert();
  orientation.fromArray(boneOrientation, 4 * bone).premultiply(back);
  origin
    .fromArray(bonePosition, 4 * bone)
    .sub(alongX.fromArray(bonePosition, 4 * other))
    .applyQuaternion(back);
  alongX.set(boneScale.x, 0, 0).applyQuaternion(orientation);
  alongY.set(0, boneScale.y, 0).applyQuaternion(orientation);
  frame[0] = origin.x;
  frame[1] = origin.y;
  frame[2] = alongX.x;
  frame[3] = alongX.y;
  frame[4] = alongY.x;
  frame[5] = alongY.y;
}

/** Transforms points of a bone's frame, from `first` on, into `ways` from `to` on. */
function place(points: ArrayLike<number>, first: number, count: number, to: number): void {
  for (let n = 0; n < count; n++) {
    const x = points[first + 2 * n]!;
    const y = points[first + 2 * n + 1]!;
    ways[to + 2 * n] = frame[0]! + x * frame[2]! + y * frame[4]!;
    ways[to + 2 * n + 1] = frame[1]! + x * frame[3]! + y * frame[5]!;
  }
}

/** Extends the segment from a to b at both ends. */
function drawOut(to: number): void {
  const x = ways[to + 2]! - ways[to]!;
  const y = ways[to + 3]! - ways[to + 1]!;
  const further = INTO_BODY_M / Math.sqrt(x * x + y * y);
  ways[to] = ways[to]! - further * x;
  ways[to + 1] = ways[to + 1]! - further * y;
  ways[to + 2] = ways[to + 2]! + further * x;
  ways[to + 3] = ways[to + 3]! + further * y;
}

/** Ends the rays at the segments that they meet. */
function feel(count: number): void {
  for (let way = 0; way < 4 * count; way += 4) {
    const fromX = ways[way]! - feeler.x;
    const fromY = ways[way + 1]! - feeler.y;
    const toX = ways[way + 2]! - feeler.x;
    const toY = ways[way + 3]! - feeler.y;
    if (Math.min(fromX * fromX + fromY * fromY, toX * toX + toY * toY) > FARTHEST_M * FARTHEST_M) continue;
    const first = Math.atan2(fromY, fromX);
    let angle = Math.atan2(toY, toX) - first;
    if (angle > Math.PI) angle -= 2 * Math.PI;
    if (angle < -Math.PI) angle += 2 * Math.PI;
    const low = Math.min(first, first + angle) / STEP;
    const high = Math.max(first, first + angle) / STEP;
    const cross = fromX * (toY - fromY) - fromY * (toX - fromX);
    for (let n = Math.ceil(low); n <= high; n++) {
      const reach = cross / (Math.cos(n * STEP) * (toY - fromY) - Math.sin(n * STEP) * (toX - fromX));
      const ray = (n + 2 * RAYS) % RAYS;
      if (reach >= 0 && reach < reaches[ray]!) reaches[ray] = reach;
    }
  }
}
const STEP = (2 * Math.PI) / RAYS;

/** Writes the rays' ends in sequence, without those that have left. */
function writeRim(out: Float32Array): number {
  let count = 0;
  for (let ray = 0; ray < RAYS; ray++) {
    if (reaches[ray] === FARTHEST_M) continue;
    out[2 * count] = feeler.x + reaches[ray]! * Math.cos(ray * STEP);
    out[2 * count + 1] = feeler.y + reaches[ray]! * Math.sin(ray * STEP);
    count++;
  }
  return count;
}

function calcAreaMm2(rim: Float32Array, count: number): number {
  let twice = 0;
  for (let n = 0; n < count; n++) {
    const next = (n + 1) % count;
    twice += rim[2 * n]! * rim[2 * next + 1]! - rim[2 * next]! * rim[2 * n + 1]!;
  }
  return (twice / 2) * 1e6;
}
