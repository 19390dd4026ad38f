import { beforeAll, describe, expect, it } from 'vitest';
import { LEVEL_COUNT } from '../../src/core/anatomy/levels.ts';
import { getLevelLoads } from '../../src/core/simulation/results/results.ts';
import { LANDMARKS } from '../../src/core/simulation/results/trace.ts';
import type { Run } from '../../src/core/simulation/run.ts';
import { run, scenario } from './support.ts';

const BONES = LEVEL_COUNT + 1;

describe('a twist to the left and one to the right', () => {
  let left: Run;
  let right: Run;
  beforeAll(() => {
    left = run(scenario(-1, [{ type: 'activity', name: 'twist', twistDeg: 30 }]));
    right = run(scenario(-1, [{ type: 'activity', name: 'twist', twistDeg: -30 }]));
  });

  it('move every bone to the same place on the other side', () => {
    // the same sums with signs changed; the muscles' solutions differ within their residual, 1e-8 of some 10 Nm, on springs of
    // 1000 Nm/rad. Traces hold 24 bits of metres: 1e-7
    const [a, b] = [left.trace, right.trace];
    expect(b.frameCount).toBe(a.frameCount);
    let rotated = 0;
    for (let at = 0; at < a.frameCount * BONES; at++) {
      expect(Math.abs(b.positionsM[3 * at]! - a.positionsM[3 * at]!)).toBeLessThan(1e-6);
      expect(Math.abs(b.positionsM[3 * at + 1]! - a.positionsM[3 * at + 1]!)).toBeLessThan(1e-6);
      expect(Math.abs(b.positionsM[3 * at + 2]! + a.positionsM[3 * at + 2]!)).toBeLessThan(1e-6);
      for (let k = 0; k < 4; k++) {
        const sign = k < 2 ? -1 : 1;
        expect(Math.abs(b.orientations[4 * at + k]! - sign * a.orientations[4 * at + k]!)).toBeLessThan(1e-6);
      }
      rotated = Math.max(rotated, Math.abs(a.orientations[4 * at + 1]!));
    }
    // half of 30° as a quaternion
    expect(rotated).toBeGreaterThan(0.2);
  });

  it('pull with the other side’s fascicles', () => {
    const count = left.trace.muscleForceN.length / left.trace.frameCount;
    const half = count / 2;
    let most = 0;
    for (let frame = 0; frame < left.trace.frameCount; frame++)
      for (let k = 0; k < half; k++) {
        const a = left.trace.muscleForceN[frame * count + k]!;
        const b = right.trace.muscleForceN[frame * count + half + k]!;
        most = Math.max(most, Math.abs(a - left.trace.muscleForceN[frame * count + half + k]!));
        expect(Math.abs(b - a)).toBeLessThan(0.02);
      }
    // and the two sides do differ
    expect(most).toBeGreaterThan(10);
  });

  it('load the bones alike', () => {
    getLevelLoads(left.results.events[0]!).forEach((level, i) => {
      const other = getLevelLoads(right.results.events[0]!)[i]!;
      expect(other.peakCompressionN / level.peakCompressionN).toBeCloseTo(1, 4);
      expect(other.strengthN / level.strengthN).toBeCloseTo(1, 4);
    });
  });

  it('show right and left changed over in the figure', () => {
    const [a, b] = [left.trace.landmarksM, right.trace.landmarksM];
    const width = 3 * LANDMARKS.length;
    const leftOf = (name: string) =>
      LANDMARKS.indexOf(name.replace('Right', 'Left') as (typeof LANDMARKS)[number]);
    for (let frame = 0; frame < left.trace.frameCount; frame += 10)
      LANDMARKS.forEach((name, n) => {
        if (!name.endsWith('Right')) return;
        for (let axis = 0; axis < 3; axis++) {
          const own = a[frame * width + 3 * n + axis]!;
          const other = b[frame * width + 3 * leftOf(name) + axis]!;
          expect(Math.abs(other - (axis === 2 ? -own : own))).toBeLessThan(1e-6);
        }
      });
  });
});
