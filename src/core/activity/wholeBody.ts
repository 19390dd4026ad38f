import { type BodyShapes, copyShapes } from '../anatomy/columnGeometry.ts';
import { LEVEL_COUNT } from '../anatomy/levels.ts';
import type { SpineModel } from '../anatomy/spineModel.ts';
import { clamp, minimumJerk, mix } from '../math/scalar.ts';
import { GRAVITY } from '../quantity/units.ts';
import { type Act, BED_HEIGHT_M, calcChannel, calcLeanLoadKg } from './act.ts';
import { placeArms } from './arms.ts';
import { calcCentreOfMass } from './bodyMass.ts';
import type { BodyPose } from './bodyPose.ts';
import { FALL_STEP_S } from './fall.ts';
import { calcFootForwardM, calcRiseM, calcStandingLegM, placeLegs } from './legs.ts';
import type { Performance } from './performance.ts';
import { calcSupport } from './support.ts';
import { calcTrunk, movePose } from './trunk.ts';

/** Distance of the whole-body centre of mass in front of the ankles in quiet standing, m at 175 cm (our assumption: mid-foot). */
const BALANCE_M = 0.045;
/** Height of the hip joints above the seat, m at 175 cm, and their distance behind the ankles over the thigh's length (our assumption). */
const HIP_ABOVE_SEAT_M = 0.08;
const SEATED_BEHIND = 0.97;
/** Height of S1 above the mattress lying on the back and on the side, m at 175 cm, and in front of the bed's middle (our assumption). */
const SACRUM_ABOVE_BED_M = { back: 0.1, side: 0.17 } as const;
const SACRUM_ON_BED_M = 0.05;

/** Height of the hip joints in sitting, m. */
export const calcSeatedHipM = (model: SpineModel, act: Act): number =>
  (act.seatHeightM + HIP_ABOVE_SEAT_M) * model.stature;

/** Pose of the whole body at a time of an act. */
export function calcBodyPose(performance: Performance, act: Act, timeS: number, pose: BodyPose): void {
  const { model } = performance;
  pose.pressureKPa = calcChannel(act, 'pressureKPa', timeS);
  pose.tense = calcChannel(act, 'tense', timeS);
  pose.resting = calcChannel(act, 'resting', timeS);
  pose.fallM = calcFallM(performance, timeS);
  pose.seated =
    act.impact && act.impact.on !== 'feet'
      ? minimumJerk(1 - pose.fallM / performance.dropM)
      : calcChannel(act, 'seated', timeS);
  const weightN = model.patient.massKg * GRAVITY;
  pose.handPushN[0] = calcChannel(act, 'pushForwardN', timeS);
  pose.handPushN[1] =
    calcChannel(act, 'pushUpN', timeS) + calcChannel(act, 'pushUpOfWeight', timeS) * weightN;
  calcTrunk(performance, act, timeS, pose);
  if (act.support === 'bed') {
    const { stature } = model;
    const rolled = Math.abs(pose.geometry.sacrumAxes[5]!);
    const above = mix(SACRUM_ABOVE_BED_M.back, SACRUM_ABOVE_BED_M.side, rolled);
    movePose(pose, SACRUM_ON_BED_M * stature, BED_HEIGHT_M + above * stature, 0);
    placeArms(performance, act, timeS, pose);
    placeLegs(model, act, timeS, pose, 0);
  } else placeOnFeet(performance, act, timeS, pose);
  calcSupport(model, act, timeS, pose);
}

/** Position of the hips over the feet so that the whole body balances, or on the way to a seat. */
function placeOnFeet(performance: Performance, act: Act, timeS: number, pose: BodyPose): void {
  const { model } = performance;
  const { seated } = pose;
  const rise = calcRiseM(model, act, 'hipRiseM', timeS);
  const flexion =
    performance.flexedDeg === 0
      ? 0
      : Math.max(0, calcChannel(act, 'trunkFlexionDeg', timeS) / performance.flexedDeg);
  const legM =
    calcStandingLegM(model) -
    calcChannel(act, 'hipDropM', timeS) * model.stature -
    performance.hipDropM * flexion;
  const leanKg = calcLeanLoadKg(act, timeS);
  const feetX =
    (calcFootForwardM(model, act, 0, timeS, pose) + calcFootForwardM(model, act, 1, timeS, pose)) / 2;
  let hipX = feetX;
  let hipZ = 0;
  const passes = seated === 1 ? 0 : BALANCE_PASSES;
  for (let pass = 0; pass < passes; pass++) {
    // the hips move on a circle about the ankles, so that no knee is straightened
    const hipY = model.ankleHeightM + Math.sqrt(legM * legM - (hipX - feetX) * (hipX - feetX)) + rise;
    movePose(pose, hipX - pose.hipM[0]!, hipY - pose.hipM[1]!, hipZ - pose.hipM[2]!);
    placeArms(performance, act, timeS, pose);
    placeLegs(model, act, timeS, pose, 0);
    hipX -= calcCentreOfMass(model, leanKg, pose, 0) - BALANCE_M * model.stature - feetX;
    if (!act.symmetric) hipZ -= calcCentreOfMass(model, leanKg, pose, 2);
  }
  if (seated === 0 && !act.impact) return;
  // the balance is that before the fall: there is no time for another
  const seatX = -SEATED_BEHIND * model.limbs.thigh.lengthM;
  const seatY = calcSeatedHipM(model, act);
  const fallsOn = act.impact?.on;
  const landedY = fallsOn === 'feet' ? pose.hipM[1]! : seatY;
  movePose(
    pose,
    seated * (seatX - pose.hipM[0]!),
    fallsOn ? landedY + pose.fallM - pose.hipM[1]! : seated * (seatY - pose.hipM[1]!),
    -seated * pose.hipM[2]!,
  );
  placeArms(performance, act, timeS, pose);
  placeLegs(model, act, timeS, pose, fallsOn === 'feet' ? Math.max(0, pose.fallM) : 0);
}

/** Passes of the balance; each leaves about a fifth of the imbalance and alternates with the arms. */
const BALANCE_PASSES = 6;

/** Height of falling hips above the point of contact, m. */
function calcFallM({ fallM }: Performance, timeS: number): number {
  if (!fallM) return 0;
  const at = clamp(timeS / FALL_STEP_S, 0, fallM.length - 2);
  const from = Math.floor(at);
  return mix(fallM[from]!, fallM[from + 1]!, at - from);
}

/**
 * Brings collapsed bodies into the pose: their shapes, and the angle by which the discs beside a wedge compensate for it, the
 * same fraction as in standing.
 *
 * @param before the shapes with which the act began
 */
export function setShapes(performance: Performance, before: BodyShapes, now: BodyShapes): void {
  copyShapes(now, performance.shapes);
  performance.yieldedRad.fill(0);
  for (let i = 0; i < LEVEL_COUNT; i++) {
    const half = (performance.model.parameters.neighbourShare * (now.wedgeRad[i]! - before.wedgeRad[i]!)) / 2;
    performance.yieldedRad[i]! += half;
    if (i > 0) performance.yieldedRad[i - 1]! += half;
  }
}
