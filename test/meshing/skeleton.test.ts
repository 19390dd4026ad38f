/** The bones round the spine: closed, as large as tabled, and in touch with their neighbours. Coarse samples, mm. */
import { describe, expect, it } from 'vitest';
import girdle from '../../models/meshing-girdle.json' with { type: 'json' };
import pelvis from '../../models/meshing-pelvis.json' with { type: 'json' };
import skeleton from '../../models/meshing-skeleton.json' with { type: 'json' };
import thorax from '../../models/meshing-thorax.json' with { type: 'json' };
import type { Level } from '../../src/core/anatomy/levels.ts';
import type { BoneSolid } from '../../src/meshing/boneSolid.ts';
import { BONES, boneSolid } from '../../src/meshing/bones.ts';
import { isWatertight, meshBone } from '../../src/meshing/mesh.ts';
import { mirroredMesh } from '../../src/meshing/mirrorMesh.ts';
import { hipCentreInSacrum } from '../../src/meshing/pelvis.ts';
import type { Point } from '../../src/meshing/primitives.ts';
import { RIB_LEVELS, ribLandmarks } from '../../src/meshing/rib.ts';
import { sacrumSolid } from '../../src/meshing/sacrum.ts';
import { SKELETON_BONES } from '../../src/meshing/skeleton.ts';
import { fromChest, placeOf, toChest } from '../../src/meshing/standing.ts';
import { vertebraSolid } from '../../src/meshing/vertebra.ts';

const COARSE_MM = 2.2;
const LARGEST_GAP_MM = 4;
const LARGEST_OVERLAP_MM = 1;
const names = Object.keys(SKELETON_BONES);

/** Corners of the box round a mesh. */
function extent(positions: Float32Array): { low: Point; high: Point; size: Point } {
  const axis = (k: number) => positions.filter((_, i) => i % 3 === k);
  const low = [0, 1, 2].map((k) => Math.min(...axis(k))) as unknown as Point;
  const high = [0, 1, 2].map((k) => Math.max(...axis(k))) as unknown as Point;
  return { low, high, size: [high[0] - low[0], high[1] - low[1], high[2] - low[2]] };
}

/** The least distance between two bones over the points of a lattice round `near`, half of it on each side. */
function gap(a: (p: Point) => number, b: (p: Point) => number, near: Point, reachMm: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let x = -reachMm; x <= reachMm; x += 0.7)
    for (let y = -reachMm; y <= reachMm; y += 0.7)
      for (let z = -reachMm; z <= reachMm; z += 0.7) {
        const p: Point = [near[0] + x, near[1] + y, near[2] + z];
        least = Math.min(least, a(p) + b(p));
      }
  return least;
}
const at =
  ({ solid }: BoneSolid) =>
  (p: Point): number =>
    solid(...p);

it('has every bone it should, each with a attachment', () => {
  expect(names).toEqual(expect.arrayContaining(['rib-1-right', 'rib-12-right', 'sternum', 'skull', 'jaw']));
  expect(skeleton.attachments.map(({ bone }) => bone).sort()).toEqual([...names].sort());
  for (const name of names) expect(name in BONES, name).toBe(true);
});

describe('each rib', () => {
  it.each(RIB_LEVELS)('of %s meets its facets', (level: Level) => {
    const i = RIB_LEVELS.indexOf(level);
    const { head, tubercle } = ribLandmarks(level);
    const place = placeOf(level);
    const rib = at(boneSolid(`rib-${i + 1}-right`));
    const own = at(vertebraSolid(level));
    const above = i >= 1 && i <= 9 ? RIB_LEVELS[i - 1]! : undefined;
    const neighbours = [own];
    if (above) {
      const upper = at(vertebraSolid(above));
      neighbours.push((p) => upper(fromChest(toChest(p, place), placeOf(above))));
    }
    const atHead = gap(rib, (p) => Math.min(...neighbours.map((d) => d(p))), fromChest(head, place), 9);
    expect(atHead, 'head').toBeLessThan(LARGEST_GAP_MM);
    expect(atHead, 'head').toBeGreaterThan(-LARGEST_OVERLAP_MM);
    if (!tubercle) return;
    const atTubercle = gap(rib, own, fromChest(tubercle, place), 8);
    expect(atTubercle, 'tubercle').toBeLessThan(LARGEST_GAP_MM);
    expect(atTubercle, 'tubercle').toBeGreaterThan(-LARGEST_OVERLAP_MM);
  });

  it('is longer than the one above it down to the seventh, and shorter after the eighth', () => {
    const lengths = RIB_LEVELS.map((level) => {
      const { head, tubercle, back, side, front } = ribLandmarks(level);
      const path = [head, ...(tubercle ? [tubercle] : []), back, side, front];
      return path.slice(1).reduce((sum, p, k) => sum + Math.hypot(...p.map((c, n) => c - path[k]![n]!)), 0);
    });
    for (let i = 1; i < 7; i++) expect(lengths[i]!, `rib ${i + 1}`).toBeGreaterThan(lengths[i - 1]!);
    for (let i = 8; i < 12; i++) expect(lengths[i]!, `rib ${i + 1}`).toBeLessThan(lengths[i - 1]!);
  });
});

it('the hip bones sit on the sacrum', () => {
  const hip = boneSolid('hip-right');
  const sacrum = sacrumSolid().solid;
  let least = Number.POSITIVE_INFINITY;
  let deepest = 0;
  for (let x = -60; x < 10; x += 1.5)
    for (let y = -60; y < 0; y += 1.5)
      for (let z = 30; z < 64; z += 1.5) {
        const [toHip, toSacrum] = [hip.solid(x, y, z), sacrum(x, y, z)];
        least = Math.min(least, Math.abs(toHip) + Math.abs(toSacrum));
        // both hang on the sacrum: what fits once fits in every act
        deepest = Math.max(deepest, -Math.max(toHip, toSacrum));
      }
  expect(least).toBeLessThan(LARGEST_GAP_MM);
  expect(deepest).toBeLessThan(LARGEST_OVERLAP_MM / 2);
});

describe('sizes', () => {
  const within5 = (measured: number, tabled: number, what: string) =>
    expect(Math.abs(measured - tabled) / tabled, `${what}: ${measured} for ${tabled}`).toBeLessThan(0.05);

  it('the socket has the tabled radius about the joint', () => {
    const { solid } = boneSolid('hip-right');
    const [x, y, z] = hipCentreInSacrum;
    let s = 0;
    // upwards in standing
    const tilt = (pelvis.sacralSlopeDeg * Math.PI) / 180;
    while (s < 60 && solid(x - s * Math.sin(tilt), y + s * Math.cos(tilt), z) > 0) s += 0.1;
    within5(s, pelvis.acetabulum.radiusMm, 'socket');
  });

  it('rib cage, collar bone and breastbone are as wide and as long as tabled', async () => {
    const eighth = await meshBone(boneSolid('rib-8-right'), COARSE_MM);
    const row = thorax.ribs[7]!;
    within5(extent(eighth.positions).high[2], row.sideZMm + row.halfThicknessMm, 'half the chest');
    const clavicle = await meshBone(boneSolid('clavicle-right'), COARSE_MM);
    const [inner, outer] = [girdle.clavicle[0]!, girdle.clavicle[girdle.clavicle.length - 1]!];
    within5(extent(clavicle.positions).size[2], outer[2]! - inner[2]! + outer[4]!, 'collar bone');
  });
});

it('meshes are closed, also in the mirror', async () => {
  for (const name of ['rib-1-right', 'cartilage-3-right', 'humerus-right']) {
    const right = await meshBone(boneSolid(name), COARSE_MM);
    const left = mirroredMesh(right);
    expect(isWatertight(right.indices), name).toBe(true);
    expect(isWatertight(left.indices), left.name).toBe(true);
    expect(left.positions[2]).toBe(-right.positions[2]!);
  }
});
