import { calcBoneScale } from '../../core/anatomy/boneScale.ts';
import { LEVEL_COUNT, LEVELS } from '../../core/anatomy/levels.ts';
import { REFERENCE_VERTEBRAE } from '../../core/anatomy/vertebrae.ts';
import type { Patient } from '../../core/simulation/scenario.ts';

/** Names of the bones in the order of trace and meshes: T1 … L5, sacrum. */
export const BONE_NAMES: readonly string[] = [...LEVELS, 'sacrum'];
export const BONE_COUNT = BONE_NAMES.length;
export const SACRUM = LEVEL_COUNT;

const M_PER_MM = 1e-3;

/**
 * Dimensions of the patient's bodies for the shaders, one vec4 per bone; metres, undeformed.
 * `size`: half depth, height, half width, rise of the upper end plate per metre forwards (the lower one mirrors it).
 * `rim`: half depth and half width of the lower, then of the upper end plate.
 */
export function writeBoneSizes(patient: Patient, size: Float32Array, rim: Float32Array): void {
  const scale = calcBoneScale(patient.sex, patient.heightCm);
  REFERENCE_VERTEBRAE.forEach((bone, i) => {
    const height = ((bone.anteriorHeightMm + bone.posteriorHeightMm) / 2) * scale.y * M_PER_MM;
    const lowerDepth = bone.lowerDepthMm * scale.x * M_PER_MM;
    const upperDepth = bone.upperDepthMm * scale.x * M_PER_MM;
    const lowerWidth = bone.lowerWidthMm * scale.z * M_PER_MM;
    const upperWidth = bone.upperWidthMm * scale.z * M_PER_MM;
    const rise =
      ((bone.anteriorHeightMm - bone.posteriorHeightMm) * scale.y * M_PER_MM) / (lowerDepth + upperDepth);
    size.set([(lowerDepth + upperDepth) / 4, height, (lowerWidth + upperWidth) / 4, rise], i * 4);
    rim.set([lowerDepth / 2, lowerWidth / 2, upperDepth / 2, upperWidth / 2], i * 4);
  });
  // the sacrum's origin is its upper end plate, about as large as the plate above it
  size.set([0, 0, 0, 0], SACRUM * 4);
  rim.copyWithin(SACRUM * 4 + 2, SACRUM * 4 - 4, SACRUM * 4 - 2);
}
