import type { SpineModel } from '../anatomy/spineModel.ts';
import { minimumJerk, mix } from '../math/scalar.ts';
import { type Act, BED_HEIGHT_M, calcChannel, calcGreatestLoadKg } from './act.ts';
import type { BodyPose } from './bodyPose.ts';
import { ELBOW, HAND, LOAD, SHOULDER, SIDE } from './landmarks.ts';
import { placeMiddleJoint } from './limb.ts';
import type { Performance } from './performance.ts';

/** Fraction of the arm's length that is used: elbows never extend fully. */
const REACH_FRACTION = 0.996;
/** Distance of hanging hands, and of hands in front of the body, from the mid plane over the shoulders' (our assumption). */
const HANGING_WIDTH = 1.1;
const HOLDING_WIDTH = 0.8;

/** Protraction of the shoulders when the arms reach forward, m at 175 cm (our assumption). */
const PROTRACTION_M = 0.07;
/** Distance of a held load's centre beyond the hands, m (our assumption: a box held by its sides). */
export const GRIP_BEHIND_LOAD_M = 0.07;

/** Greatest reach of the hands in front of the shoulders at rest, m. */
export const calcLongestReachM = (model: SpineModel): number =>
  STRETCHED * calcArmLengthM(model) + PROTRACTION_M * model.stature;
const STRETCHED = 0.97;

export const calcArmLengthM = ({ limbs }: SpineModel): number =>
  REACH_FRACTION * (limbs.upperArm.lengthM + limbs.forearm.lengthM + limbs.hand.lengthM);

/** Positions of arms and load: the hands hang, lie beside the body, or are in front of it; elbows point back and out. */
export function placeArms(performance: Performance, act: Act, timeS: number, pose: BodyPose): void {
  const { model } = performance;
  const { limbs, stature, shoulderHalfSpacingM } = model;
  const { landmarksM, geometry } = pose;
  const arm = calcArmLengthM(model);
  const low = act.handsLow ? calcChannel(act, 'handsLow', timeS) : 0;
  const forward = calcChannel(act, 'handForwardM', timeS) * (act.handsLow ? 1 : scaleOf(act, stature));
  const up = calcChannel(act, 'handUpM', timeS) * stature;
  const out = calcChannel(act, 'handOutM', timeS) * stature;
  for (let side = 0; side < 2; side++) {
    const blend = calcChannel(act, side === 0 ? 'handsRight' : 'handsLeft', timeS);
    const s = SHOULDER[side]!;
    const h = HAND[side]!;
    const sign = SIDE[side]!;
    // position of the shoulder as the trunk carries it
    landmarksM[s]! -= pose.protractedM[side]!;
    pose.protractedM[side] = 0;
    const sx = landmarksM[s]!;
    const sy = landmarksM[s + 1]!;
    const sz = landmarksM[s + 2]!;
    let hx = sx;
    let hy = sy - arm;
    let hz = sz + sign * (HANGING_WIDTH - 1) * shoulderHalfSpacingM;
    if (act.support === 'bed') {
      // the upper arm of one on the side lies on the body; hands of one who rises leave the mattress where it is out of reach
      const above = minimumJerk((sign * geometry.axes[5]! - 0.3) / 0.4);
      const wx = arm * STRETCHED;
      const wy = mix(BED_HEIGHT_M + 0.05, sy, above) - sy;
      const wz = hz - sz;
      const distance = Math.sqrt(wx * wx + wy * wy + wz * wz);
      const nearer = smoothMinimum(distance, 0.98 * arm, ROUNDING_M) / distance;
      hx = sx + nearer * wx;
      hy = sy + nearer * wy;
      hz = sz + nearer * wz;
    }
    if (blend > 0) {
      // the shoulders are protracted; what is still out of reach comes nearer along its line from the shoulder
      const held = act.leans ? GRIP_BEHIND_LOAD_M : 0;
      const ahead = geometry.sacrumM[0]! + forward - held - sx;
      const protracted = PROTRACTION_M * stature * blend * minimumJerk((ahead / arm - 0.6) / 0.4);
      landmarksM[s] = sx + protracted;
      pose.protractedM[side] = protracted;
      const wx = ahead - protracted;
      const wy = mix(geometry.sacrumM[1]! + up, performance.handleHeightM, low) - sy;
      const wz = sign * (HOLDING_WIDTH * shoulderHalfSpacingM + out) - sz;
      const distance = Math.sqrt(wx * wx + wy * wy + wz * wz);
      const nearer = smoothMinimum(distance, arm, ROUNDING_M) / distance;
      hx = mix(hx, sx + protracted + wx * nearer, blend);
      hy = mix(hy, sy + wy * nearer, blend);
      hz = mix(hz, sz + wz * nearer, blend);
    }
    landmarksM[h] = hx;
    landmarksM[h + 1] = hy;
    landmarksM[h + 2] = hz;
    placeMiddleJoint(
      landmarksM,
      s,
      h,
      limbs.upperArm.lengthM,
      limbs.forearm.lengthM + limbs.hand.lengthM,
      -1,
      -0.35,
      0.45 * sign,
      ELBOW[side]!,
    );
    placeArmMass(model, pose, side);
  }
  placeLoad(performance, act, timeS, pose);
}

/** Scale of a reach: one that a scenario gives is in centimetres for everybody, the table's own grows with stature. */
const scaleOf = (act: Act, stature: number): number => (calcGreatestLoadKg(act) > 0 ? 1 : stature);

function placeArmMass({ limbs }: SpineModel, { landmarksM, armMassM }: BodyPose, side: number): void {
  const { upperArm, forearm, hand } = limbs;
  const m = upperArm.massKg + forearm.massKg + hand.massKg;
  const along =
    (forearm.massKg * forearm.centreM + hand.massKg * (forearm.lengthM + hand.centreM / 2)) /
    (forearm.massKg + hand.massKg) /
    (forearm.lengthM + hand.lengthM);
  const upper = upperArm.massKg / m;
  const near = upperArm.centreM / upperArm.lengthM;
  for (let axis = 0; axis < 3; axis++) {
    const shoulder = landmarksM[SHOULDER[side]! + axis]!;
    const elbow = landmarksM[ELBOW[side]! + axis]!;
    const end = landmarksM[HAND[side]! + axis]!;
    armMassM[3 * side + axis] = upper * mix(shoulder, elbow, near) + (1 - upper) * mix(elbow, end, along);
  }
}

/** Position of the load: where it stands or is handed over, or between the hands that carry it. */
function placeLoad(performance: Performance, act: Act, timeS: number, pose: BodyPose): void {
  const { landmarksM } = pose;
  pose.loadKg = calcChannel(act, 'loadKg', timeS);
  pose.loadRight = calcChannel(act, 'loadRight', timeS);
  pose.loadWaits =
    calcGreatestLoadKg(act) > 0 && pose.loadKg === 0 && timeS < Math.min(act.durationS / 2, act.brokenOffS);
  for (let axis = 0; axis < 3; axis++)
    landmarksM[LOAD + axis] =
      pose.loadWaits && act.handsLow
        ? performance.loadStartM[axis]!
        : mix(landmarksM[HAND[1] + axis]!, landmarksM[HAND[0] + axis]!, pose.loadRight);
  if (act.leans) landmarksM[LOAD]! += GRIP_BEHIND_LOAD_M;
}

/** Lesser of two lengths, m, rounded where they cross, so that the path of a hand has no corner. */
function smoothMinimum(a: number, b: number, roundingM: number): number {
  const difference = a - b;
  return (a + b - Math.sqrt(difference * difference + roundingM * roundingM)) / 2;
}
const ROUNDING_M = 0.02;
