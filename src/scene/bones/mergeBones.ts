import { BufferAttribute, BufferGeometry } from 'three';
import type { BoneMesh } from '../../runtime/files/readGlb.ts';

/** Many bones in one geometry, each in its own frame, with their levels of detail, the finest first. */
export interface MergedBones {
  readonly geometry: BufferGeometry;
  readonly details: readonly BufferAttribute[];
  /** Of each level of detail, the first corner of each bone, and the end of the last. */
  readonly starts: readonly (readonly number[])[];
}

/**
 * @param mark values of a vertex of a mesh, 0 … 255 each
 * @param more further attributes of three numbers per vertex, by name
 */
export function mergeBones(
  meshes: readonly BoneMesh[],
  mark: (mesh: BoneMesh, vertex: number) => readonly [number, number, number, number],
  more: Readonly<Record<string, (mesh: BoneMesh) => Float32Array>> = {},
): MergedBones {
  const vertexCount = meshes.reduce((sum, mesh) => sum + mesh.positions.length / 3, 0);
  const marks = new Uint8Array(vertexCount * 4);
  let vertex = 0;
  for (const mesh of meshes)
    for (let i = 0; i < mesh.ambient.length; i++) marks.set(mark(mesh, i), 4 * vertex++);
  const geometry = new BufferGeometry();
  const vectors = {
    position: (mesh: BoneMesh) => mesh.positions,
    normal: (mesh: BoneMesh) => mesh.normals,
    ...more,
  };
  for (const [name, read] of Object.entries(vectors)) {
    const values = new Float32Array(vertexCount * 3);
    let at = 0;
    for (const mesh of meshes) {
      const own = read(mesh);
      values.set(own, at);
      at += own.length;
    }
    geometry.setAttribute(name, new BufferAttribute(values, 3));
  }
  geometry.setAttribute('marks', new BufferAttribute(marks, 4));
  const details = meshes[0]!.details.map((_, level) => mergeIndices(meshes, level));
  geometry.setIndex(details[0]!);
  const starts = details.map((_, level) => {
    const ends = [0];
    for (const mesh of meshes) ends.push(ends.at(-1)! + mesh.details[level]!.length);
    return ends;
  });
  return { geometry, details, starts };
}

function mergeIndices(meshes: readonly BoneMesh[], level: number): BufferAttribute {
  const merged = new Uint32Array(meshes.reduce((sum, { details }) => sum + details[level]!.length, 0));
  let at = 0;
  let first = 0;
  for (const { details, positions } of meshes) {
    for (const corner of details[level]!) merged[at++] = corner + first;
    first += positions.length / 3;
  }
  return new BufferAttribute(merged, 1);
}
