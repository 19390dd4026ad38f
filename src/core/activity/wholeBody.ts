import table from '../../../models/activities.json' with { type: 'json' };
import {
  type BodyShapes,
  type ColumnGeometry,
  calcColumnGeometry,
  createColumnGeometry,
} from '../anatomy/columnGeometry.ts';
import { LEVEL_COUNT } from '../anatomy/levels.ts';
import type { SpineModel } from '../anatomy/spineModel.ts';
import { clamp, mix } from '../math/scalar.ts';
import { cos, sin } from '../math/transcendental.ts';
import { metres } from '../quantity/units.ts';
import type { Act } from './act.ts';
import { calcCentreOfMassX } from './bodyMass.ts';
import { type Point, placeMiddleJoint } from './limb.ts';
import { calcFlexedPosture, type Posture } from './posture.ts';

/** Where the whole body wants to be at one moment. Both sides move alike, so each joint is one point. */
export interface BodyPose {
  readonly flexionRad: Float64Array;
  readonly geometry: ColumnGeometry;
  readonly head: Point;
  readonly shoulder: Point;
  readonly elbow: Point;
  readonly hand: Point;
  readonly hip: Point;
  readonly knee: Point;
  readonly ankle: Point;
  readonly toe: Point;
  /** Centre of mass of both arms. */
  readonly armMass: Point;
  /** Load's centre; meaningless for acts without a load. */
  readonly load: Point;
  /** Mass of load that the hands carry, kg. */
  loadKg: number;
  /** The load stands where it is to be lifted from, not yet in the hands. */
  loadWaits: boolean;
  pressureKPa: number;
}

export const createBodyPose = (): BodyPose => ({
  flexionRad: new Float64Array(LEVEL_COUNT),
  geometry: createColumnGeometry(),
  head: { x: 0, y: 0 },
  shoulder: { x: 0, y: 0 },
  elbow: { x: 0, y: 0 },
  hand: { x: 0, y: 0 },
  hip: { x: 0, y: 0 },
  knee: { x: 0, y: 0 },
  ankle: { x: 0, y: 0 },
  toe: { x: 0, y: 0 },
  armMass: { x: 0, y: 0 },
  load: { x: 0, y: 0 },
  loadKg: 0,
  loadWaits: false,
  pressureKPa: 0,
});

/** One person doing one act. */
export interface Performance {
  readonly model: SpineModel;
  readonly shapes: BodyShapes;
  readonly upright: Posture;
  readonly added: Posture;
  /** What discs give way beside a body that wedges during the act, so that the trunk stays where it was going, rad. */
  readonly yieldedRad: Float64Array;
  /** Pitch of T1 in upright standing: head and shoulders turn with T1 from there. */
  readonly uprightT1PitchRad: number;
  /** How far the hips come down where the handles are lower than the arms reach, m. */
  readonly hipDropM: number;
  /** Load's height while carried, above S1, and its distance in front of S1, m. */
  readonly carryHeightM: number;
  readonly carryReachM: number;
  /** Height above the floor that the hands go down to, m. */
  readonly handleHeightM: number;
  /** Where the load stands before it is lifted: where the hands come to it, m. */
  readonly loadStart: Readonly<Point>;
}

/** Share of the leg's and of the arm's length that is used: joints never lock. */
const REACH_SHARE = 0.985;
const ARM_SHARE = 0.996;
/** Farthest in front of the shoulders that a load is carried, as a share of the arm. */
const CARRY_SHARE = 0.8;
/** A load is brought this close in front of S1 to be carried, m (source model: half a trunk and half a box). */
const CARRY_REACH_M = 0.28;
/** Whole-body centre of mass in front of the ankles in quiet standing, m at 175 cm (source model: middle of the foot). */
const BALANCE_M = 0.045;

const armLengthM = (model: SpineModel): number =>
  model.limbs.upperArm.lengthM + model.limbs.forearm.lengthM + model.limbs.hand.lengthM;
const legLengthM = (model: SpineModel): number => model.limbs.thigh.lengthM + model.limbs.shank.lengthM;

/** @returns the performance, or a sentence that says what this person cannot reach */
export function createPerformance(
  model: SpineModel,
  shapes: BodyShapes,
  upright: Posture,
  act: Act,
): Performance | string {
  const added = calcFlexedPosture(model, shapes, upright, act.technique, act.trunkFlexionDeg);
  const pose = createBodyPose();
  calcColumnGeometry(model, shapes, upright.flexionRad, 0, 0, upright.sacrumPitchRad, pose.geometry);
  const uprightT1PitchRad = pose.geometry.pitchRad[0]!;
  const performance: Performance = {
    model,
    shapes,
    upright,
    added,
    yieldedRad: new Float64Array(LEVEL_COUNT),
    uprightT1PitchRad,
    hipDropM: 0,
    carryHeightM: 0,
    carryReachM: 0,
    handleHeightM: 0,
    loadStart: { x: 0, y: 0 },
  };
  if (act.loadKg === 0 && act.reachM === 0) return performance;

  // upright: where the load is carried
  const arm = ARM_SHARE * armLengthM(model);
  placeShoulder(performance, pose);
  const carryReachM = Math.min(act.reachM, CARRY_REACH_M, pose.shoulder.x + CARRY_SHARE * arm);
  const carryHeightM = pose.shoulder.y - metres(table.lift.carryBelowShoulderMm) * model.stature;

  // down: how far the hips must come down for the hands to reach the handles
  const handleHeightM = metres(table.lift.handleHeightMm) * model.stature;
  calcPoseOnSacrum(performance, 1, pose);
  const ahead = act.reachM - pose.shoulder.x;
  if (Math.abs(ahead) > arm)
    return `The load stands ${Math.round(act.reachM * 100)} cm in front of L5–S1, and these arms reach ${Math.floor((pose.shoulder.x + arm) * 100)} cm.`;
  const handsAboveS1 = pose.shoulder.y - Math.sqrt(arm * arm - ahead * ahead);
  const hip = calcHipFromS1(performance, 1);
  const hipHeight = handleHeightM - handsAboveS1 + hip.y;
  const hipDropM = clamp(standingHipHeightM(model) - hipHeight, 0, 0.6 * legLengthM(model));
  const ready = { ...performance, hipDropM, carryHeightM, carryReachM, handleHeightM };
  calcBodyPose(ready, act, act.graspAtS, pose);
  return { ...ready, loadStart: { x: pose.hand.x, y: pose.hand.y } };
}

const standingHipHeightM = (model: SpineModel): number =>
  model.ankleHeightM + REACH_SHARE * legLengthM(model);

/** The whole body at a moment of an act. */
export function calcBodyPose(performance: Performance, act: Act, timeS: number, pose: BodyPose): void {
  const { model } = performance;
  const share = act.calcFlexionShare(timeS);
  pose.loadKg = act.loadKg * act.calcLoadShare(timeS);
  pose.pressureKPa = act.calcPressureKPa(timeS);

  // trunk on the hips, arms and legs placed anew as the hips move until the whole body stands over its feet
  calcPoseOnSacrum(performance, share, pose);
  const hip = calcHipFromS1(performance, share);
  pose.hip.x = hip.x;
  pose.hip.y = hip.y;
  const legM = standingHipHeightM(model) - model.ankleHeightM - performance.hipDropM * Math.max(0, share);
  const balanceKg = act.loadKg * act.calcBalanceShare(timeS);
  let hipX = 0;
  for (let pass = 0; pass < BALANCE_PASSES; pass++) {
    // hips circle the ankles, so that no knee is pulled straight
    const hipY = model.ankleHeightM + Math.sqrt(legM * legM - hipX * hipX);
    movePose(pose, hipX - pose.hip.x, hipY - pose.hip.y);
    placeArms(performance, act, timeS, pose);
    placeLegs(model, pose);
    hipX -= calcCentreOfMassX(model, balanceKg, pose) - BALANCE_M * model.stature;
  }
}

/** Each pass leaves about a fifth of the imbalance, in turn with the arms. */
const BALANCE_PASSES = 6;

/** Column, head and shoulders with the S1 end plate at the origin. */
function calcPoseOnSacrum(performance: Performance, share: number, pose: BodyPose): void {
  const { model, shapes, upright, added, yieldedRad } = performance;
  for (let i = 0; i < LEVEL_COUNT; i++)
    pose.flexionRad[i] = upright.flexionRad[i]! + share * added.flexionRad[i]! - yieldedRad[i]!;
  const pitch = upright.sacrumPitchRad + share * added.sacrumPitchRad;
  calcColumnGeometry(model, shapes, pose.flexionRad, 0, 0, pitch, pose.geometry);
  placeShoulder(performance, pose);
}

/** Head and shoulders turn with T1. */
function placeShoulder(performance: Performance, pose: BodyPose): void {
  const { model, uprightT1PitchRad } = performance;
  const turn = pose.geometry.pitchRad[0]! - uprightT1PitchRad;
  const c = cos(turn);
  const s = sin(turn);
  const x = pose.geometry.originX[0]!;
  const y = pose.geometry.originY[0]!;
  const [sx, sy] = model.shoulderFromT1M;
  pose.shoulder.x = x + sx * c - sy * s;
  pose.shoulder.y = y + sx * s + sy * c;
  pose.head.x = x - model.headCentreAboveT1M * s;
  pose.head.y = y + model.headCentreAboveT1M * c;
}

/** Hip joint from the centre of S1: it turns with the pelvis. */
function calcHipFromS1(performance: Performance, share: number): Point {
  const turn = share * performance.added.sacrumPitchRad;
  const [x, y] = performance.model.pelvis.hipFromS1M;
  return { x: x * cos(turn) - y * sin(turn), y: x * sin(turn) + y * cos(turn) };
}

function movePose(pose: BodyPose, dx: number, dy: number): void {
  const { geometry } = pose;
  for (let i = 0; i < LEVEL_COUNT; i++) {
    geometry.originX[i]! += dx;
    geometry.originY[i]! += dy;
    geometry.discX[i]! += dx;
    geometry.discY[i]! += dy;
    geometry.massX[i]! += dx;
    geometry.massY[i]! += dy;
  }
  geometry.sacrumX += dx;
  geometry.sacrumY += dy;
  for (const point of [pose.head, pose.shoulder, pose.hip]) {
    point.x += dx;
    point.y += dy;
  }
}

/** Hands hang, or go to the handles and carry; the elbow points back. */
function placeArms(performance: Performance, act: Act, timeS: number, pose: BodyPose): void {
  const { model } = performance;
  const { upperArm, forearm, hand } = model.limbs;
  const arm = ARM_SHARE * armLengthM(model);
  const onLoad = act.calcHandsOnLoad(timeS);
  const raised = act.calcRaised(timeS);
  let x = pose.shoulder.x;
  let y = pose.shoulder.y - arm;
  if (act.reachM > 0) {
    const s1 = pose.geometry;
    const loadX = s1.sacrumX + mix(act.reachM, performance.carryReachM, raised);
    const loadY = mix(performance.handleHeightM, s1.sacrumY + performance.carryHeightM, raised);
    x = mix(x, loadX, onLoad);
    y = mix(y, loadY, onLoad);
  }
  // within reach: the distance is kept, the hand comes up
  const dx = clamp(x - pose.shoulder.x, -arm, arm);
  const lowest = pose.shoulder.y - Math.sqrt(arm * arm - dx * dx);
  pose.hand.x = pose.shoulder.x + dx;
  pose.hand.y = smoothMaximum(y, lowest, ROUNDING_M * onLoad);
  pose.loadWaits = act.loadKg > 0 && act.calcLoadShare(timeS) === 0 && timeS < act.durationS / 2;
  if (pose.loadWaits) {
    pose.load.x = performance.loadStart.x;
    pose.load.y = performance.loadStart.y;
  } else {
    pose.load.x = pose.hand.x;
    pose.load.y = pose.hand.y;
  }
  placeMiddleJoint(
    pose.shoulder,
    pose.hand,
    upperArm.lengthM,
    forearm.lengthM + hand.lengthM,
    -1,
    pose.elbow,
  );
  const m = upperArm.massKg + forearm.massKg + hand.massKg;
  const along =
    (forearm.massKg * forearm.centreM + hand.massKg * (forearm.lengthM + hand.centreM / 2)) /
    (forearm.massKg + hand.massKg) /
    (forearm.lengthM + hand.lengthM);
  const upper = upperArm.massKg / m;
  const near = upperArm.centreM / upperArm.lengthM;
  pose.armMass.x =
    upper * mix(pose.shoulder.x, pose.elbow.x, near) + (1 - upper) * mix(pose.elbow.x, pose.hand.x, along);
  pose.armMass.y =
    upper * mix(pose.shoulder.y, pose.elbow.y, near) + (1 - upper) * mix(pose.elbow.y, pose.hand.y, along);
}

/** The greater of two lengths, rounded where they cross, so that a hand's path has no corner; m. */
function smoothMaximum(a: number, b: number, roundingM: number): number {
  const difference = a - b;
  return (a + b + Math.sqrt(difference * difference + roundingM * roundingM)) / 2;
}
const ROUNDING_M = 0.06;

function placeLegs(model: SpineModel, pose: BodyPose): void {
  const { thigh, shank, foot } = model.limbs;
  pose.ankle.x = 0;
  pose.ankle.y = model.ankleHeightM;
  pose.toe.x = foot.lengthM * 0.75;
  pose.toe.y = 0.02;
  placeMiddleJoint(pose.hip, pose.ankle, thigh.lengthM, shank.lengthM, 1, pose.knee);
}
