import { describe, expect, it } from 'vitest';
import { calcStrengthN } from '../../../src/core/bone/strength.ts';
import { findPressed } from '../../../src/core/simulation/inside/pressed.ts';
import { type PressReport, pressBody } from '../../../src/core/simulation/inside/pressing.ts';
import { createRunCache } from '../../../src/core/simulation/run.ts';
import { readScenarioOf } from './scenarios.ts';

const weak = readScenarioOf(-3.5);
const cache = createRunCache();
const reports = [...pressBody({ scenario: weak, level: 'T12', voxelMm: 3 }, cache)];
const frames = reports.flatMap((report) => (report.kind === 'frame' ? [report.frame] : []));
const pick = <K extends PressReport['kind']>(kind: K) =>
  reports.find((report): report is Extract<PressReport, { kind: K }> => report.kind === kind)!;

describe('a body that is looked into', () => {
  const { body } = pick('body');

  it('is as it was before the act, pressed where the act loads it most', () => {
    const found = findPressed(weak, 'T12', cache);
    expect(found.beforeEvent).toBe(0);
    expect(found.state.crushMm.every((crush) => crush === 0)).toBe(true);
    expect(found.frontMm).toBeGreaterThan(2);
    expect(body.actPeakN).toBeGreaterThan(body.section.strengthN);
  });

  it('is told first, then its frames, each further than the one before, then its end', () => {
    expect(reports.map(({ kind }) => kind)).toEqual(['body', ...frames.map(() => 'frame'), 'end']);
    const shortened = frames.map(({ point }) => point.meanMm);
    expect([...shortened].sort((a, b) => a - b)).toEqual(shortened);
    expect(pick('end').end.strengthN).toBe(
      Math.max(...frames.slice(0, frames.length / 2).map(({ point }) => point.forceN)),
    );
  });

  it('has a value for each brick and node', () => {
    const [nx, ny, nz] = body.counts;
    for (const frame of frames) {
      expect(frame.movedMm).toHaveLength(3 * (nx + 1) * (ny + 1) * (nz + 1));
      expect(frame.leastStressMPa).toHaveLength(body.places.length / 3);
      expect(frame.leastStrain.every(Number.isFinite)).toBe(true);
    }
  });

  it('yields in front first, where its least strain is the greatest', () => {
    const peak = frames.reduce((a, b) => (b.point.forceN > a.point.forceN ? b : a));
    expect(peak.yielded.front).toBeGreaterThan(peak.yielded.back);
    const mean = (inFront: boolean) => {
      const picked = [...peak.leastStrain].filter(
        (_, e) => body.bone[e]! > 0.5 && body.places[3 * e]! >= body.counts[0] / 2 === inFront,
      );
      return picked.reduce((sum, value) => sum + value, 0) / picked.length;
    };
    expect(mean(true)).toBeLessThan(2 * mean(false));
  });

  it('has the section’s curve beside it, whose peak is the section’s strength', () => {
    const { section, state, frontMm } = findPressed(weak, 'T12', cache);
    const { curve, strengthN } = body.section;
    expect(strengthN).toBe(calcStrengthN(section, state, frontMm));
    const early = curve.filter(({ meanMm }) => meanMm < 0.035 * section.heightMm);
    expect(Math.max(...early.map(({ forceN }) => forceN)) / strengthN).toBeCloseTo(1, 4);
    expect(curve[0]).toEqual({ forceN: 0, meanMm: 0 });
    expect(curve.at(-1)!.meanMm).toBeGreaterThan(0.24 * section.heightMm);
  });

  it('is pressed where another scenario loads it, if that is asked for', () => {
    const upright = readScenarioOf(-3.5, { type: 'activity', name: 'stand' });
    const [first] = pressBody({ scenario: weak, level: 'T12', voxelMm: 4, placeOf: upright }, cache);
    if (first?.kind !== 'body') throw new Error('no body');
    expect(first.body.frontMm).toBeLessThan(body.frontMm);
    expect(first.body.section.strengthN).toBeGreaterThan(body.section.strengthN);
  });
});
