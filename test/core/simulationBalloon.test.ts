import { describe, expect, it } from 'vitest';
import { levelIndex } from '../../src/core/anatomy/levels.ts';
import { getLevelLoads, type LevelFindings } from '../../src/core/simulation/results/results.ts';
import type { Run } from '../../src/core/simulation/run.ts';
import { LIFT, run, STAND, scenario } from './support.ts';

const T12 = levelIndex('T12');
const WEDGE = { knownFractures: [{ level: 'T12', shape: 'wedge', genantGrade: 2 }] } as const;
const ALONE = { type: 'cement', level: 'T12', volumeMl: 4 } as const;
const BALLOON = { ...ALONE, method: 'kyphoplasty' } as const;
const bytes = ({ buffer }: Float32Array) => Buffer.from(buffer);
const row = ({ results }: Run, i = T12): LevelFindings => results.findings.levels[i]!;

describe('a balloon before the cement', () => {
  const before = run(scenario(-3, [], WEDGE));
  const alone = run(scenario(-3, [ALONE], WEDGE));
  const after = run(scenario(-3, [BALLOON], WEDGE));

  it('gives back what trials measured', () => {
    // source balloon-height: front 3.48 mm; balloon-kyphosis: 4.8° of kyphosis; each within a quarter, as fractures differ
    const gainedMm = row(after).anteriorHeightMm - row(before).anteriorHeightMm;
    expect(Math.abs(gainedMm / 3.48 - 1)).toBeLessThan(0.25);
    const straightened = before.results.findings.kyphosisDeg - after.results.findings.kyphosisDeg;
    expect(Math.abs(straightened / 4.8 - 1)).toBeLessThan(0.25);
    expect(after.results.findings.heightLossMm).toBeLessThan(before.results.findings.heightLossMm);
    // cement alone sets at the shape the body has
    expect(alone.results.findings.kyphosisDeg).toBe(before.results.findings.kyphosisDeg);
  });

  it('is followed by the cement that was chosen, and leaves a fracture a fracture', () => {
    expect(after.results.events[0]).toMatchObject({ type: 'cement', name: 'kyphoplasty', feasible: true });
    expect(row(after).cementMl).toBe(4);
    expect(after.results.findings.fractureCount).toBe(1);
    const broken = [LIFT, LIFT];
    const treated = run(scenario(-4, [...broken, { ...BALLOON, level: 'L1', volumeMl: 8 }]));
    expect(treated.results.findings.fractureCount).toBe(
      run(scenario(-4, broken)).results.findings.fractureCount,
    );
  });

  it('opens no more room than its own', () => {
    const little = run(scenario(-3, [{ ...BALLOON, volumeMl: 0.5 }], WEDGE));
    const gainedMm = row(little).middleHeightMm - row(before).middleHeightMm;
    // at least 800 mm² of end plate over half a millilitre
    expect(gainedMm).toBeGreaterThan(0.1);
    expect(gainedMm).toBeLessThan(500 / 800);
    expect(row(little).anteriorHeightMm).toBeLessThan(row(after).anteriorHeightMm);
  });

  it('raises neither an intact body nor one that holds cement', () => {
    const intact = run(scenario(-1, []));
    const filled = run(scenario(-1, [BALLOON]));
    expect(row(filled)).toEqual({ ...row(intact), cementMl: 4 });
    const twice = run(scenario(-3, [ALONE, { ...BALLOON, volumeMl: 1 }], WEDGE));
    expect(row(twice).anteriorHeightMm).toBe(row(alone).anteriorHeightMm);
  });

  it('leaves a body that bears what it bore, and its neighbours as they were', () => {
    const [stood] = run(scenario(-3, [STAND], WEDGE)).results.events;
    const standing = run(scenario(-3, [BALLOON, STAND], WEDGE)).results.events[1]!;
    const strength = (of: typeof standing, i: number) => getLevelLoads(of)[i]!.centralStrengthN;
    expect(strength(standing, T12)).toBeGreaterThan(strength(stood!, T12));
    for (const i of [T12 - 1, T12 + 1]) expect(strength(standing, i)).toBe(strength(stood!, i));
  });

  it('replays to the last bit', () => {
    const again = run(scenario(-3, [BALLOON], WEDGE));
    expect(again.results).toEqual(after.results);
    for (const key of ['positionsM', 'orientations', 'loadOverStrength', 'muscleForceN'] as const)
      expect(Buffer.compare(bytes(again.trace[key]), bytes(after.trace[key]))).toBe(0);
    expect(again.trace.sections).toEqual(after.trace.sections);
  });

  it('shows its course in the trace', () => {
    const { trace, results } = after;
    const heights = trace.findings.map(({ findings }) => findings.levels[T12]!.anteriorHeightMm);
    expect(heights[0]).toBe(row(before).anteriorHeightMm);
    expect(trace.findings[0]!.findings).toEqual(before.results.findings);
    expect(trace.findings.at(-1)!.findings).toEqual(results.findings);
    for (let n = 1; n < heights.length; n++)
      expect(heights[n]).toBeGreaterThanOrEqual(heights[n - 1]! - 1e-9);
    for (let n = 1; n < trace.sections.length; n++)
      expect(trace.sections[n]!.timeS).toBeGreaterThanOrEqual(trace.sections[n - 1]!.timeS);
    expect(trace.positionsM.length).toBe(trace.frameCount * 18 * 3);
    for (let at = 0; at < trace.orientations.length; at += 4)
      expect(Math.hypot(...trace.orientations.subarray(at, at + 4))).toBeCloseTo(1, 6);
    // it begins as she stood and ends as she stands
    const last = (from: Run) => from.trace.positionsM.subarray(-18 * 3);
    expect(trace.positionsM.subarray(0, 18 * 3)).toEqual(last(before));
    expect(last(after)).toEqual(last(run(scenario(-3, [BALLOON, STAND], WEDGE))));
  });
});
