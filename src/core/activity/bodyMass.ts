import { LEVEL_COUNT } from '../anatomy/levels.ts';
import type { SpineModel } from '../anatomy/spineModel.ts';
import { mix } from '../math/scalar.ts';
import type { BodyPose } from './wholeBody.ts';

/** Centre of mass of the whole body and the load it leans against, m in front of the ankles. */
export function calcCentreOfMassX(model: SpineModel, loadKg: number, pose: BodyPose): number {
  const { thigh, shank, foot, upperArm, forearm, hand } = model.limbs;
  const { vertebrae, pelvis } = model;
  const armsKg = 2 * (upperArm.massKg + forearm.massKg + hand.massKg);
  let mass = pelvis.massKg + armsKg + loadKg + 2 * (thigh.massKg + shank.massKg + foot.massKg);
  let moment =
    pelvis.massKg * pose.hip.x +
    armsKg * pose.armMass.x +
    loadKg * pose.hand.x +
    2 * thigh.massKg * mix(pose.hip.x, pose.knee.x, thigh.centreM / thigh.lengthM) +
    2 * shank.massKg * mix(pose.knee.x, 0, shank.centreM / shank.lengthM) +
    2 * foot.massKg * foot.centreM;
  for (let i = 0; i < LEVEL_COUNT; i++) {
    mass += vertebrae[i]!.massKg;
    moment += vertebrae[i]!.massKg * pose.geometry.massX[i]!;
  }
  return moment / mass;
}
