/** The committed meshes of the neck for the tables' adult, the mean woman and the mean man, measured as those of T1 … L5 are. */
import { beforeAll, describe, expect, it } from 'vitest';
import { ATLAS, AXIS, cervicalShape } from '../../src/meshing/neckTables.ts';
import type { Point } from '../../src/meshing/primitives.ts';
import { largest, reach, readSurfaces, type Surface, scaled } from './meshRuler.ts';
import { over, PERSONS } from './persons.ts';

const within5 = (measured: number, tabled: number, what: string) =>
  expect(Math.abs(measured / tabled - 1), `${what}: ${measured.toFixed(1)} for ${tabled} mm`).toBeLessThan(
    0.05,
  );

let bones: ReadonlyMap<string, Surface>;
beforeAll(async () => {
  bones = await readSurfaces('skeleton');
});

const span = (bone: Surface): number => largest(bone, (p) => p[2]) + largest(bone, (p) => -p[2]);
const across = (bone: Surface, p: Point): number => reach(bone, p, [0, 0, 1]) + reach(bone, p, [0, 0, -1]);
const through = (bone: Surface, p: Point): number => reach(bone, p, [1, 0, 0]) + reach(bone, p, [-1, 0, 0]);

describe.each(PERSONS)('$person', ({ scale, published }) => {
  const boneOf = (level: string): Surface => scaled(bones.get(level)!, over(scale, published));

  describe.each(['C3', 'C4', 'C5', 'C6', 'C7'])('%s', (level) => {
    const d = cervicalShape(level);
    const wall = -(d.upperDepthMm + d.lowerDepthMm) / 4;

    it('has a body of the tabled size', () => {
      const bone = boneOf(level);
      const behind: Point = [wall + 2.5, 0, 0];
      within5(reach(bone, behind, [0, 1, 0]) + reach(bone, behind, [0, -1, 0]), d.heightMm, 'height behind');
      const y = -d.heightMm / 2 + 1.6;
      within5(across(bone, [-1, y, 0]), d.lowerWidthMm, 'lower width');
      within5(through(bone, [0, y, 0]), d.lowerDepthMm, 'lower depth');
      // between the uncinate processes
      within5(across(bone, [-3, d.heightMm / 2 + 1.6, 0]), d.upperWidthMm, 'upper width');
    });

    it('has a canal of the tabled size', () => {
      const bone = boneOf(level);
      within5(through(bone, [wall - d.canalDepthMm / 2, -2, 0]), d.canalDepthMm, 'depth');
      const widths = [0.15, 0.25, 0.35, 0.45].map((fraction) =>
        across(bone, [wall - fraction * d.canalDepthMm, 1, 0]),
      );
      within5(Math.max(...widths.filter(Number.isFinite)), d.canalWidthMm, 'width');
    });

    it('reaches as far as the tables say', () => {
      const bone = boneOf(level);
      within5(span(bone), d.transverseSpanMm, 'span');
      const from = wall - d.canalDepthMm / 2;
      const length = largest(
        bone,
        (p) => Math.hypot(p[0] - from, p[1]),
        (p) => Math.abs(p[2]) < 4 && p[0] < from - d.spinousLengthMm * 0.6,
      );
      within5(length, d.spinousLengthMm, 'spinous length');
    });
  });

  it('has an atlas and an axis as wide as tabled', () => {
    within5(span(boneOf('C1')), ATLAS.spanMm, 'atlas');
    within5(span(boneOf('C2')), AXIS.transverseSpanMm, 'axis');
  });

  it('has an axis with the tabled lower plate, canal and spinous process', () => {
    const bone = boneOf('C2');
    const y = -AXIS.heightMm / 2 + 2;
    const wall = -AXIS.lowerDepthMm / 2;
    within5(across(bone, [-1, y, 0]), AXIS.lowerWidthMm, 'lower width');
    within5(through(bone, [0, y, 0]), AXIS.lowerDepthMm, 'lower depth');
    within5(through(bone, [wall - AXIS.canalDepthMm / 2, -4, 0]), AXIS.canalDepthMm, 'canal depth');
    const widths = [0.15, 0.25, 0.35, 0.45].map((fraction) =>
      across(bone, [wall - fraction * AXIS.canalDepthMm, 0, 0]),
    );
    within5(Math.max(...widths.filter(Number.isFinite)), AXIS.canalWidthMm, 'canal width');
    const from = wall - AXIS.canalDepthMm / 2;
    const length = largest(
      bone,
      (p) => Math.hypot(p[0] - from, p[1]),
      (p) => Math.abs(p[2]) < 4 && p[0] < from - AXIS.spinousLengthMm * 0.6,
    );
    within5(length, AXIS.spinousLengthMm, 'spinous length');
  });
});
