import { describe, expect, it } from 'vitest';
import { getLevelLoads } from '../../src/core/simulation/results/results.ts';
import { getStep } from '../../src/panels/controls/quantity.ts';
import { getFacts } from '../../src/panels/why/facts.ts';
import { findTelling } from '../../src/panels/why/telling.ts';
import { createAsk } from '../../src/runtime/session/ask.ts';
import { findRescues, type Rescue } from '../../src/runtime/session/whatIf.ts';
import { create, show, testRescues } from './whatIfTrials.ts';

describe('why here', () => {
  it('states the figures of the results, of every level', () => {
    const shown = show(create(-3.5, 'lift'));
    const event = shown.run.results.events.at(-1)!;
    for (const row of getLevelLoads(event)) {
      const facts = getFacts(shown, row.level)!;
      expect(facts).toMatchObject({
        peakCompressionN: row.peakCompressionN,
        centralStrengthN: row.centralStrengthN,
        strengthN: row.strengthN,
        loadOverStrength: row.loadOverStrength,
      });
      // a load so far before the centre is this moment
      expect((facts.loadInFrontMm / 1000) * row.peakCompressionN).toBeCloseTo(row.flexionMomentAtPeakNm, 9);
      const broke = event.fractures.some((fracture) => fracture.level === row.level);
      expect(facts.outcome === 'broke').toBe(broke);
    }
    expect(getFacts(shown, findTelling(shown)!)!.rank).toBe(1);
  });

  it('says nothing of loads where an event has none', () => {
    const scenario = { ...create(-3), events: [{ type: 'time', months: 1 } as const] };
    expect(getFacts(show(scenario), 'T12')).toBeNull();
    expect(findTelling(show(create(-3)))).toBeNull();
  });

  testRescues('lift');

  it('stops, and says nothing, where something newer was asked', async () => {
    const rescues: Rescue[] = [];
    for await (const rescue of findRescues(
      create(-3.5, 'lift'),
      'L5',
      createAsk(async () => null),
      getStep,
    ))
      rescues.push(rescue);
    expect(rescues).toEqual([]);
  });
});
