import { describe, expect, it } from 'vitest';
import { LEVELS, levelIndex } from '../../src/core/anatomy/levels.ts';
import type { Run } from '../../src/core/simulation/run.ts';
import type { Scenario } from '../../src/core/simulation/scenario.ts';
import { getFacts } from '../../src/panels/why/facts.ts';
import { calcPeaks } from '../../src/runtime/session/moment.ts';
import { LIFT, run, STAND, scenario } from '../core/support.ts';

const show = (of: Scenario, computed: Run = run(of)) => ({
  scenario: of,
  run: computed,
  peaks: calcPeaks(computed.trace),
});

describe('why a vertebra gave way', () => {
  const lifted = scenario(-4, [LIFT]);
  const computed = run(lifted);
  const { fractures } = computed.results.events[0]!;

  it('is told of each that did, by its own shape, and of none that held', () => {
    expect(fractures.length).toBeGreaterThan(0);
    const broken = fractures.map(({ level }) => level);
    for (const level of LEVELS) {
      const { cause } = getFacts(show(lifted, computed), level)!;
      if (broken.includes(level))
        expect(cause!.shape).toBe(fractures.find((one) => one.level === level)!.shape);
      else expect(cause).toBeNull();
    }
  });

  it('has the angle at which the back stood there, and the front that the bone has', () => {
    const [{ level, timeS }] = fractures as [(typeof fractures)[number]];
    const { cause } = getFacts(show(lifted, computed), level)!;
    // from where the bodies above and below stand and look: the angle between their upward axes, seen from the side
    const { orientations, frameRateHz } = computed.trace;
    const upAt = (body: number): readonly [number, number] => {
      const at = 4 * (Math.round(timeS * frameRateHz) * 18 + body);
      const [x, y, z, w] = orientations.subarray(at, at + 4) as unknown as [number, number, number, number];
      return [2 * (x * y - z * w), 1 - 2 * (x * x + z * z)];
    };
    const i = levelIndex(level);
    const [above, below] = [upAt(i - 1), upAt(i + 1)];
    const angle = Math.atan2(above[0], above[1]) - Math.atan2(below[0], below[1]);
    expect(cause!.bentDeg).toBeCloseTo((angle * 180) / Math.PI, 3);
    // front rim 1 − w, back rim 1 + w
    const w = computed.condition.bone[i]!.anteriorWeakness;
    expect(cause!.frontThinnerPercent).toBeCloseTo(100 * (1 - (1 - w) / (1 + w)), 9);
  });

  it('is not asked of a bone that only stood', () => {
    expect(getFacts(show(scenario(0, [STAND])), 'T12')!.cause).toBeNull();
  });
});
