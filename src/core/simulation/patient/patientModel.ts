import { LEVEL_COUNT } from '../../anatomy/levels.ts';
import { createSpineModel, type PatientDescription, type SpineModel } from '../../anatomy/spineModel.ts';
import { createRandom } from '../../math/random.ts';
import { createStanding, type Standing } from './standing.ts';
import { drawStrengthScatter } from './strengthScatter.ts';

/** The patient as the scenario begins; events do not change this. */
export interface PatientModel {
  readonly model: SpineModel;
  readonly standing: Standing;
  /** Factor on the strength of T1 … L5: 1 unless the patient has a seed. */
  readonly strengthFactor: Float64Array;
}

export function createPatientModel(
  patient: PatientDescription,
  overrides: Readonly<Record<string, number>> = {},
): PatientModel {
  const model = createSpineModel(patient, overrides);
  const seed = patient.strengthScatterSeed;
  return Object.freeze({
    model,
    standing: createStanding(model),
    strengthFactor:
      seed === undefined ? new Float64Array(LEVEL_COUNT).fill(1) : drawStrengthScatter(createRandom(seed)),
  });
}
