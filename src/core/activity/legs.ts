import type { SpineModel } from '../anatomy/spineModel.ts';
import { mix } from '../math/scalar.ts';
import { type Act, BED_HEIGHT_M, calcChannel } from './act.ts';
import type { BodyPose } from './bodyPose.ts';
import type { Channel } from './channels.ts';
import { ANKLE, HIP, KNEE, SIDE, TOE } from './landmarks.ts';
import { placeMiddleJoint } from './limb.ts';

/** Fraction of the leg's length that is used: knees never extend fully. */
const REACH_FRACTION = 0.997;

/** Distance from hip to ankle in quiet standing, m. */
export const calcStandingLegM = ({ limbs }: SpineModel): number =>
  REACH_FRACTION * (limbs.thigh.lengthM + limbs.shank.lengthM);

/** Height by which feet or hips rise, m: a stair is as high for everybody, other rises grow with stature. */
export const calcRiseM = (model: SpineModel, act: Act, channel: Channel, timeS: number): number =>
  calcChannel(act, channel, timeS) * (act.stairs ? 1 : model.stature);

/** Position of a foot in front of where both stand at rest, m; in a fall on the ground the feet slide there as the hips come down. */
export function calcFootForwardM(
  model: SpineModel,
  act: Act,
  side: number,
  timeS: number,
  pose: BodyPose,
): number {
  const extent = act.impact?.on === 'ground' ? pose.seated : 1;
  return (
    extent * model.stature * calcChannel(act, side === 0 ? 'rightFootForwardM' : 'leftFootForwardM', timeS)
  );
}

/**
 * Positions of the legs: ankles where the feet stand (or along the bed), knees forward (or up).
 *
 * @param fallM height of feet that fall with the hips above the place where they stop
 */
export function placeLegs(model: SpineModel, act: Act, timeS: number, pose: BodyPose, fallM: number): void {
  const { thigh, shank, foot } = model.limbs;
  const { landmarksM } = pose;
  for (let side = 0; side < 2; side++) {
    const a = ANKLE[side]!;
    const h = HIP[side]!;
    const t = TOE[side]!;
    if (act.support === 'bed') {
      placeLyingLeg(model, act, timeS, pose, side);
      continue;
    }
    const up = calcRiseM(model, act, side === 0 ? 'rightFootUpM' : 'leftFootUpM', timeS);
    landmarksM[a] = calcFootForwardM(model, act, side, timeS, pose);
    landmarksM[a + 1] = model.ankleHeightM + up + fallM;
    landmarksM[a + 2] = SIDE[side]! * model.pelvis.hipHalfSpacingM;
    landmarksM[t] = landmarksM[a]! + foot.lengthM * 0.75;
    landmarksM[t + 1] = landmarksM[a + 1]! - model.ankleHeightM + 0.02;
    landmarksM[t + 2] = landmarksM[a + 2]!;
    placeMiddleJoint(landmarksM, h, a, thigh.lengthM, shank.lengthM, 1, 0.2, 0, KNEE[side]!);
  }
}

function placeLyingLeg(model: SpineModel, act: Act, timeS: number, pose: BodyPose, side: number): void {
  const { thigh, shank, foot } = model.limbs;
  const { landmarksM, geometry } = pose;
  const bent = calcChannel(act, 'kneesBent', timeS);
  const a = ANKLE[side]!;
  const h = HIP[side]!;
  // direction of the knees across the bed: square to the pelvis' right and to the bed, so that it stays as it is while one sits up
  const rightY = geometry.sacrumAxes[5]!;
  const rightZ = geometry.sacrumAxes[8]!;
  const across = Math.sqrt(rightY * rightY + rightZ * rightZ);
  const upwards = rightZ / across;
  const sideways = -rightY / across;
  const length = mix(0.99, 0.7, bent) * (thigh.lengthM + shank.lengthM);
  landmarksM[a] = landmarksM[h]! + length;
  // heels on the mattress; a leg that lies on the side lies on the other
  landmarksM[a + 1] = mix(landmarksM[h + 1]! - 0.03, BED_HEIGHT_M + 0.05, Math.abs(upwards));
  landmarksM[a + 2] = landmarksM[h + 2]!;
  placeMiddleJoint(landmarksM, h, a, thigh.lengthM, shank.lengthM, 0, upwards, sideways, KNEE[side]!);
  landmarksM[TOE[side]!] = landmarksM[a]! + 0.06;
  landmarksM[TOE[side]! + 1] = landmarksM[a + 1]! + foot.lengthM * 0.7 * upwards;
  landmarksM[TOE[side]! + 2] = landmarksM[a + 2]! + foot.lengthM * 0.7 * sideways;
}
