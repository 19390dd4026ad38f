/** The neck's solids: facet joints across neighbours, closed meshes. */
import { describe, expect, it } from 'vitest';
import { boneSolid } from '../../src/meshing/bones.ts';
import { isWatertight, meshBone } from '../../src/meshing/mesh.ts';
import { NECK_DISCS } from '../../src/meshing/neckDiscs.ts';
import { ATLAS_ON_AXIS, lowerNeckFacet } from '../../src/meshing/neckTables.ts';
import { add, type Point } from '../../src/meshing/primitives.ts';
import { toBoneBelow } from '../../src/meshing/standingNeck.ts';
import { walk } from './ruler.ts';

describe('the upper two', () => {
  it('turn about the dens without touching', () => {
    const [atlas, axis] = [boneSolid('C1').solid, boneSolid('C2').solid];
    let overlap = 0;
    for (let x = -20; x < 12; x += 0.8)
      for (let y = 0; y < 26; y += 0.8)
        for (let z = 0; z < 26; z += 0.8)
          overlap = Math.max(
            overlap,
            Math.min(-axis(x, y, z), -atlas(x - ATLAS_ON_AXIS.xMm, y - ATLAS_ON_AXIS.yMm, z)),
          );
    expect(overlap).toBeLessThan(0.5);
  });
});

it.each(['C2', 'C3', 'C4', 'C5', 'C6', 'C7'])('%s glides on the bone below', (level) => {
  const upper = boneSolid(level).solid;
  const name = level === 'C7' ? 'T1' : `C${Number(level[1]) + 1}`;
  const lower = boneSolid(name).solid;
  const { centre, normal } = lowerNeckFacet(level);
  const up = walk(upper, centre, normal, 8);
  // the same line in the lower bone's frame
  const back = (p: Point): Point => toBoneBelow(level, p);
  const start = back(centre);
  const along = add(back(add(centre, normal)), start, -1);
  const down = walk(lower, start, [-along[0], -along[1], -along[2]], 8);
  expect(upper(...centre), 'no overlap').toBeGreaterThan(-0.5);
  expect(lower(...start), 'no overlap').toBeGreaterThan(-0.5);
  expect(up + down, 'gap, mm').toBeLessThan(4);
});

it.each(Object.keys(NECK_DISCS))('%s fills the space between its bones', async (name) => {
  const [, upper, lower] = name.split('-') as [string, string, string];
  const [above, below] = [boneSolid(upper).solid, boneSolid(lower).solid];
  const { positions, body, indices } = await meshBone(boneSolid(name));
  expect(isWatertight(indices)).toBe(true);
  const open = { above: 0, below: 0 };
  body.forEach((weight, i) => {
    const p: Point = [positions[3 * i]!, positions[3 * i + 1]!, positions[3 * i + 2]!];
    // its ends lie in the bones' plates
    if (weight > 0.99) open.above = Math.max(open.above, above(...p));
    if (weight < 0.01) open.below = Math.max(open.below, below(...toBoneBelow(upper, p)));
  });
  expect(open.above, 'over the disc, mm').toBeLessThan(1);
  expect(open.below, 'under the disc, mm').toBeLessThan(1);
});

it('makes closed meshes', async () => {
  for (const name of ['C1', 'C2', 'C5'])
    expect(isWatertight((await meshBone(boneSolid(name), 1.4)).indices), name).toBe(true);
});
