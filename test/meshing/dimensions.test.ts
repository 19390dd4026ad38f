/**
 * The committed meshes of T1 … L5 at the sizes of the tables' adult, of the mean woman and of the mean man, measured with a ruler:
 * along straight lines, never from the numbers that made them. 5 %: what two observers differ by on the same bone.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { LEVELS, type Level } from '../../src/core/anatomy/levels.ts';
import { landmarks } from '../../src/meshing/landmarks.ts';
import { add, type Point, radians } from '../../src/meshing/primitives.ts';
import { dimensionsOf, isLumbar, vertebraShape } from '../../src/meshing/tables.ts';
import { crossings, largest, reach, readSurfaces, type Surface, scaled } from './meshRuler.ts';
import { over, PERSONS } from './persons.ts';

const within5 = (measured: number, tabled: number, what: string) =>
  expect(Math.abs(measured / tabled - 1), `${what}: ${measured.toFixed(1)} for ${tabled} mm`).toBeLessThan(
    0.05,
  );

let bones: ReadonlyMap<string, Surface>;
beforeAll(async () => {
  bones = await readSurfaces('spine');
});

/** Widest of a few sections that are closed. */
const widest = (widths: readonly number[]): number => Math.max(...widths.filter(Number.isFinite));

/** The right pedicle cut square to its axis, every half millimetre from where the canal is widest to the body: its extents, mm. */
function pedicleSections(bone: Surface, level: Level): { width: number; height: number }[] {
  const shape = vertebraShape(level);
  const [x0, y0, z0] = landmarks(shape).isthmus;
  const inward = radians(shape.arch.pedicleInwardDeg);
  const along: Point = [Math.cos(inward), 0, -Math.sin(inward)];
  const across: Point = [Math.sin(inward), 0, Math.cos(inward)];
  const back: Point = [-across[0], 0, -across[2]];
  const offsets = [-3, -2.5, -2, -1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2, 2.5, 3];
  /** Through a point, both ways; 0 where it lies outside. */
  const through = (p: Point, one: Point, other: Point): number => {
    const [a, b] = [crossings(bone, p, one), crossings(bone, p, other)];
    return a.length % 2 === 1 ? a[0]! + b[0]! : 0;
  };
  return [0, 0.5, 1, 1.5, 2, 2.5, 3].map((s) => {
    const middle = add([x0, y0, z0], along, s);
    return {
      width: Math.max(...offsets.map((up) => through(add(middle, [0, up, 0]), across, back))),
      height: Math.max(...offsets.map((out) => through(add(middle, across, out), [0, 1, 0], [0, -1, 0]))),
    };
  });
}

describe.each(PERSONS)('$person', ({ scale, published }) => {
  describe.each(LEVELS)('%s', (level) => {
    const d = dimensionsOf(level);
    const height = (d.anteriorHeightMm + d.posteriorHeightMm) / 2;
    const slope = (d.anteriorHeightMm - d.posteriorHeightMm) / (d.upperDepthMm + d.lowerDepthMm);
    const wall = -(d.upperDepthMm + d.lowerDepthMm) / 4;
    let bone: Surface;
    beforeAll(() => {
      // this person's bone over what the person's published size makes of the table
      bone = scaled(bones.get(level)!, over(scale, published));
    });

    it('has end plates of the tabled width and depth', () => {
      for (const [rim, width, depth] of [
        [1, d.upperWidthMm, d.upperDepthMm],
        [-1, d.lowerWidthMm, d.lowerDepthMm],
      ] as const) {
        // from outside, where the rim's rounding ends: within it the plate is hollow
        const y = rim * (height / 2 - 1.3);
        const canal = wall - d.canalDepthMm / 2;
        const front = 45 - reach(bone, [45, y, 0], [-1, 0, 0]);
        const back = canal + reach(bone, [canal, y, 0], [1, 0, 0]);
        within5(front - back, depth, 'depth');
        within5(
          90 - reach(bone, [0, y, 45], [0, 0, -1]) - reach(bone, [0, y, -45], [0, 0, 1]),
          width,
          'width',
        );
      }
    });

    it('has the tabled heights in front and behind', () => {
      for (const [x, tabled] of [
        [0.42, d.anteriorHeightMm],
        [-0.42, d.posteriorHeightMm],
      ] as const) {
        const at = x * Math.min(d.upperDepthMm, d.lowerDepthMm);
        const total = reach(bone, [at, 0, 0], [0, 1, 0]) + reach(bone, [at, 0, 0], [0, -1, 0]);
        // the ruler stands a little inside the edge, where the body is that much less wedged
        const expected = height + 2 * at * slope;
        within5(total, expected, 'height');
        within5(expected, tabled, 'height at the edge');
      }
    });

    it('has a canal of the tabled width and depth, open from top to bottom', () => {
      const middle: Point = [wall - d.canalDepthMm / 2, 0, 0];
      const inCanal: Point = [middle[0], -height * 0.3, 0];
      within5(
        reach(bone, inCanal, [1, 0, 0]) + reach(bone, inCanal, [-1, 0, 0]),
        d.canalDepthMm,
        'canal depth',
      );
      // between the pedicles, at its widest
      const y = height / 2 - d.pedicleHeightMm / 2;
      const widths = [0.2, 0.3, 0.4, 0.5].map((fraction): number => {
        const at: Point = [wall - fraction * d.canalDepthMm, y, 0];
        return reach(bone, at, [0, 0, 1]) + reach(bone, at, [0, 0, -1]);
      });
      within5(widest(widths), d.canalWidthMm, 'canal width');
      expect(crossings(bone, [middle[0], -60, 0], [0, 1, 0])).toEqual([]);
    });

    it('has pedicles of the tabled width and height', () => {
      const sections = pedicleSections(bone, level);
      const thinnest = sections.reduce((best, section) => (section.width < best.width ? section : best));
      within5(thinnest.width, d.pedicleWidthMm, 'pedicle width');
      within5(thinnest.height, d.pedicleHeightMm, 'pedicle height');
    });

    it('spans the tabled width over the transverse processes', () => {
      within5(largest(bone, (p) => p[2]) + largest(bone, (p) => -p[2]), d.transverseSpanMm, 'span');
    });

    it('has a spinous process of the tabled length', () => {
      // as the papers did: from the upper end plate, its back edge in the chest, its centre in the loins
      const from = isLumbar(level) ? 0 : -d.upperDepthMm / 2;
      const fromY = height / 2 + from * slope;
      const length = largest(
        bone,
        (p) => Math.hypot(p[0] - from, p[1] - fromY),
        (p) => Math.abs(p[2]) < 3 && p[0] < from - d.spinousLengthMm * 0.5,
      );
      within5(length, d.spinousLengthMm, 'length');
    });
  });
});
