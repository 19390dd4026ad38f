/** The committed meshes: complete, closed, small, in the promised format, and made from the tables as they stand. */
import { readFileSync } from 'node:fs';
import { NodeIO } from '@gltf-transform/core';
import { EXTMeshoptCompression, KHRMeshQuantization } from '@gltf-transform/extensions';
import { MeshoptDecoder } from 'meshoptimizer';
import { beforeAll, describe, expect, it } from 'vitest';
import { boneSolid, FAMILIES } from '../../src/meshing/bones.ts';
import { METRES_PER_STEP, writeGlb } from '../../src/meshing/glb.ts';
import { inputsHash } from '../../src/meshing/inputs.ts';
import { isWatertight, meshBone } from '../../src/meshing/mesh.ts';

const file = readFileSync('models/meshes/spine.glb');

it('is made from the tables and the code as they are now (else: npm run -s meshes)', () => {
  expect(readFileSync('models/meshes/inputs.sha256', 'utf8').trim()).toBe(inputsHash());
});

it('costs little to fetch', () => {
  // with its three levels of detail
  expect(file.length).toBeLessThan(0.85e6);
  expect(file.length + readFileSync('models/meshes/skeleton.glb').length).toBeLessThan(2e6);
});

describe('the committed bones', () => {
  const bones = new Map<
    string,
    { positions: Int16Array; indices: Uint32Array; scale: number; attributes: string[] }
  >();
  beforeAll(async () => {
    await MeshoptDecoder.ready;
    const io = new NodeIO()
      .registerExtensions([EXTMeshoptCompression, KHRMeshQuantization])
      .registerDependencies({ 'meshopt.decoder': MeshoptDecoder });
    const document = await io.readBinary(file);
    for (const node of document.getRoot().listNodes()) {
      const primitive = node.getMesh()!.listPrimitives()[0]!;
      bones.set(node.getName(), {
        positions: primitive.getAttribute('POSITION')!.getArray() as Int16Array,
        indices: Uint32Array.from(primitive.getIndices()!.getArray()!),
        scale: node.getScale()[0],
        attributes: primitive.listSemantics(),
      });
    }
  });

  it('are T1 … L5 and the sacrum, with all their attributes', () => {
    expect([...bones.keys()]).toEqual(Object.keys(FAMILIES.spine));
    for (const { scale, attributes } of bones.values()) {
      expect(scale).toBeCloseTo(METRES_PER_STEP, 12);
      expect(attributes).toEqual(expect.arrayContaining(['POSITION', 'NORMAL', '_BODY', '_AO']));
    }
  });

  it('are closed, and turned the right way out', () => {
    for (const [name, { positions, indices, scale }] of bones) {
      expect(isWatertight(indices), name).toBe(true);
      expect(volume(positions, indices) * scale ** 3 * 1e6, `${name}, cm³`).toBeGreaterThan(5);
    }
  });
});

it('gives the same bytes twice, and one closed piece', async () => {
  const [first, second] = [await meshBone(boneSolid('T8'), 1.6), await meshBone(boneSolid('T8'), 1.6)];
  expect(isWatertight(first.indices)).toBe(true);
  expect(Buffer.compare(await writeGlb([first]), await writeGlb([second]))).toBe(0);
});

/** Signed volume of a closed mesh: positive when its triangles face outwards. */
function volume(p: Int16Array, indices: Uint32Array): number {
  let six = 0;
  for (let k = 0; k < indices.length; k += 3) {
    const [a, b, c] = [3 * indices[k]!, 3 * indices[k + 1]!, 3 * indices[k + 2]!];
    six +=
      p[a]! * (p[b + 1]! * p[c + 2]! - p[b + 2]! * p[c + 1]!) +
      p[a + 1]! * (p[b + 2]! * p[c]! - p[b]! * p[c + 2]!) +
      p[a + 2]! * (p[b]! * p[c + 1]! - p[b + 1]! * p[c]!);
  }
  return six / 6;
}
