import type { Act } from '../../activity/act.ts';
import { type BodyPose, createBodyPose } from '../../activity/bodyPose.ts';
import { HAND, LOAD } from '../../activity/landmarks.ts';
import type { Performance } from '../../activity/performance.ts';
import { calcBodyPose } from '../../activity/wholeBody.ts';
import { LEVEL_COUNT, LEVELS } from '../../anatomy/levels.ts';
import type { SpineModel } from '../../anatomy/spineModel.ts';
import { type ColumnAcceleration, createOutsideForces, type OutsideForces } from '../../muscle/demand.ts';
import { GRAVITY } from '../../quantity/units.ts';

/** Target pose now and one step before and after, and the accelerations between them. */
export interface BodyMotion {
  before: BodyPose;
  now: BodyPose;
  after: BodyPose;
  readonly acceleration: ColumnAcceleration;
  readonly outside: OutsideForces;
}

export const createBodyMotion = (): BodyMotion => ({
  before: createBodyPose(),
  now: createBodyPose(),
  after: createBodyPose(),
  acceleration: {
    linear: new Float64Array(3 * LEVEL_COUNT),
    angular: new Float64Array(3 * LEVEL_COUNT),
  },
  outside: createOutsideForces(),
});

/** Computes all three poses anew: at the start, and when the bodies' shapes or the act have changed. */
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
  calcForces(motion, performance, act, timeS, stepS);
}

/** Advances by one step; only the newest pose is computed. */
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
  calcForces(motion, performance, act, timeS, stepS);
}

function calcForces(
  motion: BodyMotion,
  performance: Performance,
  act: Act,
  timeS: number,
  stepS: number,
): void {
  const { before, now, after } = motion;
  const perStep2 = 1 / (stepS * stepS);
  // the muscles do not anticipate an impact: the ground's force on the hips is left to the dynamics
  const jolt =
    timeS + stepS >= performance.contactS ? (before.fallM - 2 * now.fallM + after.fallM) * perStep2 : 0;
  calcAccelerations(motion, perStep2, jolt);
  const { forceN, momentNm } = motion.outside;
  forceN.set(now.supportN);
  for (let i = 0; i < LEVEL_COUNT; i++) writeMoment(now.geometry.massM, 3 * i, forceN, momentNm, 3 * i);
  if (act.support !== 'bed') addHands(motion, performance.model, perStep2, jolt);
}

const second = (a: Float64Array, b: Float64Array, c: Float64Array, at: number): number =>
  a[at]! - 2 * b[at]! + c[at]!;

function calcAccelerations(motion: BodyMotion, perStep2: number, jolt: number): void {
  const { linear, angular } = motion.acceleration;
  const a = motion.before.geometry;
  const b = motion.now.geometry;
  const c = motion.after.geometry;
  for (let at = 0; at < linear.length; at++)
    linear[at] = second(a.massM, b.massM, c.massM, at) * perStep2 - (at % 3 === 1 ? jolt : 0);
  for (let i = 0; i < LEVEL_COUNT; i++) {
    // twice the vector part of next · now⁻¹ less that of now · before⁻¹
    const q = 4 * i;
    const x = b.orientation[q]!;
    const y = b.orientation[q + 1]!;
    const z = b.orientation[q + 2]!;
    const w = b.orientation[q + 3]!;
    const dx = c.orientation[q]! + a.orientation[q]!;
    const dy = c.orientation[q + 1]! + a.orientation[q + 1]!;
    const dz = c.orientation[q + 2]! + a.orientation[q + 2]!;
    const dw = c.orientation[q + 3]! + a.orientation[q + 3]!;
    angular[3 * i] = 2 * perStep2 * (dx * w - dw * x - dy * z + dz * y);
    angular[3 * i + 1] = 2 * perStep2 * (dy * w - dw * y - dz * x + dx * z);
    angular[3 * i + 2] = 2 * perStep2 * (dz * w - dw * z - dx * y + dy * x);
  }
}

/** Levels that bear the arms' load, in equal parts: the shoulder blades lie on the second to the seventh rib (our assumption). */
export const GIRDLE = { from: LEVELS.indexOf('T2'), count: 6 } as const;

/** Adds the load of the arms on the shoulder girdle: weight and inertia, with the load in the hands and the forces on them. */
function addHands(motion: BodyMotion, model: SpineModel, perStep2: number, jolt: number): void {
  const { before, now, after } = motion;
  const { upperArm, forearm, hand } = model.limbs;
  const armKg = upperArm.massKg + forearm.massKg + hand.massKg;
  for (let side = 0; side < 2; side++) {
    addMass(motion, armKg, before.armMassM, now.armMassM, after.armMassM, 3 * side, perStep2, jolt);
    const h = HAND[side]!;
    const share = side === 0 ? now.loadRight : 1 - now.loadRight;
    addForce(motion.outside, now.landmarksM, h, now.handPushN[0]! * share, now.handPushN[1]! * share, 0);
  }
  addMass(motion, now.loadKg, before.landmarksM, now.landmarksM, after.landmarksM, LOAD, perStep2, jolt);
}

function addMass(
  motion: BodyMotion,
  massKg: number,
  before: Float64Array,
  now: Float64Array,
  after: Float64Array,
  at: number,
  perStep2: number,
  jolt: number,
): void {
  if (massKg === 0) return;
  addForce(
    motion.outside,
    now,
    at,
    -massKg * second(before, now, after, at) * perStep2,
    -massKg * (GRAVITY + second(before, now, after, at + 1) * perStep2 - jolt),
    -massKg * second(before, now, after, at + 2) * perStep2,
  );
}

function addForce(
  { forceN, momentNm }: OutsideForces,
  points: Float64Array,
  at: number,
  fx: number,
  fy: number,
  fz: number,
): void {
  const x = points[at]!;
  const y = points[at + 1]!;
  const z = points[at + 2]!;
  const mx = (y * fz - z * fy) / GIRDLE.count;
  const my = (z * fx - x * fz) / GIRDLE.count;
  const mz = (x * fy - y * fx) / GIRDLE.count;
  for (let o = 3 * GIRDLE.from; o < 3 * (GIRDLE.from + GIRDLE.count); o += 3) {
    forceN[o]! += fx / GIRDLE.count;
    forceN[o + 1]! += fy / GIRDLE.count;
    forceN[o + 2]! += fz / GIRDLE.count;
    momentNm[o]! += mx;
    momentNm[o + 1]! += my;
    momentNm[o + 2]! += mz;
  }
}

/** Moment of the force at `o` about the world's origin when it acts at the point at `p`. */
function writeMoment(
  points: Float64Array,
  p: number,
  forceN: Float64Array,
  momentNm: Float64Array,
  o: number,
): void {
  const x = points[p]!;
  const y = points[p + 1]!;
  const z = points[p + 2]!;
  const fx = forceN[o]!;
  const fy = forceN[o + 1]!;
  const fz = forceN[o + 2]!;
  momentNm[o] = y * fz - z * fy;
  momentNm[o + 1] = z * fx - x * fz;
  momentNm[o + 2] = x * fy - y * fx;
}
