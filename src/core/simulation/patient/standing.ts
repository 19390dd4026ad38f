import { calcArmsKg } from '../../activity/bodyMass.ts';
import type { Posture } from '../../activity/posture.ts';
import {
  type BodyShapes,
  type ColumnGeometry,
  calcColumnGeometry,
  createColumnGeometry,
  createDiscAngles,
  type DiscAngles,
  setSacrumPitch,
} from '../../anatomy/columnGeometry.ts';
import { LEVEL_COUNT } from '../../anatomy/levels.ts';
import type { SpineModel } from '../../anatomy/spineModel.ts';
import { calcPreloadFactor, SATURATED_PRELOAD_FACTOR } from '../../column/passive.ts';
import { clamp, findRoot } from '../../math/scalar.ts';
import { createOutsideForces } from '../../muscle/demand.ts';
import { calcMuscleForces } from '../../muscle/muscleSystem.ts';
import { GRAVITY, radians } from '../../quantity/units.ts';
import { GIRDLE } from '../stages/bodyMotion.ts';
import { calcMuscleDemand, createMuscleDemand } from '../stages/muscleDemand.ts';
import { createMuscles, solvePose } from '../stages/muscleSolution.ts';
import { INTACT_SHAPES } from './state.ts';

/**
 * Quiet standing of the person as the scenario begins, without known fractures: the reference for later postures and heights, in
 * which the discs' tissues are at rest.
 */
export interface Standing {
  readonly posture: Posture;
  /** Height of the top of the column above S1, m. */
  readonly topM: number;
  /** Unloaded height of each disc, and position of its upper plate in front of the lower one, m. */
  readonly restHeightM: Float64Array;
  readonly restShearM: Float64Array;
  /** Distance of the centre of the mass above L5–S1 in front of S1, m. */
  readonly balanceM: number;
}

/** Greatest backward tilt of the pelvis to compensate for a forward shift of the trunk (our assumption). */
const PELVIC_LIMIT_RAD = radians(15);

export function createStanding(model: SpineModel): Standing {
  const discAngles = createDiscAngles();
  model.discs.forEach((disc, i) => {
    discAngles.flexionRad[i] = disc.neutralFlexionRad;
  });
  const geometry = createColumnGeometry();
  const sacrumPitchRad = findBalancedPitch(model, INTACT_SHAPES, discAngles, model.neutralBalanceM, geometry);
  setSacrumPitch(geometry, sacrumPitchRad);
  calcColumnGeometry(model, INTACT_SHAPES, discAngles, geometry);
  const loadsN = calcQuietLoads(model, geometry, discAngles);
  const restHeightM = new Float64Array(LEVEL_COUNT);
  const restShearM = new Float64Array(LEVEL_COUNT);
  model.discs.forEach(({ heightM, axialStiffnessNPerM, shearStiffnessNPerM }, i) => {
    const compressionN = loadsN[3 * i + 1]!;
    const preload = calcPreloadFactor(compressionN);
    restHeightM[i] = heightM + (compressionN * SATURATED_PRELOAD_FACTOR) / (axialStiffnessNPerM * preload);
    restShearM[i] = loadsN[3 * i]! / (shearStiffnessNPerM * preload);
  });
  return {
    restHeightM,
    restShearM,
    posture: { flexionRad: discAngles.flexionRad, sacrumPitchRad },
    topM: calcTopM(model, INTACT_SHAPES, geometry),
    balanceM: model.neutralBalanceM,
  };
}

/** Load of each disc in quiet standing, in its axes: forward on the upper body, compression, to the right; 17 × 3, N. */
function calcQuietLoads(model: SpineModel, geometry: ColumnGeometry, discAngles: DiscAngles): Float64Array {
  const outside = createOutsideForces();
  const arms = hangingArms(model, geometry);
  for (let i = GIRDLE.from; i < GIRDLE.from + GIRDLE.count; i++) {
    outside.forceN[3 * i + 1] = -arms.weightN / GIRDLE.count;
    outside.momentNm[3 * i + 2] = (-arms.weightN * arms.x) / GIRDLE.count;
  }
  const demand = createMuscleDemand();
  const pose = { geometry, discAngles, pressureKPa: 0, tense: 0, resting: 0 };
  calcMuscleDemand(model, pose, null, outside, discAngles.flexionRad, null, demand);
  const muscles = createMuscles(model, true);
  solvePose(muscles, pose, demand, null);
  const loadsN = new Float64Array(3 * LEVEL_COUNT);
  calcMuscleForces(muscles, loadsN);
  for (let i = 0; i < LEVEL_COUNT; i++) {
    for (let axis = 0; axis < 3; axis++) loadsN[3 * i + axis]! += demand.acrossN[3 * i + axis]!;
    loadsN[3 * i + 1]! -= demand.pressureN[i]!;
  }
  return loadsN;
}

/**
 * Standing posture once bodies are deformed: the disc spaces keep their angles except where they compensate for a neighbouring
 * wedge, and the pelvis tilts back to bring part of the trunk's weight back over the feet.
 */
export function calcStandingPosture(model: SpineModel, standing: Standing, shapes: BodyShapes): Posture {
  const discAngles = createDiscAngles();
  const { flexionRad } = discAngles;
  flexionRad.set(standing.posture.flexionRad);
  for (let i = 0; i < LEVEL_COUNT; i++) {
    // the spaces above and below a wedge open in front, as far as they can
    const made = (model.parameters.neighbourShare * shapes.wedgeRad[i]!) / 2;
    if (i > 0) flexionRad[i - 1]! -= made;
    flexionRad[i]! -= made;
  }
  const geometry = createColumnGeometry();
  const { sacrumPitchRad } = standing.posture;
  setSacrumPitch(geometry, sacrumPitchRad);
  calcColumnGeometry(model, shapes, discAngles, geometry);
  const shift = calcBalanceM(model, geometry) - standing.balanceM;
  const wanted = standing.balanceM + (1 - model.parameters.pelvicShare) * shift;
  const pitch = findBalancedPitch(model, shapes, discAngles, wanted, geometry);
  return {
    flexionRad,
    sacrumPitchRad: clamp(pitch, sacrumPitchRad - PELVIC_LIMIT_RAD, sacrumPitchRad + PELVIC_LIMIT_RAD),
  };
}

/** Height of the column's top above S1: centre of T1's upper end plate, m. */
export function calcTopM(model: SpineModel, shapes: BodyShapes, geometry: ColumnGeometry): number {
  const half = (model.vertebrae[0]!.heightM - shapes.shorteningM[0]!) / 2;
  return geometry.originM[1]! + half * geometry.axes[4]! - geometry.sacrumM[1]!;
}

/** Pitch of S1 at which the mass above L5–S1 is at the given distance in front of S1, rad. */
function findBalancedPitch(
  model: SpineModel,
  shapes: BodyShapes,
  discAngles: DiscAngles,
  balanceM: number,
  geometry: ColumnGeometry,
): number {
  return findRoot(
    (pitch) => {
      setSacrumPitch(geometry, pitch);
      calcColumnGeometry(model, shapes, discAngles, geometry);
      return balanceM - calcBalanceM(model, geometry);
    },
    radians(-85),
    radians(10),
  );
}

/** Distance of the centre of the mass above L5–S1, arms hanging, in front of S1, m. */
function calcBalanceM(model: SpineModel, geometry: ColumnGeometry): number {
  const arms = hangingArms(model, geometry);
  let mass = arms.weightN / GRAVITY;
  let moment = mass * arms.x;
  for (let i = 0; i < LEVEL_COUNT; i++) {
    mass += model.vertebrae[i]!.massKg;
    moment += model.vertebrae[i]!.massKg * geometry.massM[3 * i]!;
  }
  return moment / mass - geometry.sacrumM[0]!;
}

/** Weight of both arms, N, hanging from the shoulders in front of T1, and its position, m. */
function hangingArms(model: SpineModel, geometry: ColumnGeometry): { weightN: number; x: number } {
  return {
    weightN: calcArmsKg(model) * GRAVITY,
    x: geometry.originM[0]! + model.shoulderFromT1M[0],
  };
}
