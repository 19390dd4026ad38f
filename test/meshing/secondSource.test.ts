/** The bones as drawn against the figures of later, larger groups than the specimens that gave most of their dimensions. Same 5 %. */
import { beforeAll, describe, expect, it } from 'vitest';
import { calcBoneScale } from '../../src/core/anatomy/boneScale.ts';
import type { Level } from '../../src/core/anatomy/levels.ts';
import { dimensionsOf } from '../../src/meshing/tables.ts';
import { reach, readSurfaces, type Surface, scaled } from './meshRuler.ts';

let bones: ReadonlyMap<string, Surface>;
beforeAll(async () => {
  bones = await readSurfaces('spine');
});

const within5 = (measured: number, published: number) =>
  expect(Math.abs(measured / published - 1), `${measured.toFixed(1)} for ${published} mm`).toBeLessThan(0.05);

/** Through the body, beside the veins' hole in its back wall. */
function height(bone: Surface, x: number): number {
  return reach(bone, [x, 0, 6], [0, 1, 0]) + reach(bone, [x, 0, 6], [0, -1, 0]);
}
const upperDepth = (bone: Surface, level: Level): number => {
  const d = dimensionsOf(level);
  // below the rim's rounding, also where the plate slopes down to the back
  const y = (d.anteriorHeightMm + d.posteriorHeightMm) / 4 - 2;
  return reach(bone, [0, y, 0], [1, 0, 0]) + reach(bone, [0, y, 0], [-1, 0, 0]);
};

/** CT of New Zealand adults, women and men (morphometry_other.csv, IJSS table 6): L5's heights and upper plate's depth, mm. */
describe.each([
  ['a woman', calcBoneScale('female', 162), { anterior: 29.6, posterior: 25.5, depth: 33.3 }],
  ['a man', calcBoneScale('male', 175), { anterior: 30.7, posterior: 26.8, depth: 37.1 }],
] as const)('L5 of %s', (_, scale, published) => {
  const bone = () => scaled(bones.get('L5')!, scale);
  it('has the upper plate’s depth', () => within5(upperDepth(bone(), 'L5'), published.depth));
  it('has the height in front', () => within5(height(bone(), 14), published.anterior));
  it('has the height behind', () => within5(height(bone(), -14), published.posterior));
});

/** 87 patients of both sexes, mean of L2 … L5 (clouthier-2023), mm. */
describe('L2 … L5 on the mean', () => {
  const mean = (measure: (bone: Surface, level: Level) => number): number =>
    (['L2', 'L3', 'L4', 'L5'] as const).reduce(
      (sum, level) => sum + measure(bones.get(level)!, level) / 4,
      0,
    );
  const acrossCanal = (bone: Surface, level: Level): number => {
    const d = dimensionsOf(level);
    const y = (d.anteriorHeightMm + d.posteriorHeightMm) / 4 - d.pedicleHeightMm / 2;
    const widths = [0.2, 0.3, 0.4, 0.5].map((fraction): number => {
      const x = -(d.upperDepthMm + d.lowerDepthMm) / 4 - fraction * d.canalDepthMm;
      return reach(bone, [x, y, 0], [0, 0, 1]) + reach(bone, [x, y, 0], [0, 0, -1]);
    });
    return Math.max(...widths.filter(Number.isFinite));
  };
  const alongCanal = (bone: Surface, level: Level): number => {
    const d = dimensionsOf(level);
    const x = -(d.upperDepthMm + d.lowerDepthMm) / 4 - d.canalDepthMm / 2;
    const y = -(d.anteriorHeightMm + d.posteriorHeightMm) * 0.15;
    return reach(bone, [x, y, 0], [1, 0, 0]) + reach(bone, [x, y, 0], [-1, 0, 0]);
  };
  it('are as deep', () => within5(mean(upperDepth), 35));
  it('are as tall', () =>
    within5(
      mean((bone) => (height(bone, 14) + height(bone, -14)) / 2),
      27.75,
    ));
  it('have the canal’s width', () => within5(mean(acrossCanal), 26.7));
  it('have the canal’s depth', () => within5(mean(alongCanal), 16.7));
});
