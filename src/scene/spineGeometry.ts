import { BufferAttribute, BufferGeometry } from 'three';
import spineUrl from '../../models/meshes/spine.glb?url';
import { BONE_NAMES } from './bones.ts';
import { type BoneMesh, readGlb } from './readGlb.ts';

/** All bones in one geometry, each in its own frame: one draw call, placed in the vertex shader. */
export async function loadSpineGeometry(): Promise<BufferGeometry> {
  const response = await fetch(spineUrl);
  if (!response.ok) throw new Error(`the bones could not be fetched (${response.status})`);
  return mergeBones(await readGlb(await response.arrayBuffer()));
}

function mergeBones(meshes: readonly BoneMesh[]): BufferGeometry {
  const vertexCount = meshes.reduce((sum, mesh) => sum + mesh.positions.length / 3, 0);
  const indexCount = meshes.reduce((sum, mesh) => sum + mesh.indices.length, 0);
  const positions = new Float32Array(vertexCount * 3);
  const normals = new Float32Array(vertexCount * 3);
  // bone's index, body share · 255, ambient · 255
  const marks = new Uint8Array(vertexCount * 4);
  const indices = new Uint32Array(indexCount);
  let vertex = 0;
  let index = 0;
  for (const mesh of meshes) {
    positions.set(mesh.positions, vertex * 3);
    normals.set(mesh.normals, vertex * 3);
    const bone = BONE_NAMES.indexOf(mesh.name);
    for (let i = 0; i < mesh.body.length; i++)
      marks.set([bone, mesh.body[i]! * 255, mesh.ambient[i]! * 255], (vertex + i) * 4);
    for (const corner of mesh.indices) {
      indices[index] = corner + vertex;
      index++;
    }
    vertex += mesh.body.length;
  }
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(positions, 3));
  geometry.setAttribute('normal', new BufferAttribute(normals, 3));
  geometry.setAttribute('marks', new BufferAttribute(marks, 4));
  geometry.setIndex(new BufferAttribute(indices, 1));
  return geometry;
}
