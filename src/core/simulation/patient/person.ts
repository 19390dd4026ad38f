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
import { radians } from '../../quantity/units.ts';
import { findBrace } from '../../treatment/effects.ts';
import { type BoneCondition, createBoneCondition } from './boneCondition.ts';
import { createPatientModel, type PatientModel } from './patientModel.ts';
import type { Standing } from './standing.ts';

/** The patient in the condition in which an event finds her: what the stages read. */
export interface Person {
  readonly patient: PatientModel;
  readonly condition: BoneCondition;
  /** The patient's, with the condition's muscles and discs. */
  readonly model: SpineModel;
  readonly standing: Standing;
  readonly sections: readonly Section[];
  readonly found: Found;
}

/** Properties of sections, searched for once: states are replaced, never changed, between events. */
interface Found {
  /** Strength under a central load, N. */
  readonly centralStrengthN: WeakMap<SectionState, number>;
  /** Sag of the end plates under load, both together, mm/N; of each intact body, NaN until it is asked for. */
  readonly bowlMmPerN: WeakMap<SectionState, number>;
  readonly intactBowlMmPerN: Float64Array;
}

const createFound = (): Found => ({
  centralStrengthN: new WeakMap(),
  bowlMmPerN: new WeakMap(),
  intactBowlMmPerN: new Float64Array(LEVEL_COUNT).fill(Number.NaN),
});

/** A patient as the scenario begins. */
export function createPerson(
  patient: PatientDescription,
  overrides: Readonly<Record<string, number>> = {},
): Person {
  const model = createPatientModel(patient, overrides);
  return applyCondition(model, createBoneCondition(model));
}

/** The patient in a condition. @param before whose bodies, and what was found of them, are hers where their bone is the same */
export function applyCondition(patient: PatientModel, condition: BoneCondition, before?: Person): Person {
  const { discWear, musclePressurePa, bone, qualityFactor } = condition;
  const brace = findBrace(condition.courses);
  const model = Object.freeze({ ...patient.model, discWear, musclePressurePa, brace });
  const standing = { ...patient.standing, uprightRad: radians(condition.uprightDeg) };
  if (before && hasSameBone(before.condition, condition)) return { ...before, condition, model, standing };
  return {
    patient,
    condition,
    model,
    standing,
    sections: bone.map((own, i) =>
      scaleSection(createSection(model, i, RASTER, own), patient.strengthFactor[i]! * qualityFactor),
    ),
    found: createFound(),
  };
}

const hasSameBone = (a: BoneCondition, b: BoneCondition): boolean =>
  a.discWear === b.discWear &&
  a.qualityFactor === b.qualityFactor &&
  a.bone.every(
    (own, i) =>
      own.densityMgPerCm3 === b.bone[i]!.densityMgPerCm3 &&
      own.shellMm === b.bone[i]!.shellMm &&
      own.anteriorWeakness === b.bone[i]!.anteriorWeakness,
  );

/** The same person with other bodies. */
export const withSections = (person: Person, sections: readonly Section[]): Person => ({
  ...person,
  sections,
  found: createFound(),
});

/** A load that every body bears without harm, N. */
const WORKING_N = 200;

const calcBowlMmPerN = (section: Section, state: SectionState): number =>
  calcWorkingStiffness(section, state, WORKING_N, 0).bowlMm / WORKING_N;

/** Elastic sag of an intact body's end plates under load, both together, mm/N. */
export function getIntactBowlMmPerN({ found, sections }: Person, i: number): number {
  const { intactBowlMmPerN } = found;
  if (Number.isNaN(intactBowlMmPerN[i]!))
    intactBowlMmPerN[i] = calcBowlMmPerN(sections[i]!, createSectionState(sections[i]!));
  return intactBowlMmPerN[i]!;
}

/** Elastic sag of a body's end plates under load, both together, mm/N. */
export function getBowlMmPerN(person: Person, i: number, state: SectionState): number {
  const { bowlMmPerN } = person.found;
  let bowl = bowlMmPerN.get(state);
  if (bowl === undefined) {
    // a body that nothing has happened to is as it was grown
    const untouched =
      state.crushMm.every((crush) => crush === 0) && state.cement.every((cement) => cement === 0);
    bowl = untouched ? getIntactBowlMmPerN(person, i) : calcBowlMmPerN(person.sections[i]!, state);
    bowlMmPerN.set(state, bowl);
  }
  return bowl;
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
