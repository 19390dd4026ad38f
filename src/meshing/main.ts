/**
 * npm run -s meshes                       writes models/meshes/spine.glb and its inputs' hash
 * npm run -s meshes -- --obj DIR [T8 …]   writes DIR/<bone>.obj instead, of all bones or of those named
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BONES, boneSolid } from './bones.ts';
import { writeGlb } from './glb.ts';
import { inputsHash } from './inputs.ts';
import { type BoneMesh, isWatertight, meshBone } from './mesh.ts';
import { toObj } from './obj.ts';

const OUT = 'models/meshes';

const args = process.argv.slice(2);
const objDir = args[0] === '--obj' ? args[1] : undefined;
const asked = args.slice(objDir ? 2 : 0);
const names = objDir && asked.length > 0 ? BONES.filter((name) => asked.includes(name)) : BONES;

const meshes: BoneMesh[] = [];
for (const name of names) {
  const started = performance.now();
  const mesh = await meshBone(boneSolid(name));
  if (!isWatertight(mesh.indices)) throw new Error(`${name} is not watertight`);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  process.stderr.write(`${name}: ${mesh.indices.length / 3} triangles, ${seconds} s\n`);
  meshes.push(mesh);
}

if (objDir) {
  mkdirSync(objDir, { recursive: true });
  for (const mesh of meshes) writeFileSync(join(objDir, `${mesh.name}.obj`), toObj(mesh));
} else {
  mkdirSync(OUT, { recursive: true });
  const glb = await writeGlb(meshes);
  writeFileSync(join(OUT, 'spine.glb'), glb);
  writeFileSync(join(OUT, 'inputs.sha256'), `${inputsHash()}\n`);
  process.stderr.write(`spine.glb: ${(glb.length / 1e6).toFixed(2)} MB\n`);
}
