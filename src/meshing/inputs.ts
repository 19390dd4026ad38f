import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Hash of everything the meshes are made from, so that a test can tell when they are stale. Run from the root. */
export function inputsHash(): string {
  const sources = readdirSync('src/meshing').filter((file) => file.endsWith('.ts'));
  const tables = readdirSync('models').filter((file) => /^(vertebrae|discs|meshing-.*)\.json$/.test(file));
  const files = [
    ...sources.map((file) => join('src/meshing', file)),
    ...tables.map((file) => join('models', file)),
  ];
  const hash = createHash('sha256');
  for (const file of files.sort()) hash.update(`${file}\n`).update(readFileSync(file));
  return hash.digest('hex');
}
