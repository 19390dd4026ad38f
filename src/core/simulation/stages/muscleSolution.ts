import type { BodyPose } from '../../activity/bodyPose.ts';
import { LEVEL_COUNT } from '../../anatomy/levels.ts';
import type { SpineModel } from '../../anatomy/spineModel.ts';
import {
  calcMuscleLines,
  createMuscleSystem,
  type MuscleSystem,
  setFloors,
} from '../../muscle/muscleSystem.ts';
import { solveMuscles } from '../../muscle/staticOptimisation.ts';
import type { MuscleDemand } from './muscleDemand.ts';
import { calcTissueLimits } from './tissueLimits.ts';

/** Fascicles of the trunk for one act, with memory of their own. @param symmetric both sides do the same, so that one stands for both */
export const createMuscles = (model: SpineModel, symmetric: boolean): MuscleSystem =>
  createMuscleSystem(model, calcTissueLimits(model), symmetric, getPower(model));

/** Exponent of the muscles' cost: 3, or 2 where the scenario sets it so. */
const getPower = ({ parameters }: SpineModel): 2 | 3 => (parameters.muscleCostPower < 2.5 ? 2 : 3);

/** Static optimisation of the fascicles' forces for the moments of a pose, into the system's solver. */
export function solvePose(
  system: MuscleSystem,
  pose: Pick<BodyPose, 'geometry' | 'tense' | 'resting'>,
  demand: MuscleDemand,
  feedbackNm: Float64Array | null,
): void {
  const { wantedNm } = system.solver.problem;
  calcMuscleLines(system, pose.geometry);
  setFloors(system, demand.pressureKPa, pose.tense, pose.resting);
  const { rowsPerDisc } = system;
  for (let i = 0; i < LEVEL_COUNT; i++)
    for (let row = 0; row < rowsPerDisc; row++) {
      const at = 3 * i + 3 - rowsPerDisc + row;
      wantedNm[rowsPerDisc * i + row] = demand.wantedNm[at]! + (feedbackNm ? feedbackNm[at]! : 0);
    }
  solveMuscles(system.solver);
}
