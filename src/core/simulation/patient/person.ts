import { LEVEL_COUNT } from '../../anatomy/levels.ts';
import { createSpineModel, type PatientDescription, type SpineModel } from '../../anatomy/spineModel.ts';
import { createSection, createSectionState, type Section, type SectionState } from '../../bone/section.ts';
import { calcWorkingStiffness } from '../../bone/stiffness.ts';
import { calcStrengthN } from '../../bone/strength.ts';
import { createRandom } from '../../math/random.ts';
import { createMuscleSystem, type MuscleSystem } from '../../muscle/muscleSystem.ts';
import { drawStrengthScatter } from '../cohort/strengthScatter.ts';
import { scaleSection } from '../cohort/strengths.ts';
import { calcTissueLimits } from '../stages/tissueLimits.ts';
import { createStanding, type Standing } from './standing.ts';

/** A patient made ready: what does not change while the scenario runs, and strengths already searched for. */
export interface Person {
  readonly model: SpineModel;
  readonly sections: readonly Section[];
  readonly standing: Standing;
  /** Fascicles for what is symmetric, and (made when first asked for) for what is not. */
  readonly muscles: { readonly symmetric: MuscleSystem; full: MuscleSystem | null };
  /** Sag of the end plates of each intact body under load, both together, mm/N. */
  readonly intactBowlMmPerN: Float64Array;
  /** Central strength, and sag of the end plates, of each section state met so far: states are replaced, never changed, between events. */
  readonly centralStrengthN: WeakMap<SectionState, number>;
  readonly bowlMmPerN: WeakMap<SectionState, number>;
}

export function createPerson(
  patient: PatientDescription,
  overrides: Readonly<Record<string, number>> = {},
): Person {
  const model = createSpineModel(patient, overrides);
  const symmetric = createMuscleSystem(model, calcTissueLimits(model), true, getPower(model));
  const scatter = drawScatter(patient);
  const sections = Array.from({ length: LEVEL_COUNT }, (_, i) =>
    scaleSection(createSection(model, i), scatter[i]!),
  );
  return {
    model,
    sections,
    standing: createStanding(model, symmetric),
    muscles: { symmetric, full: null },
    intactBowlMmPerN: Float64Array.from(sections, (section) =>
      calcBowlMmPerN(section, createSectionState(section)),
    ),
    centralStrengthN: new WeakMap(),
    bowlMmPerN: new WeakMap(),
  };
}

/** Factors on the strength of T1 … L5: 1 unless the patient has a seed. */
const drawScatter = ({ strengthScatterSeed }: PatientDescription): Float64Array =>
  strengthScatterSeed === undefined
    ? new Float64Array(LEVEL_COUNT).fill(1)
    : drawStrengthScatter(createRandom(strengthScatterSeed));

/** A load that every body bears without harm, N. */
const WORKING_N = 200;

const calcBowlMmPerN = (section: Section, state: SectionState): number =>
  calcWorkingStiffness(section, state, WORKING_N, 0).bowlMm / WORKING_N;

/** Elastic sag of a body's end plates under load, both together, mm/N. */
export function getBowlMmPerN(person: Person, i: number, state: SectionState): number {
  let bowl = person.bowlMmPerN.get(state);
  if (bowl === undefined) {
    // a body that nothing has happened to is as it was grown
    const untouched =
      state.crushMm.every((crush) => crush === 0) && state.cement.every((cement) => cement === 0);
    bowl = untouched ? person.intactBowlMmPerN[i]! : calcBowlMmPerN(person.sections[i]!, state);
    person.bowlMmPerN.set(state, bowl);
  }
  return bowl;
}

/** Power of the muscles' cost: 3, or 2 where the scenario overrides it so. */
const getPower = ({ parameters }: SpineModel): 2 | 3 => (parameters.muscleCostPower < 2.5 ? 2 : 3);

export function getMuscles(person: Person, symmetric: boolean): MuscleSystem {
  if (symmetric) return person.muscles.symmetric;
  person.muscles.full ??= createMuscleSystem(
    person.model,
    calcTissueLimits(person.model),
    false,
    getPower(person.model),
  );
  return person.muscles.full;
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
