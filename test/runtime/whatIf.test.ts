import { describe, expect, it } from 'vitest';
import { getActRow, isChoice } from '../../src/core/activity/actTable.ts';
import { getLevelLoads } from '../../src/core/simulation/results/results.ts';
import { createRunCache, finish, type Run, runScenario } from '../../src/core/simulation/run.ts';
import type { Scenario } from '../../src/core/simulation/scenario.ts';
import { getStep } from '../../src/panels/controls/quantity.ts';
import { getFacts } from '../../src/panels/why/facts.ts';
import { findTelling } from '../../src/panels/why/telling.ts';
import { createAsk } from '../../src/runtime/session/ask.ts';
import { calcPeaks } from '../../src/runtime/session/moment.ts';
import { findBreakingTScore, findRescues, givesWay, type Rescue } from '../../src/runtime/session/whatIf.ts';

const create = (tScore: number, ...names: string[]): Scenario => ({
  version: 1,
  patient: { ageYears: 72, sex: 'female', heightCm: 160, massKg: 60, tScore },
  events: names.map((name) => ({ type: 'activity', name }) as Scenario['events'][number]),
});
/** Anew each time: what a trial kept must not decide what it finds. */
const compute = (scenario: Scenario): Run => finish(runScenario(scenario));
const show = (scenario: Scenario) => {
  const run = compute(scenario);
  return { scenario, run, peaks: calcPeaks(run) };
};
function createTrials() {
  const cache = createRunCache();
  return async (scenario: Scenario) => finish(runScenario(scenario, cache));
}

/** The same trial one step of its control further. */
function goTooFar(rescue: Rescue, scenario: Scenario): Scenario | null {
  if (rescue.kind === 'option') return null;
  if (rescue.kind === 'density')
    return { ...scenario, patient: { ...scenario.patient, tScore: rescue.tScore - 0.1 } };
  const event = rescue.scenario.events.at(-1)!;
  if (event.type !== 'activity') return null;
  const parameter = getActRow(event.name).parameters[rescue.key]!;
  if (isChoice(parameter)) return null;
  const value = rescue.value + getStep(parameter.unit);
  return { ...scenario, events: [...scenario.events.slice(0, -1), { ...event, [rescue.key]: value }] };
}

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

  it.each(['lift', 'fall-seated'])(
    'what would have saved the level in a %s does, and one step further does not',
    async (name) => {
      const scenario = create(-3.5, name);
      const level = findTelling(show(scenario))!;
      expect(givesWay(compute(scenario), level, 'last')).toBe(true);
      const rescues: Rescue[] = [];
      for await (const rescue of findRescues(scenario, level, createTrials(), getStep)) rescues.push(rescue);
      expect(rescues.length).toBeGreaterThan(1);
      for (const rescue of rescues) {
        expect(givesWay(compute(rescue.scenario), level, 'last'), JSON.stringify(rescue)).toBe(false);
        const further = goTooFar(rescue, scenario);
        if (further) expect(givesWay(compute(further), level, 'last'), JSON.stringify(rescue)).toBe(true);
      }
    },
  );

  it('what would have broken a level that held does, and a tenth of a T-score more does not', async () => {
    const scenario = create(-2, 'fall-seated');
    expect(givesWay(compute(scenario), 'L1', 'last')).toBe(false);
    const tScore = (await findBreakingTScore(scenario, 'L1', createTrials()))!;
    const at = (t: number) => compute({ ...scenario, patient: { ...scenario.patient, tScore: t } });
    expect(givesWay(at(tScore), 'L1', 'any')).toBe(true);
    expect(givesWay(at(tScore + 0.1), 'L1', 'any')).toBe(false);
  });

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
