/**
 * npm run -s meshes                       writes models/meshes/spine.glb, skeleton.glb, skeleton.json and their inputs' hash
 * npm run -s meshes -- --obj DIR [T8 …]   writes DIR/<bone>.obj instead, of all bones or of those named
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
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
const USAGE = 'Usage: npm run -s meshes [-- --obj DIR [BONE …]]';

const refuse = (problem: string): never => {
  process.stderr.write(`${problem}\n`);
  process.exit(2);
};

function readArguments() {
  try {
    return parseArgs({ options: { obj: { type: 'string' } }, allowPositionals: true });
  } catch (error) {
    return refuse(`${(error as Error).message.split('\n')[0]} ${USAGE}`);
  }
}

const { values, positionals } = readArguments();
if (positionals.length > 0 && !values.obj) refuse(`Single bones are written with --obj. ${USAGE}`);
const unknown = positionals.filter((name) => !(name in BONES));
if (unknown.length > 0)
  refuse(`No bone is called ${unknown.join(', ')}. There are ${Object.keys(BONES).join(', ')}.`);
const names = positionals.length > 0 ? positionals : Object.keys(BONES);

let done = 0;
const started = performance.now();
const seconds = () => `${((performance.now() - started) / 1000).toFixed(0)} s`;
const meshes = await meshBones(names, ({ name, indices }) => {
  process.stderr.write(
    `${++done} of ${names.length}, ${seconds()}: ${name}, ${indices.length / 3} triangles\n`,
  );
});

if (values.obj) {
  mkdirSync(values.obj, { recursive: true });
  for (const mesh of meshes.flatMap(bothSides).map(uprightMesh))
    writeFileSync(join(values.obj, `${mesh.name}.obj`), toObj(mesh));
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
