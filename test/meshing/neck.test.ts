/** The neck measured with a ruler along straight lines through the solids, and its facet joints across neighbours. */
import { describe, expect, it } from 'vitest';
import { boneSolid } from '../../src/meshing/bones.ts';
import { isWatertight, meshBone } from '../../src/meshing/mesh.ts';
import {
  ATLAS,
  ATLAS_ON_AXIS,
  AXIS,
  cervicalShape,
  fromBoneBelow,
  lowerNeckFacet,
} from '../../src/meshing/neckTables.ts';
import { add, type Point, type Solid } from '../../src/meshing/primitives.ts';
import { extreme, walk } from './ruler.ts';

const within5 = (measured: number, tabled: number, what: string) =>
  expect(Math.abs(measured / tabled - 1), `${what}: ${measured.toFixed(1)} for ${tabled} mm`).toBeLessThan(
    0.05,
  );
const everywhere = () => true;
const spanOf = (solid: Solid, low: Point, high: Point, spanMm: number) =>
  2 * extreme(solid, everywhere, (p) => p[2], [[low[0], low[1], spanMm * 0.42], high]);

describe.each(['C3', 'C4', 'C5', 'C6', 'C7'])('%s', (level) => {
  const { solid, low, high } = boneSolid(level);
  const d = cervicalShape(level);
  const wall = -(d.upperDepthMm + d.lowerDepthMm) / 4;

  it('has a body of the tabled size', () => {
    const height =
      walk(solid, [wall + 2.5, 0, 0], [0, 1, 0], 30) + walk(solid, [wall + 2.5, 0, 0], [0, -1, 0], 30);
    within5(height, d.heightMm, 'height behind');
    const y = -d.heightMm / 2 + 1.6;
    within5(2 * walk(solid, [-1, y, 0], [0, 0, 1], 30), d.lowerWidthMm, 'lower width');
    const front = walk(solid, [0, y, 0], [1, 0, 0], 30);
    const back = walk(solid, [0, y, 0], [-1, 0, 0], 30);
    within5(front + back, d.lowerDepthMm, 'lower depth');
    // between the uncinate processes
    const above: Point = [-3, d.heightMm / 2 + 1.6, 0];
    within5(2 * walk(solid, above, [0, 0, 1], 20), d.upperWidthMm, 'upper width');
  });

  it('has a canal of the tabled size', () => {
    const middle: Point = [wall - d.canalDepthMm / 2, -2, 0];
    within5(
      walk(solid, middle, [1, 0, 0], 40) + walk(solid, middle, [-1, 0, 0], 40),
      d.canalDepthMm,
      'depth',
    );
    const widths = [0.15, 0.25, 0.35, 0.45].map(
      (f) => 2 * walk(solid, [wall - f * d.canalDepthMm, 1, 0], [0, 0, 1], 40),
    );
    within5(Math.max(...widths.filter((w) => w < 79)), d.canalWidthMm, 'width');
  });

  it('reaches as far as the tables say', () => {
    within5(spanOf(solid, low, high, d.transverseSpanMm), d.transverseSpanMm, 'span');
    const from = wall - d.canalDepthMm / 2;
    const length = extreme(solid, everywhere, (p) => Math.hypot(p[0] - from, p[1]), [
      [low[0], low[1], 0],
      [from - d.spinousLengthMm * 0.6, 5, 4],
    ]);
    within5(length, d.spinousLengthMm, 'spinous length');
  });
});

describe('the upper two', () => {
  it('are as wide as tabled', () => {
    const atlas = boneSolid('C1');
    within5(spanOf(atlas.solid, atlas.low, atlas.high, ATLAS.spanMm), ATLAS.spanMm, 'atlas');
    const axis = boneSolid('C2');
    within5(spanOf(axis.solid, axis.low, axis.high, AXIS.transverseSpanMm), AXIS.transverseSpanMm, 'axis');
  });

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
  const zero = fromBoneBelow(level, [0, 0, 0]);
  const [ex, ey] = [fromBoneBelow(level, [1, 0, 0]), fromBoneBelow(level, [0, 1, 0])];
  const back = (p: Point): Point => {
    const d = add(p, zero, -1);
    return [
      d[0] * (ex[0] - zero[0]) + d[1] * (ex[1] - zero[1]),
      d[0] * (ey[0] - zero[0]) + d[1] * (ey[1] - zero[1]),
      d[2],
    ];
  };
  const start = back(centre);
  const along = add(back(add(centre, normal)), start, -1);
  const down = walk(lower, start, [-along[0], -along[1], -along[2]], 8);
  expect(upper(...centre), 'no overlap').toBeGreaterThan(-0.5);
  expect(lower(...start), 'no overlap').toBeGreaterThan(-0.5);
  expect(up + down, 'gap, mm').toBeLessThan(4);
});

it('makes closed meshes', async () => {
  for (const name of ['C1', 'C2', 'C5'])
    expect(isWatertight((await meshBone(boneSolid(name), 1.4)).indices), name).toBe(true);
});
