import { expect, it } from 'vitest';
import { getActRow, isChoice } from '../../src/core/activity/actTable.ts';
import { createRunCache, finish, type Run, runScenario } from '../../src/core/simulation/run.ts';
import type { Scenario } from '../../src/core/simulation/scenario.ts';
import { getStep } from '../../src/panels/controls/quantity.ts';
import { findTelling } from '../../src/panels/why/telling.ts';
import { calcPeaks } from '../../src/runtime/session/moment.ts';
import { findRescues, givesWay, type Rescue } from '../../src/runtime/session/whatIf.ts';

export const create = (tScore: number, ...names: string[]): Scenario => ({
  version: 1,
  patient: { ageYears: 72, sex: 'female', heightCm: 160, massKg: 60, tScore },
  events: names.map((name) => ({ type: 'activity', name }) as Scenario['events'][number]),
});
/** Anew each time: what a trial kept must not decide what it finds. */
export const compute = (scenario: Scenario): Run => finish(runScenario(scenario));
export const show = (scenario: Scenario) => {
  const run = compute(scenario);
  return { scenario, run, peaks: calcPeaks(run) };
};
export function createTrials() {
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

/** Asserts what would have saved the level that an act broke. */
export function testRescues(name: string): void {
  it(`what would have saved the level in a ${name} does, and one step further does not`, async () => {
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
  });
}
