/**
 * All bones in one binary glTF: one node and one mesh a bone, named like the bone.
 * Positions are whole steps of 20 µm (KHR_mesh_quantization); the node's scale converts them into metres, and every
 * node has the same one, so the bone's frame is the node's frame: x anterior, y up, z right. A left bone is a second
 * node on the right one's mesh, its z scale negative. A mesh's further primitives draw the same vertices with
 * fewer and fewer triangles.
 */
import { type Accessor, Document, NodeIO } from '@gltf-transform/core';
import { EXTMeshoptCompression, KHRMeshQuantization } from '@gltf-transform/extensions';
import { MeshoptEncoder } from 'meshoptimizer';
import { detailLevels } from './detail.ts';
import type { BoneMesh } from './mesh.ts';
import { leftName } from './mirrorMesh.ts';

export const METRES_PER_STEP = 2e-5;
const STEPS_PER_MM = 50;

export async function writeGlb(meshes: readonly BoneMesh[]): Promise<Uint8Array> {
  await MeshoptEncoder.ready;
  const document = new Document();
  const buffer = document.createBuffer();
  const scene = document.createScene('spine');
  const material = document
    .createMaterial('bone')
    .setBaseColorFactor([0.89, 0.84, 0.72, 1])
    .setMetallicFactor(0);
  document.createExtension(KHRMeshQuantization).setRequired(true);
  document
    .createExtension(EXTMeshoptCompression)
    .setRequired(true)
    .setEncoderOptions({ method: EXTMeshoptCompression.EncoderMethod.QUANTIZE });

  for (const bone of meshes) {
    const [fine, ...coarser] = await detailLevels(bone);
    const { indices, order, remap } = reordered(fine!);
    const vertex = (
      name: string,
      type: 'SCALAR' | 'VEC3',
      values: Int16Array | Int8Array | Uint8Array,
    ): Accessor =>
      document
        .createAccessor(name)
        .setType(type)
        .setArray(values as Int16Array<ArrayBuffer>)
        .setNormalized(!(values instanceof Int16Array))
        .setBuffer(buffer);
    const pick = (values: Float32Array, size: number, scale: number): number[] =>
      Array.from({ length: order.length * size }, (_, k) =>
        Math.round(values[order[Math.floor(k / size)]! * size + (k % size)]! * scale),
      );
    const corners = (list: Uint32Array): Accessor =>
      document.createAccessor().setType('SCALAR').setArray(Uint16Array.from(list)).setBuffer(buffer);
    const primitive = document
      .createPrimitive()
      .setMaterial(material)
      .setIndices(corners(indices))
      .setAttribute(
        'POSITION',
        vertex('position', 'VEC3', Int16Array.from(pick(bone.positions, 3, STEPS_PER_MM))),
      )
      .setAttribute('NORMAL', vertex('normal', 'VEC3', Int8Array.from(pick(bone.normals, 3, 127))))
      .setAttribute('_BODY', vertex('body', 'SCALAR', Uint8Array.from(pick(bone.body, 1, 255))))
      .setAttribute('_AO', vertex('ao', 'SCALAR', Uint8Array.from(pick(bone.ambient, 1, 255))));
    const mesh = document.createMesh(bone.name).addPrimitive(primitive);
    for (const level of coarser)
      mesh.addPrimitive(primitive.clone().setIndices(corners(level.map((old) => remap[old]!))));
    const scale = METRES_PER_STEP;
    scene.addChild(document.createNode(bone.name).setMesh(mesh).setScale([scale, scale, scale]));
    const left = leftName(bone.name);
    if (left !== bone.name)
      scene.addChild(document.createNode(left).setMesh(mesh).setScale([scale, scale, -scale]));
  }
  const io = new NodeIO()
    .registerExtensions([EXTMeshoptCompression, KHRMeshQuantization])
    .registerDependencies({ 'meshopt.encoder': MeshoptEncoder });
  return io.writeBinary(document);
}

/** Triangles and vertices reordered for the graphics card's caches and for compression; new numbers of old vertices. */
function reordered(indices: Uint32Array): { indices: Uint32Array; order: Uint32Array; remap: Uint32Array } {
  const copy = indices.slice();
  const [remap, count] = MeshoptEncoder.reorderMesh(copy, true, true);
  const order = new Uint32Array(count);
  remap.forEach((fresh, old) => {
    if (fresh < count) order[fresh] = old;
  });
  return { indices: copy, order, remap };
}
