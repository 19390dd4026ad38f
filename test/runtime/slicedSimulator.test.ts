import { describe, expect, it } from 'vitest';
import type { Lane } from '../../src/runtime/worker/simulator.ts';
import { createSlicedSimulator } from '../../src/runtime/worker/slicedSimulator.ts';
import { BEND, LIFT, run, scenario } from '../core/support.ts';
import { toBytes } from '../fuzz/bytes.ts';

const LIFTED = scenario(-4, [LIFT]);
const STANDING = scenario(-4, []);

describe('what is computed at the same time', () => {
  it.each<Lane>(['reference', 'whatIf', 'others'])('changes no byte: %s', async (lane) => {
    const alone = toBytes(run(LIFTED));
    const simulator = createSlicedSimulator();
    await simulator.run(STANDING, 'shown');
    const [lifted] = await Promise.all([
      simulator.run(LIFTED, 'shown'),
      simulator.run(scenario(-4, [BEND]), lane),
    ]);
    expect(toBytes(lifted)).toBe(alone);
  });

  it('and was given up midway, leaves no mark', async () => {
    const alone = toBytes(run(LIFTED));
    const simulator = createSlicedSimulator();
    await simulator.run(STANDING, 'shown');
    const given = simulator.run(scenario(-4, [BEND]), 'shown', () => simulator.cancel('shown'));
    expect(await given).toBeNull();
    expect(toBytes(await simulator.run(LIFTED, 'shown'))).toBe(alone);
  });
});
