import { type Body, Constraint, Equation, type Quaternion, Vec3 } from 'cannon-es';
import type { Disc } from '../anatomy/spineModel.ts';
import { atan2, cos, sin } from '../math/transcendental.ts';
import { calcPassiveMoment, calcPreloadFactor, passive, SATURATED_PRELOAD_FACTOR } from './passive.ts';

/** Six relative motions of the upper body against the lower one, in the axes of the disc's mid plane. */
const SHEAR = 0;
const AXIAL = 1;
const LATERAL = 2;
const LATERAL_BENDING = 3;
const TORSION = 4;
const BENDING = 5;

/** Damping of the disc as relaxation time, s: c = k · time (source model). */
const RELAXATION_S = 0.01;
/** Stiffness with which trunk muscles hold sidewards bending and torsion, Nm/rad (source model; no act here uses them). */
const SIDEWARDS_HOLD = 400;

/** One row: a spring and damper with a free place of rest, solved implicitly. */
export class SpringEquation extends Equation {
  /** What the spring is stretched by, m or rad: set before each step so that −k · stretch is the wanted force. */
  stretch = 0;

  constructor(lower: Body, upper: Body) {
    super(lower, upper, -1e9, 1e9);
  }

  /** cannon-es calls it with the step alone, whatever its types say. */
  override computeB(stepS: number): number {
    return -this.stretch * this.a - this.computeGW() * this.b - stepS * this.computeGiMf();
  }
}

/** Where a body's end plate is: centre from the centre of mass, and pitch, in the body's axes. */
export interface Plate {
  x: number;
  y: number;
  pitchRad: number;
}

/** What the muscles of a disc do in the next step. */
export interface DiscDrive {
  /** Moment that does not depend on where the body gets to: feed-forward and abdominal pressure, Nm, + = extension. */
  momentNm: number;
  /** Flexion that the feedback holds, and its rate, rad and rad/s. */
  targetFlexionRad: number;
  targetRateRadPerS: number;
}

/**
 * A disc with its facets and ligaments, and the stiffness of the muscles across it: six springs and dampers. The feedback
 * of the muscles is part of the bending row, so that the step solves it implicitly.
 */
export class DiscConstraint extends Constraint {
  readonly lowerPlate: Plate = { x: 0, y: 0, pitchRad: 0 };
  readonly upperPlate: Plate = { x: 0, y: 0, pitchRad: 0 };
  readonly drive: DiscDrive = { momentNm: 0, targetFlexionRad: 0, targetRateRadPerS: 0 };
  /** Unloaded height and place of the upper plate in front of the lower one, m; flexion at rest, rad. */
  restHeightM: number;
  restShearM = 0;
  restFlexionRad = 0;
  flexionRad = 0;
  flexionRateRadPerS = 0;
  passiveMomentNm = 0;
  /** Moment the muscles have to make: feed-forward and feedback, Nm. */
  muscleMomentNm = 0;
  private readonly axisX = new Vec3();
  private readonly axisY = new Vec3();
  private readonly axisZ = new Vec3();
  private readonly lowerArm = new Vec3();
  private readonly upperArm = new Vec3();
  private readonly gap = new Vec3();

  /**
   * @param holdNmPerRad stiffness of the muscles' feedback
   * @param holdDampingNms its damping
   */
  constructor(
    readonly disc: Disc,
    lower: Body,
    upper: Body,
    private readonly holdNmPerRad: number,
    private readonly holdDampingNms: number,
    private readonly stepS: number,
  ) {
    super(lower, upper, { collideConnected: true, wakeUpBodies: false });
    this.restHeightM = disc.heightM;
    for (let row = 0; row < 6; row++) this.equations.push(new SpringEquation(lower, upper));
  }

  /** Compression between the two bodies in the last step, N. */
  get compressionN(): number {
    return this.equations[AXIAL]!.multiplier;
  }

  /** Anterior shear of the upper body on the lower one in the last step, N. */
  get shearN(): number {
    return -this.equations[SHEAR]!.multiplier;
  }

  /** Unit normal of the mid plane at the last update. */
  get normal(): Vec3 {
    return this.axisY;
  }

  /** Lever arms of the two plates from the centres of mass at the last update, world axes. */
  get arms(): { readonly lower: Vec3; readonly upper: Vec3 } {
    return { lower: this.lowerArm, upper: this.upperArm };
  }

  /** Brings Jacobians, stiffness and stretch up to date; cannon-es calls it before each step. */
  override update(): void {
    this.measure();
    this.setTranslationRows();
    this.setRotationRows();
  }

  /** Where the two plates are against each other. */
  measure(): void {
    const { bodyA: lower, bodyB: upper } = this;
    const rotation = relativeRotation(lower.quaternion, this.lowerPlate, upper.quaternion, this.upperPlate);
    this.flexionRad = -rotation.z;
    // axes of the mid plane: half way between the plates
    const half = this.lowerPlate.pitchRad + rotation.z / 2;
    const c = cos(half);
    const s = sin(half);
    lower.quaternion.vmult(this.axisX.set(c, s, 0), this.axisX);
    lower.quaternion.vmult(this.axisY.set(-s, c, 0), this.axisY);
    lower.quaternion.vmult(this.axisZ.set(0, 0, 1), this.axisZ);
    lower.quaternion.vmult(this.lowerArm.set(this.lowerPlate.x, this.lowerPlate.y, 0), this.lowerArm);
    upper.quaternion.vmult(this.upperArm.set(this.upperPlate.x, this.upperPlate.y, 0), this.upperArm);
    this.gap.set(
      upper.position.x + this.upperArm.x - lower.position.x - this.lowerArm.x,
      upper.position.y + this.upperArm.y - lower.position.y - this.lowerArm.y,
      upper.position.z + this.upperArm.z - lower.position.z - this.lowerArm.z,
    );
  }

  private setTranslationRows(): void {
    // the lower body's arm reaches across the gap, because the axes turn with it
    const reach = this.lowerArm;
    reach.x += this.gap.x;
    reach.y += this.gap.y;
    reach.z += this.gap.z;
    const preload = calcPreloadFactor(this.compressionN) / SATURATED_PRELOAD_FACTOR;
    const axial = this.disc.axialStiffnessNPerM * preload;
    const shear = this.disc.shearStiffnessNPerM * preload * SATURATED_PRELOAD_FACTOR;
    this.setTranslationRow(SHEAR, this.axisX, this.gap.dot(this.axisX) - this.restShearM, shear);
    this.setTranslationRow(AXIAL, this.axisY, this.gap.dot(this.axisY) - this.restHeightM, axial);
    this.setTranslationRow(LATERAL, this.axisZ, this.gap.dot(this.axisZ), shear);
    reach.x -= this.gap.x;
    reach.y -= this.gap.y;
    reach.z -= this.gap.z;
  }

  private setTranslationRow(row: number, axis: Vec3, stretch: number, stiffness: number): void {
    const equation = this.equations[row] as SpringEquation;
    const a = equation.jacobianElementA;
    const b = equation.jacobianElementB;
    a.spatial.set(-axis.x, -axis.y, -axis.z);
    this.lowerArm.cross(axis, a.rotational);
    a.rotational.set(-a.rotational.x, -a.rotational.y, -a.rotational.z);
    b.spatial.set(axis.x, axis.y, axis.z);
    this.upperArm.cross(axis, b.rotational);
    equation.stretch = stretch;
    equation.setSpookParams(stiffness, RELAXATION_S / this.stepS, this.stepS);
  }

  private setRotationRows(): void {
    const { disc, drive } = this;
    const preload = calcPreloadFactor(this.compressionN);
    const r = rotation;
    this.setRotationRow(
      LATERAL_BENDING,
      this.axisX,
      r.x,
      disc.lateralStiffnessNmPerRad * preload + SIDEWARDS_HOLD,
      RELAXATION_S * 5,
    );
    this.setRotationRow(
      TORSION,
      this.axisY,
      r.y,
      disc.torsionStiffnessNmPerRad * preload + SIDEWARDS_HOLD,
      RELAXATION_S * 5,
    );
    // bending: passive moment, feed-forward and feedback together, about the present angle
    calcPassiveMoment(disc, this.flexionRad - this.restFlexionRad);
    this.passiveMomentNm = passive.momentNm;
    const stiffness = passive.stiffnessNmPerRad + this.holdNmPerRad;
    const damping = passive.stiffnessNmPerRad * RELAXATION_S + this.holdDampingNms;
    const w = this.bodyB.angularVelocity;
    const v = this.bodyA.angularVelocity;
    this.flexionRateRadPerS = -(
      (w.x - v.x) * this.axisZ.x +
      (w.y - v.y) * this.axisZ.y +
      (w.z - v.z) * this.axisZ.z
    );
    const error = this.flexionRad - drive.targetFlexionRad;
    const hold = this.holdNmPerRad * error;
    this.muscleMomentNm =
      drive.momentNm + hold + this.holdDampingNms * (this.flexionRateRadPerS - drive.targetRateRadPerS);
    const extension = passive.momentNm + drive.momentNm + hold - damping * drive.targetRateRadPerS;
    this.setRotationRow(BENDING, this.axisZ, -extension / stiffness, stiffness, damping / stiffness);
  }

  private setRotationRow(
    row: number,
    axis: Vec3,
    stretch: number,
    stiffness: number,
    relaxationS: number,
  ): void {
    const equation = this.equations[row] as SpringEquation;
    equation.jacobianElementA.spatial.set(0, 0, 0);
    equation.jacobianElementA.rotational.set(-axis.x, -axis.y, -axis.z);
    equation.jacobianElementB.spatial.set(0, 0, 0);
    equation.jacobianElementB.rotational.set(axis.x, axis.y, axis.z);
    equation.stretch = stretch;
    equation.setSpookParams(stiffness, relaxationS / this.stepS, this.stepS);
  }
}

/** The last relative rotation: small rotations about the disc's x and y, the whole angle about z, rad. */
const rotation = { x: 0, y: 0, z: 0 };

/** Rotation of the upper plate against the lower one, in the lower plate's axes. */
function relativeRotation(lower: Quaternion, lowerPlate: Plate, upper: Quaternion, upperPlate: Plate) {
  // lower⁻¹ · upper
  const x = lower.w * upper.x - lower.x * upper.w - lower.y * upper.z + lower.z * upper.y;
  const y = lower.w * upper.y - lower.y * upper.w - lower.z * upper.x + lower.x * upper.z;
  const z = lower.w * upper.z - lower.z * upper.w - lower.x * upper.y + lower.y * upper.x;
  const w = lower.w * upper.w + lower.x * upper.x + lower.y * upper.y + lower.z * upper.z;
  const sign = w < 0 ? -1 : 1;
  rotation.x = 2 * sign * x;
  rotation.y = 2 * sign * y;
  rotation.z = 2 * atan2(sign * z, sign * w) + upperPlate.pitchRad - lowerPlate.pitchRad;
  return rotation;
}
