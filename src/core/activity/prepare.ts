import type { BodyShapes } from '../anatomy/columnGeometry.ts';
import type { SpineModel } from '../anatomy/spineModel.ts';
import { clamp, findRoot } from '../math/scalar.ts';
import type { Coded } from '../quantity/coded.ts';
import { GRAVITY } from '../quantity/units.ts';
import { type Act, calcChannel, calcGraspS, calcGreatestLoadKg } from './act.ts';
import { calcArmLengthM, calcLongestReachM, GRIP_BEHIND_LOAD_M } from './arms.ts';
import { createBodyPose } from './bodyPose.ts';
import { calcDescent, calcFall } from './fall.ts';
import { HAND, SHOULDER } from './landmarks.ts';
import { calcStandingLegM } from './legs.ts';
import { createPerformance, type Performance } from './performance.ts';
import { calcFlexedPosture, type Posture } from './posture.ts';
import { calcTrunk } from './trunk.ts';
import { calcBodyPose, calcSeatedHipM } from './wholeBody.ts';

/** Refusal where the load is out of reach: its distance `loadCm` and the reach `reachCm`, both in front of L5–S1. */
export type ReachRefusal = Coded<'reach'>;

/** @returns the performance, or the refusal where this person cannot reach the load */
export function preparePerformance(
  model: SpineModel,
  shapes: BodyShapes,
  upright: Posture,
  act: Act,
): Performance | ReachRefusal {
  const performance = createPerformance(model, shapes, upright, act);
  if (act.leans) leanToReach(performance, act);
  if (act.impact) {
    performance.dropM = calcDropM(model, act);
    performance.fallM = calcFall(model, act, act.impact, performance.dropM);
    performance.contactS = calcDescent(act.impact, performance.dropM).contactS;
  }
  if (calcGreatestLoadKg(act) === 0 && !act.handsLow) return performance;
  return findReach(performance, act) ?? performance;
}

/** Height of the hips' course above the point of contact, m: from standing to the seat, or as the act says. */
function calcDropM(model: SpineModel, act: Act): number {
  if (act.impact?.dropM) return act.impact.dropM;
  return model.ankleHeightM + calcStandingLegM(model) - calcSeatedHipM(model, act);
}

/** Greatest forward lean to reach, degrees, and backward lean to balance a load held in front, degrees per Nm (our assumption). */
const MOST_LEAN_DEG = 40;
const LEAN_BACK_DEG_PER_NM = 0.05;

/** Sets the inclination of the trunk: forward as far as the arms need, otherwise back against the load. */
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

/** Lowers the hips where the handles are low. */
function findReach(performance: Performance, act: Act): ReachRefusal | null {
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
      return {
        code: 'reach',
        values: {
          loadCm: Math.round(forward * 100),
          reachCm: Math.floor((forward - ahead + longest) * 100),
        },
      };
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
