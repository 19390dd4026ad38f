import { describe, expect, it } from 'vitest';
import { levelIndex } from '../../src/core/anatomy/levels.ts';
import { getLevelLoads } from '../../src/core/simulation/results/results.ts';
import { LIFT, run, scenario } from './support.ts';

const ACTS = [LIFT, { type: 'activity', name: 'hold' }, { type: 'activity', name: 'open-window' }];

describe.each([-3.5, -4, -4.5])('what breaks at T = %s', (tScore) => {
  it.each(ACTS)('was asked for more than it could bear, at the time at which it is said to: $name', (act) => {
    const { results, trace } = run(scenario(tScore, [act]));
    const [event] = results.events;
    const loads = getLevelLoads(event!);
    expect(event!.fractures.length).toBeGreaterThan(0);
    for (const { level, timeS } of event!.fractures) {
      const i = levelIndex(level);
      const { loadOverStrength, strengthN } = loads[i]!;
      expect(loadOverStrength, level).toBeGreaterThan(1);
      // at that moment the load has come up to it, as nearly as a frame tells
      const frame = Math.round(timeS * trace.frameRateHz);
      expect(trace.compressionN[frame * 17 + i]! / strengthN, level).toBeGreaterThan(0.95);
    }
  });
});
