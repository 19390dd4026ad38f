import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findPath, readCommand, refuse } from '../cli/command.ts';
import { BONES, FAMILIES } from './bones.ts';
import { writeGlb } from './glb.ts';
import { inputsHash } from './inputs.ts';
import type { BoneMesh } from './mesh.ts';
import { meshBones } from './meshPool.ts';
import { mirroredMesh } from './mirrorMesh.ts';
import { toObj } from './obj.ts';
import { skeletonTable } from './skeletonTable.ts';
import { uprightMesh } from './upright.ts';

const OUT = 'models/meshes';

const { values, operands } = readCommand({
  name: 'meshes',
  about:
    'Makes the bones: models/meshes (spine.glb, skeleton.glb, skeleton.json and the hash of their inputs), or single ones.',
  operands: '[BONE …]',
  options: {
    obj: {
      type: 'string',
      value: 'DIR',
      about: 'writes DIR/<bone>.obj instead, mm, of all bones or of those named',
    },
  },
  example: '--obj bones T8 T12',
});
const unknown = operands.filter((name) => !(name in BONES));
if (unknown.length > 0)
  refuse(`No bone is called ${unknown.join(', ')}. There are ${Object.keys(BONES).join(', ')}.`);
if (operands.length > 0 && !values.obj) refuse('Single bones are written with --obj DIR.');
const names = operands.length > 0 ? operands : Object.keys(BONES);

let done = 0;
const started = performance.now();
const seconds = () => `${((performance.now() - started) / 1000).toFixed(0)} s`;
const meshes = await meshBones(names, ({ name, indices }) => {
  process.stderr.write(
    `${++done} of ${names.length}, ${seconds()}: ${name}, ${indices.length / 3} triangles\n`,
  );
});

if (values.obj) {
  const folder = findPath(values.obj);
  mkdirSync(folder, { recursive: true });
  for (const mesh of meshes.flatMap(bothSides).map(uprightMesh))
    writeFileSync(join(folder, `${mesh.name}.obj`), toObj(mesh));
} else {
  mkdirSync(OUT, { recursive: true });
  for (const [file, family] of Object.entries(FAMILIES)) {
    const glb = await writeGlb(meshes.filter(({ name }) => name in family));
    writeFileSync(join(OUT, `${file}.glb`), glb);
    process.stderr.write(`${file}.glb: ${(glb.length / 1e6).toFixed(2)} MB\n`);
  }
  writeFileSync(join(OUT, 'skeleton.json'), `${JSON.stringify(skeletonTable(), null, 2)}\n`);
  writeFileSync(join(OUT, 'inputs.sha256'), `${inputsHash()}\n`);
}

function bothSides(mesh: BoneMesh): BoneMesh[] {
  return mesh.name.endsWith('-right') ? [mesh, mirroredMesh(mesh)] : [mesh];
}
