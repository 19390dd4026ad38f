import { levelIndex } from '../../../src/core/anatomy/levels.ts';
import type { PatientDescription } from '../../../src/core/anatomy/spineModel.ts';
import { createSectionState } from '../../../src/core/bone/section.ts';
import { calcStrengthN } from '../../../src/core/bone/strength.ts';
import { calcCondition } from '../../../src/core/simulation/events/runners.ts';
import { applyCondition, createPerson, type Person } from '../../../src/core/simulation/patient/person.ts';
import { finish, type Run, runScenario } from '../../../src/core/simulation/run.ts';
import { checkScenario } from '../../../src/core/simulation/scenario.ts';
import type { Setting } from './row.ts';

/** The woman of the trials of medicines. */
export const TRIAL_WOMAN: PatientDescription = {
  ageYears: 72,
  sex: 'female',
  heightCm: 160,
  massKg: 62,
  tScore: -2.8,
};

export const months = (n: number) => ({ type: 'time', months: n });
export const start = (type: string, name: string) => ({ type, name, action: 'start' });
export const stop = (type: string, name: string) => ({ type, name, action: 'stop' });

/** A person after some events, without what they do to the bodies' shapes. */
export function live(patient: PatientDescription, events: readonly object[], { overrides }: Setting): Person {
  const reading = checkScenario({ version: 1, patient, overrides, events });
  if (!reading.ok) throw new Error(reading.problems.map(({ code }) => code).join(' '));
  const person = createPerson(patient, overrides);
  return applyCondition(
    person.patient,
    calcCondition(person.patient, person.condition, reading.scenario.events),
  );
}

/** Change of what is measured by some events, %, over the same person at another time or without them. */
export const calcChangePercent = (
  before: Person,
  after: Person,
  measure: (person: Person) => number,
): number => 100 * (measure(after) / measure(before) - 1);

/** Areal density of the lumbar spine by DXA, g/cm² (reference women's T = 0 and its deviation). */
export const measureAreal = ({ condition }: Person): number => 1.047 + 0.11 * condition.tScore;

export const measureTrabecular =
  (level = 'L3' as Parameters<typeof levelIndex>[0]) =>
  ({ condition }: Person): number =>
    condition.bone[levelIndex(level)]!.densityMgPerCm3;

export const measureShell = ({ condition }: Person): number => condition.bone[levelIndex('L3')]!.shellMm;

/** Mean strength of L1 and L2 under a central load, by density and shape alone, N. */
export const measureStrength = (person: Person): number => {
  const of = (i: number) => calcStrengthN(person.sections[i]!, createSectionState(person.sections[i]!), 0);
  return (of(levelIndex('L1')) + of(levelIndex('L2'))) / (2 * person.condition.qualityFactor);
};

/** Mineral per volume of trabecular bone inside a shell of 1000 mg/cm³, as QCT measures a body whole, mg/cm³. */
const SHELL_MG_PER_CM3 = 1000;
export const measureIntegral =
  (level: Parameters<typeof levelIndex>[0]) =>
  ({ sections }: Person): number => {
    const { areaMm2, trabecularCount, count, densityMgPerCm3 } = sections[levelIndex(level)]!;
    let core = 0;
    let shell = 0;
    for (let j = 0; j < count; j++)
      if (j < trabecularCount) core += areaMm2[j]!;
      else shell += areaMm2[j]!;
    return (core * densityMgPerCm3 + shell * SHELL_MG_PER_CM3) / (core + shell);
  };

/** A scenario of some patient, run whole. */
export function runPatient(patient: object, events: readonly object[], { overrides }: Setting): Run {
  const reading = checkScenario({ version: 1, patient, overrides, events });
  if (!reading.ok) throw new Error(reading.problems.map(({ code }) => code).join(' '));
  return finish(runScenario(reading.scenario));
}
