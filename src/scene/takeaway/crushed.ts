import { DataUtils, Matrix3, Quaternion, Vector3 } from 'three';
import { SECTION_LAYERS, SECTION_RASTER } from '../../core/simulation/results/trace.ts';
import type { Pose } from '../bones/pose.ts';

/** The vertex functions of `bones/deform.glsl.ts` on the processor, for files of the bones as they are shown. */

const M_PER_MM = 1e-3;
/** Step over which a deformation's slope is taken, m, as in the shader. */
const STEP_M = 1.5e-3;

const clamp = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));

/** Crush of the three layers, m, at x and z as fractions of the half depth and half width: the section map, filtered linearly. */
function writeCrush(pose: Pose, bone: number, x: number, z: number, out: Vector3): Vector3 {
  const texels = pose.sectionMap.image.data as unknown as Uint16Array;
  const place = (share: number) =>
    clamp((share * 0.5 + 0.5) * SECTION_RASTER, 0.5, SECTION_RASTER - 0.5) - 0.5;
  const [atX, atZ] = [place(x), place(z)];
  const [firstX, firstZ] = [
    Math.min(SECTION_RASTER - 2, Math.floor(atX)),
    Math.min(SECTION_RASTER - 2, Math.floor(atZ)),
  ];
  out.set(0, 0, 0);
  for (const dz of [0, 1])
    for (const dx of [0, 1]) {
      const weight = Math.abs(1 - dx - (atX - firstX)) * Math.abs(1 - dz - (atZ - firstZ));
      const texel = 4 * ((bone * SECTION_RASTER + firstZ + dz) * SECTION_RASTER + firstX + dx);
      for (let layer = 0; layer < SECTION_LAYERS; layer++) {
        const crush = DataUtils.fromHalfFloat(texels[texel + layer]!) * weight * M_PER_MM;
        out.setComponent(layer, out.getComponent(layer) + crush);
      }
    }
  return out;
}

const crush = new Vector3();

/** Displacement of a point of a body, m: a layer's crush moves what is above it down, and the crushed layer swells. */
function writeShift(pose: Pose, bone: number, at: Vector3, out: Vector3): Vector3 {
  const [halfDepth, height, halfWidth] = pose.boneSize.subarray(4 * bone, 4 * bone + 3) as unknown as [
    number,
    number,
    number,
  ];
  const x = at.x / halfDepth;
  const z = at.z / halfWidth;
  const v = at.y / height + 0.5;
  writeCrush(pose, bone, x, z, crush);
  let rise = 0;
  let swell = 0;
  for (let layer = 0; layer < SECTION_LAYERS; layer++) {
    const of = crush.getComponent(layer);
    rise += of * (0.5 - clamp(v * SECTION_LAYERS - layer, 0, 1));
    const near = Math.max(0, 1 - 4 * Math.abs(v - (2 * layer + 1) / (2 * SECTION_LAYERS)));
    swell += of * near * near * (3 - 2 * near);
  }
  const from = Math.hypot(x, z);
  const out_ = (0.4 * swell * Math.min(1, from * from)) / Math.max(from, 1e-3);
  return out.set(x * out_, rise, z * out_);
}

/** Height gained by a point of an end plate, m. */
export function calcRise(pose: Pose, bone: number, x: number, y: number, z: number): number {
  return writeShift(pose, bone, along.set(x, y, z), shift).y;
}

const shift = new Vector3();
const slope = new Vector3();
const along = new Vector3();
const jacobian = new Matrix3();
const AXES = [new Vector3(1, 0, 0), new Vector3(0, 1, 0), new Vector3(0, 0, 1)] as const;

/** Deforms a point of a bone in its own frame, and rotates its normal with it. @param weight 1 on the body … 0 on the arch */
export function crushPoint(pose: Pose, bone: number, weight: number, point: Vector3, normal: Vector3): void {
  if (weight === 0 || pose.boneSize[4 * bone + 1] === 0) return;
  writeShift(pose, bone, point, shift);
  for (const [column, axis] of AXES.entries()) {
    writeShift(pose, bone, along.copy(point).addScaledVector(axis, STEP_M), slope);
    slope
      .sub(shift)
      .multiplyScalar(weight / STEP_M)
      .add(axis)
      .toArray(jacobian.elements, 3 * column);
  }
  normal.applyMatrix3(jacobian.invert().transpose()).normalize();
  point.addScaledVector(shift, weight);
}

const turn = new Quaternion();

/** Takes a point of a bone, and its normal, from the bone's frame to the world's. */
export function placePoint(pose: Pose, bone: number, point: Vector3, normal: Vector3): void {
  turn.fromArray(pose.boneOrientation, 4 * bone);
  point.applyQuaternion(turn).add(along.fromArray(pose.bonePosition, 4 * bone));
  normal.applyQuaternion(turn);
}
