import { LEVEL_COUNT } from '../anatomy/levels.ts';
import type { SpineModel } from '../anatomy/spineModel.ts';
import { mix } from '../math/scalar.ts';
import type { BodyPose } from './bodyPose.ts';
import { ANKLE, HAND, HIP, KNEE, LOAD } from './landmarks.ts';

/** Mass of both arms, kg. */
export const calcArmsKg = ({ limbs }: SpineModel): number =>
  2 * (limbs.upperArm.massKg + limbs.forearm.massKg + limbs.hand.massKg);

/**
 * Position of the centre of mass of the whole body and the load it leans against along one world axis, m.
 *
 * @param axis 0 forward, 2 to the right
 */
export function calcCentreOfMass(model: SpineModel, loadKg: number, pose: BodyPose, axis: 0 | 2): number {
  const { thigh, shank, foot } = model.limbs;
  const { vertebrae, pelvis } = model;
  const { landmarksM, armMassM, geometry } = pose;
  const armsKg = calcArmsKg(model);
  const footForward = axis === 0 ? foot.centreM : 0;
  let mass = pelvis.massKg + armsKg + loadKg + 2 * (thigh.massKg + shank.massKg + foot.massKg);
  let moment =
    pelvis.massKg * pose.hipM[axis]! +
    (armsKg / 2) * (armMassM[axis]! + armMassM[3 + axis]!) +
    loadKg * landmarksM[(pose.loadWaits ? HAND[0] : LOAD) + axis]!;
  for (let side = 0; side < 2; side++) {
    const hip = landmarksM[HIP[side]! + axis]!;
    const knee = landmarksM[KNEE[side]! + axis]!;
    const ankle = landmarksM[ANKLE[side]! + axis]!;
    moment +=
      thigh.massKg * mix(hip, knee, thigh.centreM / thigh.lengthM) +
      shank.massKg * mix(knee, ankle, shank.centreM / shank.lengthM) +
      foot.massKg * (ankle + footForward);
  }
  for (let i = 0; i < LEVEL_COUNT; i++) {
    mass += vertebrae[i]!.massKg;
    moment += vertebrae[i]!.massKg * geometry.massM[3 * i + axis]!;
  }
  return moment / mass;
}
