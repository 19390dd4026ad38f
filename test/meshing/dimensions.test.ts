/**
 * The bones measured with a ruler: along straight lines through the solid, never from the numbers that made it.
 * 5 %: what two observers differ by on the same bone.
 */
import { describe, expect, it } from 'vitest';
import { LEVELS } from '../../src/core/anatomy/levels.ts';
import { boneSolid } from '../../src/meshing/bones.ts';
import type { Point } from '../../src/meshing/primitives.ts';
import { dimensionsOf } from '../../src/meshing/tables.ts';
import { extreme, walk } from './ruler.ts';

describe.each(['T1', 'T5', 'T8', 'T12', 'L1', 'L3', 'L5'] as const)('%s', (level) => {
  const bone = boneSolid(level);
  const { solid } = bone;
  const d = dimensionsOf(level);
  const height = (d.anteriorHeightMm + d.posteriorHeightMm) / 2;
  const slope = (d.anteriorHeightMm - d.posteriorHeightMm) / (d.upperDepthMm + d.lowerDepthMm);
  const within5 = (measured: number, tabled: number, what: string) =>
    expect(Math.abs(measured / tabled - 1), `${what}: ${measured.toFixed(1)} for ${tabled} mm`).toBeLessThan(
      0.05,
    );

  it('has end plates of the tabled width and depth', () => {
    for (const [rim, width, depth] of [
      [1, d.upperWidthMm, d.upperDepthMm],
      [-1, d.lowerWidthMm, d.lowerDepthMm],
    ] as const) {
      // from outside, where the rim's rounding ends: within it the plate is hollow
      const y = rim * (height / 2 - 1.3);
      const canal = -((d.upperDepthMm + d.lowerDepthMm) / 2 + d.canalDepthMm) / 2;
      const front = 45 - walk(solid, [45, y, 0], [-1, 0, 0], 80);
      const back = canal + walk(solid, [canal, y, 0], [1, 0, 0], 40);
      within5(front - back, depth, 'depth');
      within5(2 * (45 - walk(solid, [0, y, 45], [0, 0, -1], 45)), width, 'width');
    }
  });

  it('has the tabled heights in front and behind', () => {
    for (const [x, tabled] of [
      [0.42, d.anteriorHeightMm],
      [-0.42, d.posteriorHeightMm],
    ] as const) {
      const at = x * Math.min(d.upperDepthMm, d.lowerDepthMm);
      const total = walk(solid, [at, 0, 0], [0, 1, 0], 40) + walk(solid, [at, 0, 0], [0, -1, 0], 40);
      // the ruler stands a little inside the edge, where the body is that much less wedged
      const expected = height + 2 * at * slope;
      within5(total, expected, 'height');
      within5(expected, tabled, 'height at the edge');
    }
  });

  it('has a canal of the tabled width and depth, open from top to bottom', () => {
    const depth = (d.upperDepthMm + d.lowerDepthMm) / 2;
    const middle: Point = [-depth / 2 - d.canalDepthMm / 2, 0, 0];
    const laminaY = -height * 0.3;
    const inCanal: Point = [middle[0], laminaY, 0];
    within5(
      walk(solid, inCanal, [1, 0, 0], 40) + walk(solid, inCanal, [-1, 0, 0], 40),
      d.canalDepthMm,
      'canal depth',
    );
    // between the pedicles, at its widest
    const pedicleY = height / 2 - d.pedicleHeightMm / 2;
    const widths = [0.2, 0.3, 0.4, 0.5].map(
      (f) => 2 * walk(solid, [-depth / 2 - f * d.canalDepthMm, pedicleY, 0], [0, 0, 1], 40),
    );
    within5(Math.max(...widths.filter((w) => w < 79)), d.canalWidthMm, 'canal width');
    expect(walk(solid, [middle[0], -30, 0], [0, 1, 0], 60)).toBe(60);
  });

  it('spans the tabled width over the transverse processes', () => {
    const everywhere = () => true;
    const outer: Point = [0, bone.high[1], bone.high[2]];
    const reach = extreme(solid, everywhere, (p) => p[2], [
      [bone.low[0], bone.low[1], d.transverseSpanMm * 0.4],
      outer,
    ]);
    within5(2 * reach, d.transverseSpanMm, 'span');
  });

  it('has a spinous process of the tabled length', () => {
    // as the papers did: from the upper end plate, its back edge in the chest, its centre in the loins
    const from = LEVELS.indexOf(level) < LEVELS.indexOf('L1') ? -d.upperDepthMm / 2 : 0;
    const fromY = height / 2 + from * slope;
    const length = extreme(
      solid,
      (p) => p[0] < from - d.spinousLengthMm * 0.5,
      (p) => Math.hypot(p[0] - from, p[1] - fromY),
      [
        [bone.low[0], bone.low[1], 0],
        [from - d.spinousLengthMm * 0.5, height / 2, 3],
      ],
    );
    within5(length, d.spinousLengthMm, 'length');
  });
});
