import type { Act } from '../activity/act.ts';
import { type BodyPose, calcBodyPose, createBodyPose, type Performance } from '../activity/wholeBody.ts';
import { LEVEL_COUNT } from '../anatomy/levels.ts';
import type { SpineModel } from '../anatomy/spineModel.ts';
import type { ColumnAcceleration, OutsideForce } from '../muscle/demand.ts';
import { GRAVITY } from '../quantity/units.ts';

/** The pose wanted now with its neighbours one step before and after, and the accelerations between them. */
export interface BodyMotion {
  before: BodyPose;
  now: BodyPose;
  after: BodyPose;
  readonly acceleration: ColumnAcceleration;
  readonly outside: OutsideForce;
}

export const createBodyMotion = (): BodyMotion => ({
  before: createBodyPose(),
  now: createBodyPose(),
  after: createBodyPose(),
  acceleration: {
    x: new Float64Array(LEVEL_COUNT),
    y: new Float64Array(LEVEL_COUNT),
    pitch: new Float64Array(LEVEL_COUNT),
  },
  outside: { forceX: 0, forceY: 0, momentNm: 0 },
});

/** Computes all three poses anew: at the start, and when the body's shape or the act has changed. */
export function calcBodyMotion(
  motion: BodyMotion,
  performance: Performance,
  act: Act,
  timeS: number,
  stepS: number,
): void {
  calcBodyPose(performance, act, timeS - stepS, motion.before);
  calcBodyPose(performance, act, timeS, motion.now);
  calcBodyPose(performance, act, timeS + stepS, motion.after);
  fillAccelerations(motion, performance.model, stepS);
}

/** Moves on by one step; only the newest pose is computed. */
export function advanceBodyMotion(
  motion: BodyMotion,
  performance: Performance,
  act: Act,
  timeS: number,
  stepS: number,
): void {
  const { before } = motion;
  motion.before = motion.now;
  motion.now = motion.after;
  motion.after = before;
  calcBodyPose(performance, act, timeS + stepS, motion.after);
  fillAccelerations(motion, performance.model, stepS);
}

function fillAccelerations(
  { before, now, after, acceleration, outside }: BodyMotion,
  model: SpineModel,
  stepS: number,
): void {
  const perStep2 = 1 / (stepS * stepS);
  const second = (a: number, b: number, c: number) => (a - 2 * b + c) * perStep2;
  for (let i = 0; i < LEVEL_COUNT; i++) {
    const a = before.geometry;
    const b = now.geometry;
    const c = after.geometry;
    acceleration.x[i] = second(a.massX[i]!, b.massX[i]!, c.massX[i]!);
    acceleration.y[i] = second(a.massY[i]!, b.massY[i]!, c.massY[i]!);
    acceleration.pitch[i] = second(a.pitchRad[i]!, b.pitchRad[i]!, c.pitchRad[i]!);
  }
  // arms and load hang on T1 through the shoulders: weight and inertia
  const { upperArm, forearm, hand } = model.limbs;
  const armsKg = 2 * (upperArm.massKg + forearm.massKg + hand.massKg);
  const armX = -armsKg * second(before.armMass.x, now.armMass.x, after.armMass.x);
  const armY = -armsKg * (GRAVITY + second(before.armMass.y, now.armMass.y, after.armMass.y));
  const loadX = -now.loadKg * second(before.load.x, now.load.x, after.load.x);
  const loadY = -now.loadKg * (GRAVITY + second(before.load.y, now.load.y, after.load.y));
  outside.forceX = armX + loadX;
  outside.forceY = armY + loadY;
  outside.momentNm = now.armMass.x * armY - now.armMass.y * armX + now.load.x * loadY - now.load.y * loadX;
}
