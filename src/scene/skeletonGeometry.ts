import skeletonUrl from '../../models/meshes/skeleton.glb?url';
import { fetchMeshes } from './fetchMeshes.ts';
import { hang } from './hanging.ts';
import { type MergedBones, mergeBones } from './mergeBones.ts';
import { readGlb } from './readGlb.ts';

/**
 * All bones but the spine's in one geometry: one draw call, placed in the vertex shader. A vertex hangs on two carriers, in whose
 * frames it is at `position` and `otherPosition`: a rib on its vertebra and, towards its front end, on the chest; a disc of the
 * neck on the bones above and below.
 */
export async function loadSkeletonGeometry(): Promise<MergedBones> {
  const meshes = await readGlb(await fetchMeshes(skeletonUrl));
  const bones = new Map(meshes.map((mesh) => [mesh, hang(mesh)] as const));
  // the two carriers, share of the first, ambient
  return mergeBones(
    [...bones.keys()],
    (mesh, i) => {
      const { carrier, other, share } = bones.get(mesh)!;
      return [carrier, other, share(i) * 255, mesh.ambient[i]! * 255];
    },
    { otherPosition: (mesh) => bones.get(mesh)!.otherPositions },
  );
}
