import { calcUsualDiscWear } from '../../anatomy/discWear.ts';
import { LEVELS } from '../../anatomy/levels.ts';
import { calcMusclePressurePa } from '../../anatomy/spineModel.ts';
import { calcLevelBone, type LevelBone } from '../../bone/section.ts';
import type { PatientModel } from './patientModel.ts';

/** Condition of the patient's bones, discs and muscles, which time and treatments change. Plain data; events replace it. */
export interface BoneCondition {
  readonly ageYears: number;
  /** Disc wear, 0 healthy … 1 worn through. */
  readonly discWear: number;
  /** Specific tension of the muscles, Pa: greatest force of a fascicle over its area. */
  readonly musclePressurePa: number;
  /** T1 … L5. */
  readonly bone: readonly LevelBone[];
}

/** Condition as the scenario begins. */
export const createBoneCondition = ({ model }: PatientModel): BoneCondition => ({
  ageYears: model.patient.ageYears,
  discWear: model.discWear,
  musclePressurePa: model.musclePressurePa,
  bone: LEVELS.map((_, i) => calcLevelBone(model, i)),
});

/** Condition some months later: weaker muscles and more worn discs, as is usual at that age; the bone stays as it is. */
export function applyAgeing(
  { model }: PatientModel,
  condition: BoneCondition,
  months: number,
): BoneCondition {
  const ageYears = condition.ageYears + months / 12;
  const wear = calcUsualDiscWear(ageYears) - calcUsualDiscWear(condition.ageYears);
  return {
    ...condition,
    ageYears,
    discWear: Math.min(1, condition.discWear + wear),
    musclePressurePa: calcMusclePressurePa(model.parameters, { sex: model.patient.sex, ageYears }),
  };
}
