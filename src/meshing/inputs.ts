import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import discs from '../../models/discs.json' with { type: 'json' };

/** Hash of everything the meshes are made from, so that a test can tell when they are stale. Run from the root. */
export function inputsHash(): string {
  const sources = readdirSync('src/meshing').filter((file) => file.endsWith('.ts'));
  const tables = readdirSync('models').filter((file) => /^(vertebrae|meshing-.*)\.json$/.test(file));
  const files = [
    ...sources.map((file) => join('src/meshing', file)),
    ...tables.map((file) => join('models', file)),
  ].sort();
  const hash = createHash('sha256');
  for (const file of files) hash.update(`${file}\n`).update(readFileSync(file));
  // only the figures of the discs that position the joints: their stiffness may change without new meshes
  for (const { disc, anteriorHeightMm, posteriorHeightMm, segmentAngleDeg } of discs.discs) {
    hash.update(`${disc} ${anteriorHeightMm} ${posteriorHeightMm} ${segmentAngleDeg}\n`);
  }
  return hash.digest('hex');
}
