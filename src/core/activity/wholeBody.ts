import type { BodyShapes } from '../anatomy/columnGeometry.ts';
import { LEVEL_COUNT } from '../anatomy/levels.ts';
import type { SpineModel } from '../anatomy/spineModel.ts';
import { clamp, findRoot, mix } from '../math/scalar.ts';
import { GRAVITY } from '../quantity/units.ts';
import {
  type Act,
  BED_HEIGHT_M,
  calcChannel,
  calcGraspS,
  calcGreatestLoadKg,
  calcLeanLoadKg,
} from './act.ts';
import { calcArmLengthM, calcLongestReachM, GRIP_BEHIND_LOAD_M, placeArms } from './arms.ts';
import { calcCentreOfMass } from './bodyMass.ts';
import { type BodyPose, createBodyPose } from './bodyPose.ts';
import { calcDescent, calcFall, FALL_STEP_S } from './fall.ts';
import { ANKLE, HAND, SHOULDER } from './landmarks.ts';
import { calcStandingLegM, placeLegs } from './legs.ts';
import { createPerformance, type Performance } from './performance.ts';
import { calcFlexedPosture, type Posture } from './posture.ts';
import { calcSupport } from './support.ts';
import { calcTrunk, movePose } from './trunk.ts';

/** Whole-body centre of mass in front of the ankles in quiet standing, m at 175 cm (source model: middle of the foot). */
const BALANCE_M = 0.045;
/** Hip joints above the seat they sit on, m at 175 cm, and behind the ankles, as a share of the thigh (source model). */
const HIP_ABOVE_SEAT_M = 0.08;
const SEATED_BEHIND = 0.97;
/** S1 above a mattress, m at 175 cm, and in front of the bed's middle (source model). */
const SACRUM_ABOVE_BED_M = 0.1;
const SACRUM_ON_BED_M = 0.05;

/** @returns the performance, or a sentence that says what this person cannot reach */
export function preparePerformance(
  model: SpineModel,
  shapes: BodyShapes,
  upright: Posture,
  act: Act,
): Performance | string {
  const performance = createPerformance(model, shapes, upright, act);
  if (act.leans) leanToReach(performance, act);
  if (act.impact) {
    performance.fallM = calcFall(model, act, act.impact, calcDropM(model, act));
    performance.contactS = calcDescent(act.impact, calcDropM(model, act)).contactS;
  }
  if (calcGreatestLoadKg(act) === 0 && !act.handsLow) return performance;
  return findReach(performance, act) ?? performance;
}

/** Height of the hips' course above the place they fall to: from standing to the seat, or what the act says. */
function calcDropM(model: SpineModel, act: Act): number {
  if (act.impact?.dropM) return act.impact.dropM;
  return model.ankleHeightM + calcStandingLegM(model) - calcSeatedHipM(model, act);
}

const calcSeatedHipM = (model: SpineModel, act: Act): number =>
  (act.seatHeightM + HIP_ABOVE_SEAT_M) * model.stature;

/** Most that someone leans forward to reach, degrees, and how far back to balance a load held in front, degrees per Nm (source model). */
const MOST_LEAN_DEG = 40;
const LEAN_BACK_DEG_PER_NM = 0.05;

/** Inclines the trunk: forward as far as the arms need, else back against the load. */
function leanToReach(performance: Performance, act: Act): void {
  const { model, shapes, upright } = performance;
  const pose = createBodyPose();
  const reachM = calcChannel(act, 'handForwardM', act.durationS);
  const lean = (leanDeg: number): void => {
    performance.flexed = calcFlexedPosture(model, shapes, upright, act.technique, leanDeg);
    performance.flexedDeg = 1;
  };
  const calcMissingM = (leanDeg: number): number => {
    lean(leanDeg);
    calcTrunk(performance, act, act.durationS, pose);
    return reachM - GRIP_BEHIND_LOAD_M - pose.landmarksM[SHOULDER[0]]! - calcLongestReachM(model);
  };
  const back = -LEAN_BACK_DEG_PER_NM * calcGreatestLoadKg(act) * GRAVITY * reachM;
  if (calcMissingM(back) <= 0) lean(back);
  else if (calcMissingM(MOST_LEAN_DEG) >= 0) lean(MOST_LEAN_DEG);
  else lean(findRoot((x) => -calcMissingM(x), back, MOST_LEAN_DEG, 1e-6));
}

/** Lets the hips down where handles are low. Returns a sentence where the load stands too far away. */
function findReach(performance: Performance, act: Act): string | null {
  const { model } = performance;
  const pose = createBodyPose();
  const arm = calcArmLengthM(model);
  const graspS = calcGraspS(act);
  const times = act.handsLow ? [graspS] : [0, act.durationS / 2, act.durationS];
  for (const timeS of times) {
    calcTrunk(performance, act, timeS, pose);
    const forward = calcChannel(act, 'handForwardM', timeS);
    const ahead = forward - (act.leans ? GRIP_BEHIND_LOAD_M : 0) - pose.landmarksM[SHOULDER[0]]!;
    const longest = act.handsLow ? arm : calcLongestReachM(model);
    if (Math.max(calcChannel(act, 'handsRight', timeS), calcChannel(act, 'handsLeft', timeS)) === 0) continue;
    if (Math.abs(ahead) > longest + 1e-6)
      return `The load is ${Math.round(forward * 100)} cm in front of L5–S1, and this person reaches ${Math.floor((forward - ahead + longest) * 100)} cm.`;
    if (!act.handsLow) continue;
    const handsAboveS1 = pose.landmarksM[SHOULDER[0] + 1]! - Math.sqrt(arm * arm - ahead * ahead);
    const hipHeight = performance.handleHeightM - handsAboveS1 + pose.hipM[1]!;
    const leg = calcStandingLegM(model);
    performance.hipDropM = clamp(model.ankleHeightM + leg - hipHeight, 0, 0.6 * leg);
    calcBodyPose(performance, act, graspS, pose);
    for (let axis = 0; axis < 3; axis++)
      performance.loadStartM[axis] =
        (pose.landmarksM[HAND[0] + axis]! + pose.landmarksM[HAND[1] + axis]!) / 2;
  }
  return null;
}

/** The whole body at a moment of an act. */
export function calcBodyPose(performance: Performance, act: Act, timeS: number, pose: BodyPose): void {
  const { model } = performance;
  pose.pressureKPa = calcChannel(act, 'pressureKPa', timeS);
  pose.tense = calcChannel(act, 'tense', timeS);
  pose.resting = calcChannel(act, 'resting', timeS);
  pose.fallM = calcFallM(performance, timeS);
  const weightN = model.patient.massKg * GRAVITY;
  pose.handPushN[0] = calcChannel(act, 'pushForwardN', timeS);
  pose.handPushN[1] =
    calcChannel(act, 'pushUpN', timeS) + calcChannel(act, 'pushUpOfWeight', timeS) * weightN;
  calcTrunk(performance, act, timeS, pose);
  if (act.support === 'bed') {
    const { stature } = model;
    movePose(pose, SACRUM_ON_BED_M * stature, BED_HEIGHT_M + SACRUM_ABOVE_BED_M * stature, 0);
    placeArms(performance, act, timeS, pose);
    placeLegs(model, act, timeS, pose);
  } else placeOnFeet(performance, act, timeS, pose);
  calcSupport(model, act, pose);
}

/** Hips over the feet so that the whole body balances, or on the way to a seat. */
function placeOnFeet(performance: Performance, act: Act, timeS: number, pose: BodyPose): void {
  const { model } = performance;
  const seated = calcChannel(act, 'seated', timeS);
  const rise = calcChannel(act, 'hipRiseM', timeS);
  const flexion =
    performance.flexedDeg === 0
      ? 0
      : Math.max(0, calcChannel(act, 'trunkFlexionDeg', timeS) / performance.flexedDeg);
  const legM =
    calcStandingLegM(model) -
    calcChannel(act, 'hipDropM', timeS) * model.stature -
    performance.hipDropM * flexion;
  const leanKg = calcLeanLoadKg(act, timeS);
  const falls = act.impact?.on === 'feet' ? pose.fallM : 0;
  let hipX = 0;
  let hipZ = 0;
  const passes = seated === 1 ? 0 : BALANCE_PASSES;
  for (let pass = 0; pass < passes; pass++) {
    // hips circle the ankles, so that no knee is pulled straight
    const hipY = model.ankleHeightM + Math.sqrt(legM * legM - hipX * hipX) + rise + falls;
    movePose(pose, hipX - pose.hipM[0]!, hipY - pose.hipM[1]!, hipZ - pose.hipM[2]!);
    placeArms(performance, act, timeS, pose);
    placeLegs(model, act, timeS, pose);
    const feetX = (pose.landmarksM[ANKLE[0]]! + pose.landmarksM[ANKLE[1]]!) / 2;
    hipX -= calcCentreOfMass(model, leanKg, pose, 0) - BALANCE_M * model.stature - feetX;
    if (!act.symmetric) hipZ -= calcCentreOfMass(model, leanKg, pose, 2);
  }
  if (seated > 0) {
    const seatX = -SEATED_BEHIND * model.limbs.thigh.lengthM;
    const seatY = calcSeatedHipM(model, act);
    const hipY = act.impact ? seatY + pose.fallM : mix(passes ? pose.hipM[1]! : seatY, seatY, seated);
    movePose(
      pose,
      mix(passes ? pose.hipM[0]! : seatX, seatX, seated) - pose.hipM[0]!,
      hipY - pose.hipM[1]!,
      -pose.hipM[2]!,
    );
    placeArms(performance, act, timeS, pose);
    placeLegs(model, act, timeS, pose);
  } else if (act.impact && act.impact.on !== 'feet') {
    movePose(pose, 0, calcSeatedHipM(model, act) + pose.fallM - pose.hipM[1]!, 0);
    placeArms(performance, act, timeS, pose);
    placeLegs(model, act, timeS, pose);
  }
}

/** Each pass leaves about a fifth of the imbalance, in turn with the arms. */
const BALANCE_PASSES = 6;

/** Height of falling hips above the place they fall to, m. */
function calcFallM({ fallM }: Performance, timeS: number): number {
  if (!fallM) return 0;
  const at = clamp(timeS / FALL_STEP_S, 0, fallM.length - 2);
  const from = Math.floor(at);
  return mix(fallM[from]!, fallM[from + 1]!, at - from);
}

/** Discs beside bodies that wedged during the act give way, so that the trunk stays where it was going, rad. */
export function setYielded(performance: Performance, calcGainedRad: (level: number) => number): void {
  performance.yieldedRad.fill(0);
  for (let i = 0; i < LEVEL_COUNT; i++) {
    const half = calcGainedRad(i) / 2;
    performance.yieldedRad[i]! += half;
    if (i > 0) performance.yieldedRad[i - 1]! += half;
  }
}
