import { LEVEL_COUNT } from '../anatomy/levels.ts';
import { calcCondition } from './events/runners.ts';
import { createBoneCondition } from './patient/boneCondition.ts';
import { createPatientModel } from './patient/patientModel.ts';
import { applyCondition, getCentralStrengthN } from './patient/person.ts';
import { createSpineState } from './patient/state.ts';
import type { Scenario } from './scenario.ts';

/** Bones of a patient at other T-scores after the same events, T-score × level: for the picture while the density is dragged. */
export interface BoneTable {
  readonly tScores: readonly number[];
  /** Strength of intact bodies under a central load, N. */
  readonly centralStrengthN: Float64Array;
  /** Mean density of the trabecular bone, mg/cm³, and thickness of the shell, mm. */
  readonly densityMgPerCm3: Float64Array;
  readonly shellMm: Float64Array;
}

const T_SCORES = [-6, -5, -4, -3, -2, -1, 0, 1, 2, 4];

export function calcBoneTable({ patient, overrides, events }: Scenario): BoneTable {
  const size = T_SCORES.length * LEVEL_COUNT;
  const centralStrengthN = new Float64Array(size);
  const densityMgPerCm3 = new Float64Array(size);
  const shellMm = new Float64Array(size);
  T_SCORES.forEach((tScore, row) => {
    const model = createPatientModel({ ...patient, tScore }, overrides);
    const condition = calcCondition(model, createBoneCondition(model), events);
    const person = applyCondition(model, condition);
    createSpineState(person.sections).sections.forEach((state, i) => {
      const at = row * LEVEL_COUNT + i;
      centralStrengthN[at] = getCentralStrengthN(person, i, state);
      densityMgPerCm3[at] = condition.bone[i]!.densityMgPerCm3;
      shellMm[at] = condition.bone[i]!.shellMm;
    });
  });
  return { tScores: T_SCORES, centralStrengthN, densityMgPerCm3, shellMm };
}
