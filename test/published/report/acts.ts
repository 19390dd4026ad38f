import { sayProblem, sayRefusal } from '../../../src/cli/english.ts';
import type { PatientDescription } from '../../../src/core/anatomy/spineModel.ts';
import type { EventResult } from '../../../src/core/simulation/results/results.ts';
import { finish, runScenario } from '../../../src/core/simulation/run.ts';
import { checkScenario } from '../../../src/core/simulation/scenario.ts';
import type { Setting } from './row.ts';

/** The man in whose disc Wilke measured: 45 years, 70 kg; his height (168 cm) is recalled. Healthy discs and bones. */
export const WILKES_MAN: PatientDescription = {
  ageYears: 45,
  sex: 'male',
  heightCm: 168,
  massKg: 70,
  tScore: 0,
  discWear: 0,
};

/** The man of 78 kg after whom the thoracolumbar model is made. */
export const TABLES_MAN: PatientDescription = {
  ageYears: 30,
  sex: 'male',
  heightCm: 175,
  massKg: 78,
  tScore: 0,
  discWear: 0,
};

/** An act as the scenario names it, with the parameters that are not its defaults. */
export type Act = { readonly name: string } & Readonly<Record<string, string | number | boolean>>;

/** Runs one act from rest, or says in a sentence why that is not possible. */
export function runAct(patient: PatientDescription, act: Act, { overrides }: Setting): EventResult | string {
  const reading = checkScenario({
    version: 1,
    patient,
    overrides,
    events: [{ type: 'activity', ...act }],
  });
  if (!reading.ok) return `${act.name}: ${reading.problems.map(sayProblem).join(' ')}`;
  const result = finish(runScenario(reading.scenario)).results.events[0]!;
  return result.feasible ? result : `${act.name}: ${sayRefusal(result.refusal)}`;
}
