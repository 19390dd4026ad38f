import { LEVEL_COUNT, LEVELS } from '../anatomy/levels.ts';
import type { SpineModel } from '../anatomy/spineModel.ts';
import { GRAVITY } from '../quantity/units.ts';
import type { Act } from './act.ts';
import { calcArmsKg } from './bodyMass.ts';
import type { BodyPose } from './bodyPose.ts';
import { HAND } from './landmarks.ts';

/** Share of the weight of a lumbar slice that the mattress bears in lying on the side: the waist hangs free (our assumption). */
const WAIST_SHARE = 0.6;
/** Slices that lean on a backrest: those of the shoulder blades (our assumption). */
const LEANING = { from: LEVELS.indexOf('T4'), to: LEVELS.indexOf('T10') } as const;
/** Coefficient of friction of a backrest (our assumption). */
const FRICTION = 0.3;
const FIRST_LUMBAR = LEVELS.indexOf('L1');

/** Forces of bed or backrest on the trunk, written into `pose.supportN`. */
export function calcSupport(model: SpineModel, act: Act, pose: BodyPose): void {
  const { supportN } = pose;
  if (act.support === 'bed') {
    const onSide = Math.abs(pose.geometry.sacrumAxes[8]!) < 0.5;
    for (let i = 0; i < LEVEL_COUNT; i++) {
      const share = onSide && i >= FIRST_LUMBAR ? WAIST_SHARE : 1;
      supportN[3 * i + 1] = share * model.vertebrae[i]!.massKg * GRAVITY;
    }
  } else if (act.backrest) leanBack(model, pose);
}

/** Force and friction of the backrest for which trunk, head and arms are in balance on S1. */
function leanBack(model: SpineModel, pose: BodyPose): void {
  const { geometry, supportN, armMassM, handPushN, landmarksM } = pose;
  const { massM, sacrumM, originM } = geometry;
  const x0 = sacrumM[0]!;
  const y0 = sacrumM[1]!;
  const length = Math.sqrt((originM[0]! - x0) * (originM[0]! - x0) + (originM[1]! - y0) * (originM[1]! - y0));
  const nx = (originM[1]! - y0) / length;
  const ny = -(originM[0]! - x0) / length;
  const fx = nx - FRICTION * ny;
  const fy = ny + FRICTION * nx;
  let weightNm = (calcArmsKg(model) / 2) * (armMassM[0]! + armMassM[3]! - 2 * x0);
  for (let i = 0; i < LEVEL_COUNT; i++) weightNm += model.vertebrae[i]!.massKg * (massM[3 * i]! - x0);
  weightNm *= GRAVITY;
  const handsNm =
    handPushN[1]! * ((landmarksM[HAND[0]]! + landmarksM[HAND[1]]!) / 2 - x0) -
    handPushN[0]! * ((landmarksM[HAND[0] + 1]! + landmarksM[HAND[1] + 1]!) / 2 - y0);
  let armM = 0;
  for (let i = LEANING.from; i <= LEANING.to; i++)
    armM += (massM[3 * i + 1]! - y0) * fx - (massM[3 * i]! - x0) * fy;
  const each = Math.max(0, (handsNm - weightNm) / armM);
  for (let i = LEANING.from; i <= LEANING.to; i++) {
    supportN[3 * i] = each * fx;
    supportN[3 * i + 1] = each * fy;
  }
}
