import { type Body, Constraint, Equation, type Quaternion, Vec3 } from 'cannon-es';
import type { Disc } from '../anatomy/motionSegment.ts';
import { multiply, writeHalf, writeMatrix, writeRotation } from '../math/quaternion.ts';
import { atan2 } from '../math/transcendental.ts';
import { calcPassiveMoment, calcPreloadFactor, passive, SATURATED_PRELOAD_FACTOR } from './passive.ts';

/** Six relative motions of the upper body against the lower one, in the axes of the disc's mid plane. */
const SHEAR = 0;
const AXIAL = 1;
const LATERAL = 2;
const LATERAL_BENDING = 3; // torsion and extension follow

/** Damping of the disc as relaxation time, s: c = k · time (our assumption). */
const RELAXATION_S = 0.01;

/** One row: a spring and damper with a variable rest position, solved implicitly. */
export class SpringEquation extends Equation {
  /** Stretch of the spring, m or rad: set before each step so that −k · stretch is the wanted force. */
  stretch = 0;

  constructor(lower: Body, upper: Body) {
    super(lower, upper, -1e9, 1e9);
  }

  /** cannon-es calls this with the step alone, although its types say otherwise. */
  override computeB(stepS: number): number {
    return -this.stretch * this.a - this.computeGW() * this.b - stepS * this.computeGiMf();
  }
}

/** End plate of a body: centre from the centre of mass, pitch (+ = tilted backwards) and tilt to the right, in the body's axes. */
export interface Plate {
  x: number;
  y: number;
  pitchRad: number;
  lateralRad: number;
}

/** Action of a disc's muscles in the next step, about its own axes: bending to the right, axial rotation to the left, extension. */
export interface DiscDrive {
  /** Moments that do not depend on the motion in the step: feed-forward, ribs and abdominal pressure, Nm. */
  readonly momentNm: Float64Array;
  /** Target angles of the feedback, and their rates, rad and rad/s (extension, not flexion). */
  readonly targetRad: Float64Array;
  readonly targetRateRadPerS: Float64Array;
}

/** Stiffness and damping of the muscles' postural feedback about the three axes, Nm/rad and Nm s/rad (our assumption). */
export const HOLD_NM_PER_RAD = [1500, 800, 1500] as const;
export const HOLD_NMS = [90, 60, 90] as const;

const EXTENSION = 2;

/**
 * A disc with its facets and ligaments, and the stiffness of the muscles across it: six springs and dampers. The feedback
 * of the muscles is part of the rotational rows, so that the step solves it implicitly.
 */
export class DiscConstraint extends Constraint {
  readonly lowerPlate: Plate = { x: 0, y: 0, pitchRad: 0, lateralRad: 0 };
  readonly upperPlate: Plate = { x: 0, y: 0, pitchRad: 0, lateralRad: 0 };
  readonly drive: DiscDrive = {
    momentNm: new Float64Array(3),
    targetRad: new Float64Array(3),
    targetRateRadPerS: new Float64Array(3),
  };
  /** Unloaded height and position of the upper plate in front of the lower one, m; flexion at rest, rad. */
  restHeightM: number;
  restShearM = 0;
  restFlexionRad = 0;
  /** Rotation of the upper plate against the lower one: bending to the right, axial rotation to the left, extension, rad. */
  readonly rotationRad = new Float64Array(3);
  /** Moment of the tissues on the upper body, about the same axes, Nm. */
  readonly passiveNm = new Float64Array(3);
  private readonly axisX = new Vec3();
  private readonly axisY = new Vec3();
  private readonly axisZ = new Vec3();
  /** Unit axes of the mid plane at the last update: forward, up, to the right. */
  readonly axes: readonly [Vec3, Vec3, Vec3] = [this.axisX, this.axisY, this.axisZ];
  private readonly lowerArm = new Vec3();
  private readonly upperArm = new Vec3();
  private readonly gap = new Vec3();
  private readonly lowerMiddle = new Vec3();
  private readonly upperMiddle = new Vec3();
  private readonly middles = { lower: this.lowerMiddle, upper: this.upperMiddle };

  constructor(
    readonly disc: Disc,
    lower: Body,
    upper: Body,
    private readonly stepS: number,
  ) {
    super(lower, upper, { collideConnected: true, wakeUpBodies: false });
    this.restHeightM = disc.heightM;
    for (let row = 0; row < 6; row++) this.equations.push(new SpringEquation(lower, upper));
  }

  get flexionRad(): number {
    return -this.rotationRad[EXTENSION]!;
  }

  /** Compression between the two bodies in the last step, N. */
  get compressionN(): number {
    return this.equations[AXIAL]!.multiplier;
  }

  /** Anterior shear of the upper body on the lower one in the last step, N. */
  get shearN(): number {
    return -this.equations[SHEAR]!.multiplier;
  }

  /** Shear of the upper body on the lower one to the right in the last step, N. */
  get lateralShearN(): number {
    return -this.equations[LATERAL]!.multiplier;
  }

  /** Lever arms of the disc's middle from the two centres of mass at the last update, world axes. */
  get middleArms(): { readonly lower: Vec3; readonly upper: Vec3 } {
    const { gap } = this;
    this.lowerMiddle.set(
      this.lowerArm.x + gap.x / 2,
      this.lowerArm.y + gap.y / 2,
      this.lowerArm.z + gap.z / 2,
    );
    this.upperMiddle.set(
      this.upperArm.x - gap.x / 2,
      this.upperArm.y - gap.y / 2,
      this.upperArm.z - gap.z / 2,
    );
    return this.middles;
  }

  /** Updates Jacobians, stiffness and stretch; cannon-es calls it before each step. */
  override update(): void {
    this.measure();
    this.setTranslationRows();
    this.setRotationRows();
  }

  /** Moment of the feedback about an axis for target angle and rate, from the present motion of the bodies, Nm. */
  calcHoldNm(row: number, targetRad: number, targetRateRadPerS: number): number {
    const axis = this.axes[row]!;
    const w = this.bodyB.angularVelocity;
    const v = this.bodyA.angularVelocity;
    const rate = (w.x - v.x) * axis.x + (w.y - v.y) * axis.y + (w.z - v.z) * axis.z;
    return (
      -HOLD_NM_PER_RAD[row]! * (this.rotationRad[row]! - targetRad) -
      HOLD_NMS[row]! * (rate - targetRateRadPerS)
    );
  }

  /** Measures the position and rotation of the two plates against each other. */
  measure(): void {
    const { bodyA: lower, bodyB: upper } = this;
    writePlate(lower.quaternion, this.lowerPlate, LOWER);
    writePlate(upper.quaternion, this.upperPlate, UPPER);
    // lower⁻¹ · upper
    quaternions[RELATIVE] = -quaternions[LOWER]!;
    quaternions[RELATIVE + 1] = -quaternions[LOWER + 1]!;
    quaternions[RELATIVE + 2] = -quaternions[LOWER + 2]!;
    quaternions[RELATIVE + 3] = quaternions[LOWER + 3]!;
    multiply(quaternions, RELATIVE, quaternions, UPPER, quaternions, RELATIVE);
    if (quaternions[RELATIVE + 3]! < 0)
      for (let k = RELATIVE; k < RELATIVE + 4; k++) quaternions[k] = -quaternions[k]!;
    this.rotationRad[0] = 2 * quaternions[RELATIVE]!;
    this.rotationRad[1] = 2 * quaternions[RELATIVE + 1]!;
    this.rotationRad[2] = 2 * atan2(quaternions[RELATIVE + 2]!, quaternions[RELATIVE + 3]!);
    // axes of the mid plane: half way between the plates
    writeHalf(quaternions, RELATIVE, quaternions, RELATIVE);
    multiply(quaternions, LOWER, quaternions, RELATIVE, quaternions, RELATIVE);
    writeMatrix(quaternions, RELATIVE, matrix, 0);
    this.axisX.set(matrix[0]!, matrix[3]!, matrix[6]!);
    this.axisY.set(matrix[1]!, matrix[4]!, matrix[7]!);
    this.axisZ.set(matrix[2]!, matrix[5]!, matrix[8]!);
    lower.quaternion.vmult(this.lowerArm.set(this.lowerPlate.x, this.lowerPlate.y, 0), this.lowerArm);
    upper.quaternion.vmult(this.upperArm.set(this.upperPlate.x, this.upperPlate.y, 0), this.upperArm);
    this.gap.set(
      upper.position.x + this.upperArm.x - lower.position.x - this.lowerArm.x,
      upper.position.y + this.upperArm.y - lower.position.y - this.lowerArm.y,
      upper.position.z + this.upperArm.z - lower.position.z - this.lowerArm.z,
    );
  }

  private setTranslationRows(): void {
    const preload = calcPreloadFactor(this.compressionN) / SATURATED_PRELOAD_FACTOR;
    const axial = this.disc.axialStiffnessNPerM * preload;
    const shear = this.disc.shearStiffnessNPerM * preload * SATURATED_PRELOAD_FACTOR;
    this.setTranslationRow(SHEAR, this.axisX, this.gap.dot(this.axisX) - this.restShearM, shear);
    this.setTranslationRow(AXIAL, this.axisY, this.gap.dot(this.axisY) - this.restHeightM, axial);
    this.setTranslationRow(LATERAL, this.axisZ, this.gap.dot(this.axisZ), shear);
  }

  private setTranslationRow(row: number, axis: Vec3, stretch: number, stiffness: number): void {
    const equation = this.equations[row] as SpringEquation;
    const a = equation.jacobianElementA;
    const b = equation.jacobianElementB;
    a.spatial.set(-axis.x, -axis.y, -axis.z);
    // the mid plane rotates by half of each body's rotation, so its forces act in the middle of the disc
    const { lower, upper } = this.middleArms;
    lower.cross(axis, a.rotational);
    a.rotational.set(-a.rotational.x, -a.rotational.y, -a.rotational.z);
    b.spatial.set(axis.x, axis.y, axis.z);
    upper.cross(axis, b.rotational);
    equation.stretch = stretch;
    equation.setSpookParams(stiffness, RELAXATION_S / this.stepS, this.stepS);
  }

  private setRotationRows(): void {
    const { disc, rotationRad } = this;
    const preload = calcPreloadFactor(this.compressionN);
    this.setRotationRow(
      0,
      this.axisX,
      -disc.lateralStiffnessNmPerRad * preload * rotationRad[0]!,
      disc.lateralStiffnessNmPerRad * preload,
    );
    this.setRotationRow(
      1,
      this.axisY,
      -disc.torsionStiffnessNmPerRad * preload * rotationRad[1]!,
      disc.torsionStiffnessNmPerRad * preload,
    );
    calcPassiveMoment(disc, this.flexionRad - this.restFlexionRad);
    this.setRotationRow(2, this.axisZ, passive.momentNm, passive.stiffnessNmPerRad);
  }

  /** Passive moment, drive and feedback together, linearised about the present angle. */
  private setRotationRow(row: number, axis: Vec3, passiveNm: number, passiveNmPerRad: number): void {
    const { drive } = this;
    const stiffness = passiveNmPerRad + HOLD_NM_PER_RAD[row]!;
    const damping = passiveNmPerRad * RELAXATION_S + HOLD_NMS[row]!;
    const hold = -HOLD_NM_PER_RAD[row]! * (this.rotationRad[row]! - drive.targetRad[row]!);
    this.passiveNm[row] = passiveNm;
    const moment = passiveNm + drive.momentNm[row]! + hold + damping * drive.targetRateRadPerS[row]!;
    const equation = this.equations[LATERAL_BENDING + row] as SpringEquation;
    equation.jacobianElementA.spatial.set(0, 0, 0);
    equation.jacobianElementA.rotational.set(-axis.x, -axis.y, -axis.z);
    equation.jacobianElementB.spatial.set(0, 0, 0);
    equation.jacobianElementB.rotational.set(axis.x, axis.y, axis.z);
    equation.stretch = -moment / stiffness;
    equation.setSpookParams(stiffness, damping / stiffness / this.stepS, this.stepS);
  }
}

// scratch: orientations of the two plates, and the rotation between them
const LOWER = 0;
const UPPER = 4;
const RELATIVE = 8;
const PLATE = 12;
const quaternions = new Float64Array(16);
const matrix = new Float64Array(9);

function writePlate(body: Quaternion, plate: Plate, out: number): void {
  quaternions[out] = body.x;
  quaternions[out + 1] = body.y;
  quaternions[out + 2] = body.z;
  quaternions[out + 3] = body.w;
  writeRotation(plate.lateralRad, 0, plate.pitchRad, quaternions, PLATE);
  multiply(quaternions, out, quaternions, PLATE, quaternions, out);
}
