import { Body, Broadphase, type Solver, Vec3, World } from 'cannon-es';
import type { BodyShapes, ColumnGeometry } from '../anatomy/columnGeometry.ts';
import { LEVEL_COUNT } from '../anatomy/levels.ts';
import type { SpineModel } from '../anatomy/spineModel.ts';
import { cos, sin } from '../math/transcendental.ts';
import { GRAVITY } from '../quantity/units.ts';
import { ChainSolver } from './chainSolver.ts';
import { DiscConstraint } from './discConstraint.ts';

/** Stiffness and damping of the postural feedback at each disc, Nm/rad and Nm s/rad (source model). */
const HOLD = { stiffnessNmPerRad: 1500, dampingNms: 90 };

/** Nothing touches anything: the discs are the only contacts. */
class NoContacts extends Broadphase {
  override collisionPairs(): void {}
}

/**
 * T1 … L5 with the trunk they carry, as rigid bodies on a driven sacrum, in a cannon-es world. World axes: x anterior, y up,
 * z right, m. The only place that knows of cannon-es.
 */
export interface Column {
  readonly model: SpineModel;
  readonly world: World;
  readonly bodies: readonly Body[];
  readonly sacrum: Body;
  /** T1-T2 … L5-S1. */
  readonly discs: readonly DiscConstraint[];
  readonly stepS: number;
}

/** @param solver the exact chain solver unless a benchmark compares another */
export function createColumn(
  model: SpineModel,
  stepS: number,
  solver: Solver = new ChainSolver(LEVEL_COUNT),
): Column {
  const world = new World({ gravity: new Vec3(0, -GRAVITY, 0), broadphase: new NoContacts() });
  world.solver = solver;
  const bodies = model.vertebrae.map((vertebra) => {
    const body = new Body({ mass: vertebra.massKg, linearDamping: 0, angularDamping: 0 });
    setInertia(body, vertebra.inertiaKgM2);
    world.addBody(body);
    return body;
  });
  const sacrum = new Body({ mass: 0, type: Body.KINEMATIC, linearDamping: 0, angularDamping: 0 });
  world.addBody(sacrum);
  const discs = model.discs.map((disc, i) => {
    const lower = bodies[i + 1] ?? sacrum;
    const constraint = new DiscConstraint(
      disc,
      lower,
      bodies[i]!,
      HOLD.stiffnessNmPerRad,
      HOLD.dampingNms,
      stepS,
    );
    world.addConstraint(constraint);
    return constraint;
  });
  return { model, world, bodies, sacrum, discs, stepS };
}

/** The same about all axes: a slice of trunk is roundish, and no act here turns it sidewards. */
function setInertia(body: Body, inertiaKgM2: number): void {
  body.inertia.set(inertiaKgM2, inertiaKgM2, inertiaKgM2);
  body.invInertia.set(1 / inertiaKgM2, 1 / inertiaKgM2, 1 / inertiaKgM2);
  body.updateInertiaWorld(true);
}

/** Puts the end plates where deformation has brought them. */
export function applyShapes(column: Column, shapes: BodyShapes): void {
  const { model, discs } = column;
  for (let i = 0; i < LEVEL_COUNT; i++) {
    const vertebra = model.vertebrae[i]!;
    const [mx, my] = vertebra.centreOfMassM;
    const half = (vertebra.heightM - shapes.shorteningM[i]!) / 2;
    const tilt = (vertebra.wedgeRad + shapes.wedgeRad[i]!) / 2;
    // the disc below meets the lower plate, the disc above the upper one
    const below = discs[i]!.upperPlate;
    below.x = -mx;
    below.y = -half - my;
    below.pitchRad = tilt;
    const above = discs[i - 1]?.lowerPlate;
    if (!above) continue;
    above.x = -mx;
    above.y = half - my;
    above.pitchRad = -tilt;
  }
}

/** Places all bodies at rest in a posture. */
export function applyPosture(column: Column, geometry: ColumnGeometry): void {
  column.bodies.forEach((body, i) => {
    setPlanar(body, geometry.massX[i]!, geometry.massY[i]!, geometry.pitchRad[i]!);
    body.velocity.set(0, 0, 0);
    body.angularVelocity.set(0, 0, 0);
  });
  setPlanar(column.sacrum, geometry.sacrumX, geometry.sacrumY, geometry.sacrumPitchRad);
  column.sacrum.velocity.set(0, 0, 0);
  column.sacrum.angularVelocity.set(0, 0, 0);
  for (const disc of column.discs) disc.measure();
}

function setPlanar(body: Body, x: number, y: number, pitchRad: number): void {
  body.position.set(x, y, 0);
  body.quaternion.set(0, 0, sin(pitchRad / 2), cos(pitchRad / 2));
}

/** Drives the sacrum from where it should be now to where it should be after the step. */
export function driveSacrum(column: Column, now: ColumnGeometry, next: ColumnGeometry): void {
  const { sacrum, stepS } = column;
  setPlanar(sacrum, now.sacrumX, now.sacrumY, now.sacrumPitchRad);
  sacrum.velocity.set((next.sacrumX - now.sacrumX) / stepS, (next.sacrumY - now.sacrumY) / stepS, 0);
  sacrum.angularVelocity.set(0, 0, (next.sacrumPitchRad - now.sacrumPitchRad) / stepS);
}

/**
 * Presses the two bodies of a disc together along its axis: the force of muscles and ligaments across it, less what
 * abdominal pressure takes. Their moment is in the disc's bending row.
 */
export function applyAxialForce(column: Column, i: number, forceN: number): void {
  const disc = column.discs[i]!;
  const { normal, arms } = disc;
  pull(disc.bodyB, normal, arms.upper, -forceN);
  pull(disc.bodyA, normal, arms.lower, forceN);
}

function pull(body: Body, axis: Vec3, arm: Vec3, forceN: number): void {
  const fx = axis.x * forceN;
  const fy = axis.y * forceN;
  const fz = axis.z * forceN;
  body.force.x += fx;
  body.force.y += fy;
  body.force.z += fz;
  body.torque.x += arm.y * fz - arm.z * fy;
  body.torque.y += arm.z * fx - arm.x * fz;
  body.torque.z += arm.x * fy - arm.y * fx;
}

/** What acts on T1 from outside: N, and Nm about the world's origin. */
export function applyOutsideForce(column: Column, forceX: number, forceY: number, momentNm: number): void {
  const body = column.bodies[0]!;
  body.force.x += forceX;
  body.force.y += forceY;
  body.torque.z += momentNm - (body.position.x * forceY - body.position.y * forceX);
}

/** One step. Discs read their drives and plates; forces applied since the last step act and are cleared. */
export function stepColumn(column: Column): void {
  column.world.step(column.stepS);
}

/** Writes positions of the bones' origins (T1 … L5, sacrum) and their orientations into a trace frame. */
export function getBonePoses(
  column: Column,
  positions: Float32Array,
  orientations: Float32Array,
  frame: number,
): void {
  const bones = LEVEL_COUNT + 1;
  for (let i = 0; i < bones; i++) {
    const body = column.bodies[i] ?? column.sacrum;
    const [mx, my] = column.model.vertebrae[i]?.centreOfMassM ?? [0, 0];
    const q = body.quaternion;
    origin.set(-mx, -my, 0);
    q.vmult(origin, origin);
    const p = (frame * bones + i) * 3;
    positions[p] = body.position.x + origin.x;
    positions[p + 1] = body.position.y + origin.y;
    positions[p + 2] = body.position.z + origin.z;
    const o = (frame * bones + i) * 4;
    orientations[o] = q.x;
    orientations[o + 1] = q.y;
    orientations[o + 2] = q.z;
    orientations[o + 3] = q.w;
  }
}
const origin = new Vec3();
