import { type ActName, type ActParameters, type ActRow, getActRow } from '../../core/activity/actTable.ts';
import type { ActivityEvent, Patient, Scenario, ScenarioEvent } from '../../core/simulation/scenario.ts';

/** Scenarios made from scenarios: whoever shows, tells, asks or compares puts them together here. */

/** Who a scenario is about: the patient, and what the lab has changed. */
export type Person = Pick<Scenario, 'patient' | 'overrides'>;

/** The T-score of strong bone: a young adult's mean. */
export const STRONG_T = 0;

/** What a scenario sets of an act. */
export type ActValue = number | string;

export const listParameters = (name: ActName): [string, ActRow['parameters'][string]][] =>
  Object.entries(getActRow(name).parameters);

/** An act with its defaults written out, but for what is said: a link keeps its meaning when a default changes. */
export function createActivity<N extends ActName>(name: N, values: ActParameters<N> = {}): ActivityEvent {
  const defaults = listParameters(name).map(([key, parameter]) => [key, parameter.default] as const);
  return { ...Object.fromEntries(defaults), ...values, type: 'activity', name };
}

export const createScenario = (
  { patient, overrides }: Person,
  events: readonly ScenarioEvent[] = [],
): Scenario => ({
  version: 1,
  patient,
  ...(overrides && { overrides }),
  events: [...events],
});

/** The same person before any fracture. */
export function dropFractures({ patient, overrides }: Person): Person {
  const { knownFractures: _, ...unfractured } = patient;
  return { patient: unfractured, overrides };
}

/** Whole numbers that a seed can be: 32 bits. */
const SEEDS = 2 ** 32;

/** The seed after a seed, 1 after none. */
export const findNextSeed = (seed: number | undefined): number => ((seed ?? 0) + 1) % SEEDS;

/** The same figures with bones by this chance, or of equal quality. */
export function withSeed(scenario: Scenario, seed: number | undefined): Scenario {
  const { strengthScatterSeed: _, ...equal } = scenario.patient;
  return { ...scenario, patient: seed === undefined ? equal : { ...equal, strengthScatterSeed: seed } };
}

export const withPatient = ({ patient, overrides }: Person, change: Partial<Patient>): Person => ({
  patient: { ...patient, ...change },
  overrides,
});
