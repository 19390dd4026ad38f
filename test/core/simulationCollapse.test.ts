import { describe, expect, it } from 'vitest';
import { levelIndex } from '../../src/core/anatomy/levels.ts';
import { LIFT, run, scenario } from './support.ts';

const CASES = [
  ['a lift', -3.5, LIFT],
  ['a stuck window', -3.5, { type: 'activity', name: 'open-window' }],
  ['a fall', -4, { type: 'activity', name: 'fall-seated', speedMPerS: 2.5 }],
] as const;

describe('a collapse in the trace', () => {
  it.each(CASES)('is slow while the body comes down: %s', (_, tScore, act) => {
    const { trace } = run(scenario(tScore, [act]));
    expect(trace.fractures.length).toBeGreaterThan(0);
    expect(trace.collapses).toHaveLength(trace.fractures.length);
    const { fromS, toS } = trace.slowMotionS!;
    trace.fractures.forEach(({ level }, n) => {
      const collapse = trace.collapses[n]!;
      expect(collapse.fromS).toBeGreaterThanOrEqual(fromS);
      expect(collapse.toS).toBeGreaterThanOrEqual(collapse.fromS);
      const lossAt = (timeS: number) => {
        const { findings } = trace.findings.filter((entry) => entry.timeS <= timeS).at(-1)!;
        const row = findings.levels[levelIndex(level)]!;
        return Math.max(
          row.anteriorHeightLossPercent,
          row.middleHeightLossPercent,
          row.posteriorHeightLossPercent,
        );
      };
      // most of what is lost is lost in it
      const whole = lossAt(trace.durationS);
      expect(lossAt(collapse.fromS - 1 / 60)).toBeLessThan(0.25 * whole);
      expect(lossAt(collapse.toS)).toBeGreaterThan(0.9 * whole);
    });
    // the first that comes down does so in slow motion, whole
    const first = trace.collapses.reduce((a, b) => (b.fromS < a.fromS ? b : a));
    expect(first.toS).toBeLessThan(toS);
  });

  it('is none where nothing breaks', () => {
    const { trace } = run(scenario(0, [LIFT]));
    expect(trace.collapses).toEqual([]);
    expect(trace.slowMotionS).toBeNull();
  });
});
