import { LEVEL_COUNT } from '../anatomy/levels.ts';
import { createSpineModel, type PatientDescription, type SpineModel } from '../anatomy/spineModel.ts';
import { createSection, type Section, type SectionState } from '../bone/section.ts';
import { calcStrengthN } from '../bone/strength.ts';
import { createStanding, type Standing } from './standing.ts';

/** A patient made ready: what does not change while the scenario runs, and strengths already searched for. */
export interface Person {
  readonly model: SpineModel;
  readonly sections: readonly Section[];
  readonly standing: Standing;
  /** Central strength of each section state met so far: states are replaced, never changed, between events. */
  readonly centralStrengthN: WeakMap<SectionState, number>;
}

export function createPerson(
  patient: PatientDescription,
  overrides: Readonly<Record<string, number>> = {},
): Person {
  const model = createSpineModel(patient, overrides);
  return {
    model,
    sections: Array.from({ length: LEVEL_COUNT }, (_, i) => createSection(model, i)),
    standing: createStanding(model),
    centralStrengthN: new WeakMap(),
  };
}

/** Strength of a level under a central load, N. */
export function getCentralStrengthN(person: Person, i: number, state: SectionState): number {
  let strength = person.centralStrengthN.get(state);
  if (strength === undefined) {
    strength = calcStrengthN(person.sections[i]!, state, 0);
    person.centralStrengthN.set(state, strength);
  }
  return strength;
}
