import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readGlb } from '../../src/runtime/files/readGlb.ts';
import { calcPresence } from '../../src/scene/bones/presence.ts';

it('draws no stump: a bone that is cut off is gone before its end', async () => {
  const { buffer, byteOffset, length } = readFileSync('models/meshes/skeleton.glb');
  const meshes = await readGlb(buffer.slice(byteOffset, byteOffset + length) as ArrayBuffer);
  const cut = meshes.filter(({ name }) => /^(humerus|femur)/.test(name));
  expect(cut.length).toBe(4);
  for (const mesh of cut) {
    const presence = calcPresence(mesh);
    const heights = mesh.ambient.map((_, i) => mesh.positions[3 * i + 1]!);
    const [low, high] = [Math.min(...heights), Math.max(...heights)];
    heights.forEach((y, i) => {
      if (y < low + 0.01) expect(presence(i), mesh.name).toBe(0);
      // the joint is whole
      if (y > high - 0.03) expect(presence(i), mesh.name).toBeGreaterThan(0.99);
    });
  }
  // what is whole is present, and the head is the faintest
  const faintest = meshes.filter((mesh) => calcPresence(mesh)(0) < 1 && !cut.includes(mesh));
  expect(faintest.map(({ name }) => name).sort()).toEqual(['jaw', 'skull']);
});
