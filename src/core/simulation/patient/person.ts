import { LEVEL_COUNT } from '../../anatomy/levels.ts';
import type { PatientDescription, SpineModel } from '../../anatomy/spineModel.ts';
import {
  createSection,
  createSectionState,
  RASTER,
  type Section,
  type SectionState,
  scaleSection,
} from '../../bone/section.ts';
import { calcWorkingStiffness } from '../../bone/stiffness.ts';
import { calcStrengthN } from '../../bone/strength.ts';
import { type BoneCondition, createBoneCondition } from './boneCondition.ts';
import { createPatientModel, type PatientModel } from './patientModel.ts';
import type { Standing } from './standing.ts';

/** The patient in the condition at the start of an event: what the stages read. */
export interface Person {
  readonly patient: PatientModel;
  readonly condition: BoneCondition;
  /** The patient's model with the condition's muscles and discs. */
  readonly model: SpineModel;
  readonly standing: Standing;
  readonly sections: readonly Section[];
  readonly found: Found;
}

/** Properties of sections, computed once: between events states are replaced, never changed. */
interface Found {
  /** Strength under a central load, N. */
  readonly centralStrengthN: WeakMap<SectionState, number>;
  /** Deflection of the end plates under load, both together, mm/N; of each intact body, NaN until it is computed. */
  readonly plateDeflectionMmPerN: WeakMap<SectionState, number>;
  readonly intactPlateDeflectionMmPerN: Float64Array;
}

const createFound = (): Found => ({
  centralStrengthN: new WeakMap(),
  plateDeflectionMmPerN: new WeakMap(),
  intactPlateDeflectionMmPerN: new Float64Array(LEVEL_COUNT).fill(Number.NaN),
});

/** A patient as the scenario begins. */
export function createPerson(
  patient: PatientDescription,
  overrides: Readonly<Record<string, number>> = {},
): Person {
  const model = createPatientModel(patient, overrides);
  return applyCondition(model, createBoneCondition(model));
}

/** The patient in a condition. */
export function applyCondition(patient: PatientModel, condition: BoneCondition): Person {
  const { discWear, musclePressurePa, bone } = condition;
  const model = Object.freeze({ ...patient.model, discWear, musclePressurePa });
  return {
    patient,
    condition,
    model,
    standing: patient.standing,
    sections: bone.map((own, i) =>
      scaleSection(createSection(model, i, RASTER, own), patient.strengthFactor[i]!),
    ),
    found: createFound(),
  };
}

/** The same person with other sections. */
export const withSections = (person: Person, sections: readonly Section[]): Person => ({
  ...person,
  sections,
  found: createFound(),
});

/** Load within the elastic range of every body, N. */
const WORKING_N = 200;

const calcPlateDeflectionMmPerN = (section: Section, state: SectionState): number =>
  calcWorkingStiffness(section, state, WORKING_N, 0).plateDeflectionMm / WORKING_N;

/** Elastic deflection of an intact body's end plates under load, both together, mm/N. */
export function getIntactPlateDeflectionMmPerN({ found, sections }: Person, i: number): number {
  const { intactPlateDeflectionMmPerN } = found;
  if (Number.isNaN(intactPlateDeflectionMmPerN[i]!))
    intactPlateDeflectionMmPerN[i] = calcPlateDeflectionMmPerN(
      sections[i]!,
      createSectionState(sections[i]!),
    );
  return intactPlateDeflectionMmPerN[i]!;
}

/** Elastic deflection of a body's end plates under load, both together, mm/N. */
export function getPlateDeflectionMmPerN(person: Person, i: number, state: SectionState): number {
  const { plateDeflectionMmPerN } = person.found;
  let deflection = plateDeflectionMmPerN.get(state);
  if (deflection === undefined) {
    // a body without crush or cement is intact
    const untouched =
      state.crushMm.every((crush) => crush === 0) && state.cement.every((cement) => cement === 0);
    deflection = untouched
      ? getIntactPlateDeflectionMmPerN(person, i)
      : calcPlateDeflectionMmPerN(person.sections[i]!, state);
    plateDeflectionMmPerN.set(state, deflection);
  }
  return deflection;
}

/** Strength of a level under a central load, N. */
export function getCentralStrengthN({ found, sections }: Person, i: number, state: SectionState): number {
  let strength = found.centralStrengthN.get(state);
  if (strength === undefined) {
    strength = calcStrengthN(sections[i]!, state, 0);
    found.centralStrengthN.set(state, strength);
  }
  return strength;
}
