import type { Scenario } from '../../core/simulation/scenario.ts';

/** Scenario on the stage where the address has none. */
export const DEFAULT_SCENARIO: Scenario = {
  version: 1,
  patient: { ageYears: 72, sex: 'female', heightCm: 160, massKg: 60, tScore: -3.5 },
  events: [],
};
