import { LEVEL_COUNT, LEVELS } from '../anatomy/levels.ts';
import type { SpineModel } from '../anatomy/spineModel.ts';
import { GRAVITY } from '../quantity/units.ts';
import type { Act } from './act.ts';
import { calcArmsKg } from './bodyMass.ts';
import type { BodyPose } from './bodyPose.ts';

/** Share of its weight that the mattress bears under a lumbar slice of someone on the side: the waist hangs (source model). */
const WAIST_SHARE = 0.6;
/** Slices that lean on a backrest: shoulder blades and what is between them (source model). */
const LEANING = { from: LEVELS.indexOf('T4'), to: LEVELS.indexOf('T10') } as const;
/** Friction of a backrest over its pressure (source model). */
const FRICTION = 0.3;
const FIRST_LUMBAR = LEVELS.indexOf('L1');

/** What bed or backrest press on the trunk, into `pose.supportN`. */
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

/** The backrest presses at right angles to the back, so much that trunk, head and arms are in balance on S1. */
function leanBack(model: SpineModel, pose: BodyPose): void {
  const { geometry, supportN, armMassM } = pose;
  const { massM, sacrumM, originM } = geometry;
  const x0 = sacrumM[0]!;
  const y0 = sacrumM[1]!;
  const length = Math.sqrt((originM[0]! - x0) * (originM[0]! - x0) + (originM[1]! - y0) * (originM[1]! - y0));
  const nx = (originM[1]! - y0) / length;
  const ny = -(originM[0]! - x0) / length;
  let moment = (calcArmsKg(model) / 2) * (armMassM[0]! + armMassM[3]! - 2 * x0);
  for (let i = 0; i < LEVEL_COUNT; i++) moment += model.vertebrae[i]!.massKg * (massM[3 * i]! - x0);
  let arm = 0;
  const count = LEANING.to - LEANING.from + 1;
  for (let i = LEANING.from; i <= LEANING.to; i++)
    arm += ((massM[3 * i]! - x0) * ny - (massM[3 * i + 1]! - y0) * nx) / count;
  // weight turns the trunk by −moment · g about z, the backrest by force · arm
  const each = Math.max(0, (moment * GRAVITY) / arm) / count;
  for (let i = LEANING.from; i <= LEANING.to; i++) {
    // the cloth holds the back from sliding down
    supportN[3 * i] = each * (nx - FRICTION * ny);
    supportN[3 * i + 1] = each * (ny + FRICTION * nx);
  }
}
