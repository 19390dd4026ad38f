import spineUrl from '../../../models/meshes/spine.glb?url';
import { fetchMeshes } from '../../runtime/files/fetchMeshes.ts';
import { type BoneMesh, readGlb } from '../../runtime/files/readGlb.ts';
import { BONE_NAMES } from './bones.ts';
import { type MergedBones, mergeBones } from './mergeBones.ts';

/** T1 … L5 and the sacrum in one geometry: one draw call, positioned in the vertex shader. */
export async function loadSpineGeometry(): Promise<MergedBones> {
  return mergeSpine(await readGlb(await fetchMeshes(spineUrl)));
}

/** Merges the spine's bones; marks: bone's index, deformation weight, ambient light. */
export const mergeSpine = (meshes: readonly BoneMesh[]): MergedBones =>
  mergeBones(meshes, ({ name, body, ambient }, i) => [
    BONE_NAMES.indexOf(name),
    body[i]! * 255,
    ambient[i]! * 255,
    0,
  ]);
