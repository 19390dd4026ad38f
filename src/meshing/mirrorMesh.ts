import type { BoneMesh } from './mesh.ts';

export const leftName = (name: string): string => name.replace(/-right$/, '-left');

/** Bone of the other side: z and the triangles' winding reversed. */
export function mirroredMesh(mesh: BoneMesh): BoneMesh {
  const flip = (values: Float32Array) => values.map((value, k) => (k % 3 === 2 ? -value : value));
  const indices = mesh.indices.slice();
  for (let k = 0; k < indices.length; k += 3) {
    indices[k + 1] = mesh.indices[k + 2]!;
    indices[k + 2] = mesh.indices[k + 1]!;
  }
  return {
    ...mesh,
    name: leftName(mesh.name),
    positions: flip(mesh.positions),
    normals: flip(mesh.normals),
    indices,
  };
}
