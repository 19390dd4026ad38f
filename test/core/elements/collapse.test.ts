import { describe, expect, it } from 'vitest';
import { calcStrengthN } from '../../../src/core/bone/strength.ts';
import { type Outcome, runCollapse } from '../../../src/core/elements/outcome.ts';
import { writeVtu } from '../../../src/core/elements/vtu.ts';
import { finish } from '../../../src/core/simulation/finish.ts';
import { pressOf } from './support.ts';

const collapse = (...args: Parameters<typeof pressOf>): Outcome & { sectionN: number } => {
  const { press, section, state } = pressOf(...args);
  const front = args[1].front ?? 0;
  return {
    ...finish(runCollapse(press, 0.25)),
    sectionN: calcStrengthN(section, state, front * section.depthMm),
  };
};

describe('a body in the press', () => {
  const weak = collapse('L1', { front: 0.1 });

  it('bears a peak, gives way at its front and goes on giving to a quarter of its height', () => {
    const { curve, strengthN, peak, end } = weak;
    const least = Math.min(...curve.slice(curve.indexOf(peak.point)).map((point) => point.forceN));
    expect(least).toBeLessThan(0.9 * strengthN);
    expect(end.point.frontMm).toBeGreaterThan(5 * Math.max(0, end.point.backMm));
    expect(end.point.meanMm / pressOf('L1', {}).section.heightMm).toBeCloseTo(0.25, 6);
    expect(peak.yielded.front).toBeGreaterThan(peak.yielded.back);
    expect(Math.max(...curve.map((point) => point.left))).toBeLessThan(0.02);
  });

  it('stays near the section, which shares its laws', () => {
    expect(weak.strengthN / weak.sectionN).toBeGreaterThan(0.85);
    expect(weak.strengthN / weak.sectionN).toBeLessThan(1.15);
  });

  it('bears less with less bone, and less at its front', () => {
    expect(collapse('L1', { front: 0.1, tScore: -4 }).strengthN).toBeLessThan(0.8 * weak.strengthN);
    expect(collapse('L1', {}).strengthN).toBeGreaterThan(weak.strengthN);
  });

  it('gives the same bits again', () => {
    expect(collapse('L1', { front: 0.1 }).curve).toEqual(weak.curve);
  });

  it('is written for ParaView', () => {
    const { press } = pressOf('L1', { front: 0.1 });
    const text = writeVtu(press.body, weak.peak);
    expect(text).toContain(`NumberOfCells="${press.body.bricks.count}"`);
    expect(text).not.toMatch(/NaN|Infinity|undefined/);
  });
});
