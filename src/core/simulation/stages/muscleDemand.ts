import type { BodyPose } from '../../activity/bodyPose.ts';
import type { ColumnGeometry, DiscAngles } from '../../anatomy/columnGeometry.ts';
import { LEVEL_COUNT, LEVELS } from '../../anatomy/levels.ts';
import type { SpineModel } from '../../anatomy/spineModel.ts';
import { calcPassiveMoment, calcPreloadFactor, passive } from '../../column/passive.ts';
import { clamp } from '../../math/scalar.ts';
import { calcEffortPressureKPa, calcPressureArmM, calcPressureForceN } from '../../muscle/abdomen.ts';
import { type ColumnAcceleration, calcDemand, type OutsideForces } from '../../muscle/demand.ts';

/** Moments and forces of a pose across the discs: 17 × 3, about each disc's axes (to the right, to the left, extension) or along them. */
export interface MuscleDemand {
  /** Moment on the part above, Nm, and force on it without muscles, N. */
  readonly demandNm: Float64Array;
  readonly acrossN: Float64Array;
  /** Moments of ribs and abdominal pressure; of tissues; and what the muscles must add, Nm. */
  readonly assistNm: Float64Array;
  readonly tissueNm: Float64Array;
  readonly wantedNm: Float64Array;
  /** Force of the abdominal pressure that unloads the discs: 17, N. */
  readonly pressureN: Float64Array;
  pressureKPa: number;
}

export const createMuscleDemand = (): MuscleDemand => ({
  demandNm: new Float64Array(3 * LEVEL_COUNT),
  acrossN: new Float64Array(3 * LEVEL_COUNT),
  assistNm: new Float64Array(3 * LEVEL_COUNT),
  tissueNm: new Float64Array(3 * LEVEL_COUNT),
  wantedNm: new Float64Array(3 * LEVEL_COUNT),
  pressureN: new Float64Array(LEVEL_COUNT),
  pressureKPa: 0,
});

const L4_L5 = LEVELS.indexOf('L4');

/** Ribs' share in lateral bending and axial rotation over that in flexion (source iyer-2010: compression −18 % against −33 %). */
const SIDEWARDS_RIBS = 18 / 33;

/**
 * Last disc spanned by the whole rib cage, and first disc spanned by no closed ring of ribs. At T7-T8 the cage still halves the flexion
 * (source liebsch-2020), the tenth rib is attached by cartilage, the eleventh floats; no figure below T8 was found.
 */
const LAST_WHOLE = LEVELS.indexOf('T8');
const FIRST_FREE = LEVELS.indexOf('T10');

/**
 * Moment that rib cage and sternum bear beside the thoracic spine, Nm: the whole share down to T8-T9, none below the tenth rib.
 * They add no compression, so the spine is relieved as much. They do not help in extension. (Source iyer-2010: a third less
 * compression in flexion; as weight is about a quarter of it, that is 0.42 of the moment.)
 */
function calcRibMomentNm(model: SpineModel, i: number, axis: number, demandNm: number): number {
  const share = model.parameters.ribShare * clamp((FIRST_FREE - i) / (FIRST_FREE - LAST_WHOLE), 0, 1);
  return axis === 2 ? share * Math.max(0, demandNm) : share * SIDEWARDS_RIBS * demandNm;
}

/**
 * Inverse dynamics of a pose, less the moments of tissues, ribs and abdominal pressure.
 *
 * @param restFlexionRad flexion of each disc at which its tissues are at rest
 * @param compressionN of each disc, for the stiffness of its tissues; null for a disc fully stiffened by its preload
 */
export function calcMuscleDemand(
  model: SpineModel,
  pose: Pick<BodyPose, 'pressureKPa'> & { geometry: ColumnGeometry; discAngles: DiscAngles },
  acceleration: ColumnAcceleration | null,
  outside: OutsideForces,
  restFlexionRad: Float64Array,
  compressionN: Float64Array | null,
  out: MuscleDemand,
): void {
  const { demandNm, acrossN, assistNm, tissueNm, wantedNm } = out;
  const { discAngles } = pose;
  calcDemand(model, pose.geometry, acceleration, outside, demandNm, acrossN);
  out.pressureKPa = Math.max(pose.pressureKPa, calcEffortPressureKPa(model, demandNm[3 * L4_L5 + 2]!));
  for (let i = 0; i < LEVEL_COUNT; i++) {
    const disc = model.discs[i]!;
    const preload = calcPreloadFactor(compressionN ? compressionN[i]! : 500);
    calcPassiveMoment(disc, discAngles.flexionRad[i]! - restFlexionRad[i]!);
    const at = 3 * i;
    tissueNm[at] = -disc.lateralStiffnessNmPerRad * preload * discAngles.lateralRad[i]!;
    tissueNm[at + 1] = -disc.torsionStiffnessNmPerRad * preload * discAngles.torsionRad[i]!;
    tissueNm[at + 2] = passive.momentNm;
    const pressureN = calcPressureForceN(model, i, out.pressureKPa);
    for (let axis = 0; axis < 3; axis++)
      assistNm[at + axis] = calcRibMomentNm(model, i, axis, demandNm[at + axis]!);
    assistNm[at + 2]! += pressureN * calcPressureArmM(model, i);
    for (let axis = 0; axis < 3; axis++)
      wantedNm[at + axis] = demandNm[at + axis]! - tissueNm[at + axis]! - assistNm[at + axis]!;
    out.pressureN[i] = pressureN;
  }
}

/**
 * Tension of the posterior ligaments that makes their share of a flexed disc's passive moment, N. L5 is also tied to the pelvis: the
 * iliolumbar ligaments act sideways and backwards and add no compression (source yamamoto-1990).
 */
export function calcLigamentN({ parameters, discs }: SpineModel, i: number, passiveNm: number): number {
  const { iliolumbarShare, ligamentArmM } = discs[i]!;
  const share = (1 - parameters.annulusShare) * (1 - iliolumbarShare);
  return (share * Math.max(0, passiveNm)) / ligamentArmM;
}
