import type { Posture } from '../activity/posture.ts';
import {
  type BodyShapes,
  type ColumnGeometry,
  calcColumnGeometry,
  createColumnGeometry,
} from '../anatomy/columnGeometry.ts';
import { LEVEL_COUNT, LEVELS } from '../anatomy/levels.ts';
import type { SpineModel } from '../anatomy/spineModel.ts';
import { calcPreloadFactor, SATURATED_PRELOAD_FACTOR } from '../column/passive.ts';
import { clamp, findRoot } from '../math/scalar.ts';
import { cos, sin } from '../math/transcendental.ts';
import { calcFlexorFloorN } from '../muscle/abdomen.ts';
import { calcMomentDemand, type OutsideForce } from '../muscle/demand.ts';
import { calcMusclePair, type MusclePair } from '../muscle/equivalentMuscles.ts';
import { GRAVITY, radians } from '../quantity/units.ts';
import { INTACT_SHAPES } from './state.ts';

/**
 * Share of a forward bending moment that rib cage and sternum bear beside the thoracic spine: a third (source iyer-2010),
 * fading over the floating ribs. They press nothing together, so the spine is spared as much.
 */
function calcRibShare(model: SpineModel, i: number): number {
  const { ribShare } = model.parameters;
  return ribShare * clamp((LEVELS.indexOf('T12') - i) / 3, 0, 1);
}

/** That share as a moment, Nm, of the extension that a pose demands; the ribs do not help in bending backwards. */
export const calcRibMomentNm = (model: SpineModel, i: number, demandNm: number): number =>
  calcRibShare(model, i) * Math.max(0, demandNm);

/**
 * The person as grown, standing still: the reference that later postures and heights are measured from, and in which the
 * discs' tissues are at rest.
 */
export interface Standing {
  readonly posture: Posture;
  /** Height of the top of the column above S1, m. */
  readonly topM: number;
  /** Height of each disc with no load on it, and its upper plate's place in front of the lower one's, m. */
  readonly restHeightM: Float64Array;
  readonly restShearM: Float64Array;
  /** Centre of the mass above L5–S1 in front of S1, m. */
  readonly balanceM: number;
}

/** How far the pelvis can turn back to make good a forward shift of the trunk (source model). */
const PELVIC_LIMIT_RAD = radians(15);

export function createStanding(model: SpineModel): Standing {
  const flexionRad = Float64Array.from(model.discs, (disc) => disc.neutralFlexionRad);
  const geometry = createColumnGeometry();
  const sacrumPitchRad = findBalancedPitch(model, INTACT_SHAPES, flexionRad, model.neutralBalanceM, geometry);
  calcColumnGeometry(model, INTACT_SHAPES, flexionRad, 0, 0, sacrumPitchRad, geometry);
  const demand = new Float64Array(LEVEL_COUNT);
  calcMomentDemand(model, geometry, null, hangingArms(model, geometry), demand);
  const { compressionN, shearN } = calcStaticLoads(model, geometry, demand);
  const restHeightM = compressionN.map((load, i) => {
    const { heightM, axialStiffnessNPerM } = model.discs[i]!;
    return heightM + (load * SATURATED_PRELOAD_FACTOR) / (axialStiffnessNPerM * calcPreloadFactor(load));
  });
  const restShearM = shearN.map(
    (load, i) => load / (model.discs[i]!.shearStiffnessNPerM * calcPreloadFactor(compressionN[i]!)),
  );
  return {
    restHeightM,
    restShearM,
    posture: { flexionRad, sacrumPitchRad },
    topM: calcTopM(model, INTACT_SHAPES, geometry),
    balanceM: model.neutralBalanceM,
  };
}

/**
 * What each disc carries in quiet standing, N: the weight above and the muscles that balance it, along the disc's axis, and
 * the force towards the back that keeps the upper body from sliding down the disc's slope.
 */
function calcStaticLoads(
  model: SpineModel,
  geometry: ColumnGeometry,
  demandNm: Float64Array,
): { readonly compressionN: Float64Array; readonly shearN: Float64Array } {
  const pair: MusclePair = { extensorN: 0, flexorN: 0 };
  const shearN = new Float64Array(LEVEL_COUNT);
  let weightN = -hangingArms(model, geometry).forceY;
  const compressionN = demandNm.map((moment, i) => {
    weightN += model.vertebrae[i]!.massKg * GRAVITY;
    calcMusclePair(
      model.discs[i]!,
      moment - calcRibMomentNm(model, i, moment),
      calcFlexorFloorN(model, i, 0),
      pair,
    );
    shearN[i] = weightN * sin(geometry.discPitchRad[i]!);
    return weightN * cos(geometry.discPitchRad[i]!) + pair.extensorN + pair.flexorN;
  });
  return { compressionN, shearN };
}

/**
 * How the same person stands once bodies are deformed: the disc spaces keep their angles but for what neighbours of a wedge
 * make good, and the pelvis turns back to bring part of the trunk's weight back over the feet.
 */
export function calcStandingPosture(model: SpineModel, standing: Standing, shapes: BodyShapes): Posture {
  const flexionRad = standing.posture.flexionRad.slice();
  for (let i = 0; i < LEVEL_COUNT; i++) {
    // the spaces above and below a wedge open in front, as far as they can
    const made = (model.parameters.neighbourShare * shapes.wedgeRad[i]!) / 2;
    if (i > 0) flexionRad[i - 1]! -= made;
    flexionRad[i]! -= made;
  }
  const geometry = createColumnGeometry();
  const { sacrumPitchRad } = standing.posture;
  calcColumnGeometry(model, shapes, flexionRad, 0, 0, sacrumPitchRad, geometry);
  const shift = calcBalanceM(model, geometry) - standing.balanceM;
  const wanted = standing.balanceM + (1 - model.parameters.pelvicShare) * shift;
  const pitch = findBalancedPitch(model, shapes, flexionRad, wanted, geometry);
  return {
    flexionRad,
    sacrumPitchRad: clamp(pitch, sacrumPitchRad - PELVIC_LIMIT_RAD, sacrumPitchRad + PELVIC_LIMIT_RAD),
  };
}

/** Top of the column above S1: centre of T1's upper end plate, m. */
export function calcTopM(model: SpineModel, shapes: BodyShapes, geometry: ColumnGeometry): number {
  const half = (model.vertebrae[0]!.heightM - shapes.shorteningM[0]!) / 2;
  return geometry.originY[0]! + half * cos(geometry.pitchRad[0]!) - geometry.sacrumY;
}

/** Pitch of S1 at which the mass above L5–S1 stands the given distance in front of S1. */
function findBalancedPitch(
  model: SpineModel,
  shapes: BodyShapes,
  flexionRad: Float64Array,
  balanceM: number,
  geometry: ColumnGeometry,
): number {
  return findRoot(
    (pitch) => {
      calcColumnGeometry(model, shapes, flexionRad, 0, 0, pitch, geometry);
      return balanceM - calcBalanceM(model, geometry);
    },
    radians(-85),
    radians(10),
  );
}

/** Centre of the mass above L5–S1, arms hanging, in front of S1, m. */
function calcBalanceM(model: SpineModel, geometry: ColumnGeometry): number {
  const arms = hangingArms(model, geometry);
  const armsKg = -arms.forceY / GRAVITY;
  let mass = armsKg;
  let moment = armsKg * arms.x;
  for (let i = 0; i < LEVEL_COUNT; i++) {
    mass += model.vertebrae[i]!.massKg;
    moment += model.vertebrae[i]!.massKg * geometry.massX[i]!;
  }
  return moment / mass - geometry.sacrumX;
}

/** Weight of both arms hanging from the shoulders, which stand in front of T1; acts at (x, any height). */
function hangingArms(model: SpineModel, geometry: ColumnGeometry): OutsideForce & { readonly x: number } {
  const { upperArm, forearm, hand } = model.limbs;
  const x = geometry.originX[0]! + model.shoulderFromT1M[0];
  const forceY = -2 * (upperArm.massKg + forearm.massKg + hand.massKg) * GRAVITY;
  return { x, forceX: 0, forceY, momentNm: x * forceY };
}
