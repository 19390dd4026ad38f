import skeletonUrl from '../../../models/meshes/skeleton.glb?url';
import { fetchMeshes } from '../../runtime/files/fetchMeshes.ts';
import { type BoneMesh, readGlb } from '../../runtime/files/readGlb.ts';
import { FIRST_OF_NECK, HEAD } from './attachments.ts';
import { hang } from './hanging.ts';
import { type MergedBones, mergeBones } from './mergeBones.ts';
import { calcPresence } from './presence.ts';

/** Geometry of the skeleton; the neck's corners come first in each level of detail. */
export interface SkeletonGeometry extends MergedBones {
  readonly neckCorners: readonly number[];
}

/**
 * All bones but the spine's in one geometry, positioned in the vertex shader. A vertex has two attachments, in whose frames it is at
 * `position` and `otherPosition`: a rib on its vertebra and, towards its front end, on the chest; a disc of the neck on the bones
 * above and below.
 */
export async function loadSkeletonGeometry(): Promise<SkeletonGeometry> {
  const meshes = await readGlb(await fetchMeshes(skeletonUrl));
  const bones = new Map(
    meshes.map((mesh) => [mesh, { ...hang(mesh), presence: calcPresence(mesh) }] as const),
  );
  const isNeck = (mesh: BoneMesh) => {
    const { attachment } = bones.get(mesh)!;
    return attachment >= FIRST_OF_NECK && attachment < HEAD;
  };
  const neck = meshes.filter(isNeck);
  // the two attachments, weight of the first, ambient light in the neck and presence elsewhere
  const merged = mergeBones(
    [...neck, ...meshes.filter((mesh) => !isNeck(mesh))],
    (mesh, i) => {
      const { attachment, other, weight, presence } = bones.get(mesh)!;
      return [attachment, other, weight(i) * 255, (isNeck(mesh) ? mesh.ambient[i]! : presence(i)) * 255];
    },
    { otherPosition: (mesh) => bones.get(mesh)!.otherPositions },
  );
  const neckCorners = merged.details.map((_, level) =>
    neck.reduce((sum, { details }) => sum + details[level]!.length, 0),
  );
  return { ...merged, neckCorners };
}
