import { checkScenario, type Scenario } from '../../../src/core/simulation/scenario.ts';

const LIFT = { type: 'activity', name: 'lift', loadKg: 10, technique: 'stoop', reachCm: 35 };

/** A woman of 72 with a T-score, and what she does. */
export function readScenarioOf(tScore: number, ...events: readonly object[]): Scenario {
  const reading = checkScenario({
    version: 1,
    patient: { ageYears: 72, sex: 'female', heightCm: 160, massKg: 60, tScore },
    events: events.length > 0 ? events : [LIFT],
  });
  if (!reading.ok) throw new Error(reading.problems.map(({ code }) => code).join(' '));
  return reading.scenario;
}
