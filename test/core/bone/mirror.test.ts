import { describe, expect, it } from 'vitest';
import { calcSectionForce, createLoadedSection } from '../../../src/core/bone/sectionForce.ts';
import { applySurroundings, calcUnloadedPosition } from '../../../src/core/bone/sectionSolve.ts';
import { relativeDifference } from '../support.ts';
import { mirror, sectionAt, walk } from './support.ts';

describe('left and right', () => {
  const section = sectionAt('T12', -3);
  const corners = [
    [0.4, 0.01, 0.004, 0.1],
    [1.5, 0.05, 0.03, 0.4],
    [0.6, 0.02, 0.01, 0.2],
    [2.5, 0.06, -0.02, 0.5],
  ] as const;

  it('mirror: the same path left for right gives the same crush left for right', () => {
    // the raster is symmetric, so only the order of the sums differs: 1e-9
    const right = createLoadedSection(section);
    const left = createLoadedSection(section);
    walk(right, corners, 20);
    walk(
      left,
      corners.map(([p, flexion, lateral, deflection]) => [p, flexion, -lateral, deflection]),
      20,
    );
    expect(left.force[0]! / right.force[0]!).toBeCloseTo(1, 9);
    expect(left.force[1]! / right.force[1]!).toBeCloseTo(1, 9);
    expect(left.force[2]! / right.force[2]!).toBeCloseTo(-1, 9);
    expect(left.force[3]! / right.force[3]!).toBeCloseTo(1, 9);
    const mirrored = mirror(section, left.state.crushMm);
    expect(Math.max(...right.state.crushMm)).toBeGreaterThan(0.5);
    right.state.crushMm.forEach((crush, i) => {
      expect(mirrored[i]).toBeCloseTo(crush, 9);
    });
    const a = calcUnloadedPosition(right);
    const b = calcUnloadedPosition(left);
    expect(b[1]).toBeCloseTo(a[1]!, 7);
    expect(b[2]).toBeCloseTo(-a[2]!, 7);
  });

  it('tell the same, so that half of the columns tell all', () => {
    // the whole section, forced to be taken column by column, against one that need not be: only the order of sums differs
    const half = createLoadedSection(section);
    const whole = createLoadedSection(section);
    whole.mirrored = false;
    for (let step = 1; step <= 25; step++) {
      const around = {
        load: Float64Array.of(80 * step, 320 * step, 0),
        stiffness: Float64Array.of(500, 1e5, 1e5),
      };
      applySurroundings(half, around);
      applySurroundings(whole, around);
      expect(relativeDifference(half.q, whole.q)).toBeLessThan(1e-7);
    }
    expect(relativeDifference(half.state.crushMm, whole.state.crushMm)).toBeLessThan(1e-6);
    expect(half.mirrored).toBe(true);
    expect(half.q[2]).toBe(0);
    expect(Math.max(...half.state.crushMm)).toBeGreaterThan(0.5);
    expect(mirror(section, half.state.crushMm)).toEqual(half.state.crushMm);
  });

  it('part when the load does, and what they then tell follows on', () => {
    // crushed as one half, then bent to the side: as if both had been followed from the beginning
    const half = createLoadedSection(section);
    const whole = createLoadedSection(section);
    whole.mirrored = false;
    const path = [
      [1.2, 0.04, 0, 0.2],
      [1.6, 0.04, 0.03, 0.2],
    ];
    walk(half, path, 20);
    walk(whole, path, 20);
    expect(half.mirrored).toBe(false);
    expect(relativeDifference(half.force, whole.force)).toBeLessThan(1e-7);
    expect(relativeDifference(half.state.crushMm, whole.state.crushMm)).toBeLessThan(1e-6);
    calcSectionForce(half, Float64Array.of(1.7, 0.04, 0, 0.2));
    expect(half.halved).toBe(false);
  });
});
