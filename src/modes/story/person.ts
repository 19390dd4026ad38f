import type { ActName } from '../../core/activity/actTable.ts';
import type { LevelLoad } from '../../core/simulation/results/results.ts';
import type { Run } from '../../core/simulation/run.ts';
import type { Patient, Scenario, ScenarioEvent } from '../../core/simulation/scenario.ts';
import { createActivity } from '../../panels/acts/actGroups.ts';
import type { ActValue } from '../../panels/controls/quantity.ts';

/** Computes a scenario. */
export type Ask = (scenario: Scenario) => Promise<Run>;

/** Whose story it is: the patient, and what the lab has changed. */
export type Person = Pick<Scenario, 'patient' | 'overrides'>;

/** The T-score of strong bone: a young adult's mean. */
export const STRONG_T = 0;

export const createScenario = (
  { patient, overrides }: Person,
  events: readonly ScenarioEvent[],
): Scenario => ({
  version: 1,
  patient,
  ...(overrides && { overrides }),
  events: [...events],
});

/** An act with its defaults written out, but for what is said. */
export const act = (name: ActName, values: Readonly<Record<string, ActValue>> = {}) =>
  createActivity(name, { [name]: values });

/** The same person before any fracture. */
export function dropFractures({ patient, overrides }: Person): Person {
  const { knownFractures: _, ...unfractured } = patient;
  return { patient: unfractured, overrides };
}

export const withPatient = ({ patient, overrides }: Person, change: Partial<Patient>): Person => ({
  patient: { ...patient, ...change },
  overrides,
});

/** The level that came nearest to its strength in a run's last event that loads anything. */
export function findNearest({ results }: Run): LevelLoad {
  const { levels } = results.events.filter((event) => event.levels.length > 0).at(-1)!;
  return levels.reduce((worst, row) => (row.loadOverStrength > worst.loadOverStrength ? row : worst));
}

export const isBroken = ({ results }: Run): boolean =>
  results.events.some(({ fractures }) => fractures.length > 0);
