import { type ActName, type ActParameters, type ActRow, getActRow } from '../../core/activity/actTable.ts';
import type { ActivityEvent, Patient, Scenario, ScenarioEvent } from '../../core/simulation/scenario.ts';

/** Functions that make scenarios from scenarios, for all modes and panels. */

/** Person of a scenario: the patient, and the overrides of the lab. */
export type Person = Pick<Scenario, 'patient' | 'overrides'>;

/** T-score of strong bone: a young adult's mean. */
export const STRONG_T = 0;

/** Value of an act's parameter in a scenario. */
export type ActValue = number | string;

export const listParameters = (name: ActName): [string, ActRow['parameters'][string]][] =>
  Object.entries(getActRow(name).parameters);

/** Act with its defaults written out, apart from the given values, so that a link keeps its meaning when a default changes. */
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

/** Number of possible seeds: 32 bits. */
const SEEDS = 2 ** 32;

/** Next seed after a seed, 1 after none. */
export const findNextSeed = (seed: number | undefined): number => ((seed ?? 0) + 1) % SEEDS;

/** Scenario with the bones' scatter by this seed, or without scatter. */
export function withSeed(scenario: Scenario, seed: number | undefined): Scenario {
  const { strengthScatterSeed: _, ...equal } = scenario.patient;
  return { ...scenario, patient: seed === undefined ? equal : { ...equal, strengthScatterSeed: seed } };
}

export const withPatient = ({ patient, overrides }: Person, change: Partial<Patient>): Person => ({
  patient: { ...patient, ...change },
  overrides,
});
