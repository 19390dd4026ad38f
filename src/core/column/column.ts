import { Body, Broadphase, type Solver, Vec3, World } from 'cannon-es';
import type { BodyShapes, ColumnGeometry } from '../anatomy/columnGeometry.ts';
import { LEVEL_COUNT } from '../anatomy/levels.ts';
import type { SpineModel } from '../anatomy/spineModel.ts';
import { GRAVITY } from '../quantity/units.ts';
import { ChainSolver } from './chainSolver.ts';
import { DiscConstraint } from './discConstraint.ts';

/** No contacts: bodies interact only through the discs. */
class NoContacts extends Broadphase {
  override collisionPairs(): void {}
}

/**
 * Column: T1 … L5 with the trunk they carry, as rigid bodies on a sacrum with prescribed motion, in a cannon-es world. World
 * axes: x anterior, y up, z right, m. Only this folder imports cannon-es.
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

/** @param solver the exact chain solver, unless a benchmark compares another */
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
    const constraint = new DiscConstraint(disc, lower, bodies[i]!, stepS);
    world.addConstraint(constraint);
    return constraint;
  });
  return { model, world, bodies, sacrum, discs, stepS };
}

/** Sets the same moment of inertia about all axes: a slice of trunk is nearly round. */
function setInertia(body: Body, inertiaKgM2: number): void {
  body.inertia.set(inertiaKgM2, inertiaKgM2, inertiaKgM2);
  body.invInertia.set(1 / inertiaKgM2, 1 / inertiaKgM2, 1 / inertiaKgM2);
  body.updateInertiaWorld(true);
}

/** Sets the positions of the end plates from the bodies' deformation. */
export function applyShapes(column: Column, shapes: BodyShapes): void {
  const { model, discs } = column;
  for (let i = 0; i < LEVEL_COUNT; i++) {
    const vertebra = model.vertebrae[i]!;
    const [mx, my] = vertebra.centreOfMassM;
    const half = (vertebra.heightM - shapes.shorteningM[i]!) / 2;
    const tilt = (vertebra.wedgeRad + shapes.wedgeRad[i]!) / 2;
    // the lower plate belongs to the disc below, the upper one to the disc above
    const below = discs[i]!.upperPlate;
    below.x = -mx;
    below.y = -half - my;
    below.pitchRad = tilt;
    below.lateralRad = -shapes.lateralWedgeRad[i]! / 2;
    const above = discs[i - 1]?.lowerPlate;
    if (!above) continue;
    above.x = -mx;
    above.y = half - my;
    above.pitchRad = -tilt;
    above.lateralRad = shapes.lateralWedgeRad[i]! / 2;
  }
}

/** Sets all bodies at rest in a posture. */
export function applyPosture(column: Column, geometry: ColumnGeometry): void {
  column.bodies.forEach((body, i) => {
    place(body, geometry.massM, 3 * i, geometry.orientation, 4 * i);
    body.velocity.set(0, 0, 0);
    body.angularVelocity.set(0, 0, 0);
  });
  place(column.sacrum, geometry.sacrumM, 0, geometry.sacrumOrientation, 0);
  column.sacrum.velocity.set(0, 0, 0);
  column.sacrum.angularVelocity.set(0, 0, 0);
  for (const disc of column.discs) disc.measure();
}

function place(body: Body, points: Float64Array, p: number, orientations: Float64Array, q: number): void {
  body.position.set(points[p]!, points[p + 1]!, points[p + 2]!);
  body.quaternion.set(orientations[q]!, orientations[q + 1]!, orientations[q + 2]!, orientations[q + 3]!);
}

/** Sets the sacrum's position and velocity so that it reaches its next position after the step; a free one keeps its height and speed. */
export function driveSacrum(column: Column, now: ColumnGeometry, next: ColumnGeometry): void {
  const { sacrum, stepS } = column;
  const { y } = sacrum.position;
  const speed = sacrum.velocity.y;
  place(sacrum, now.sacrumM, 0, now.sacrumOrientation, 0);
  sacrum.velocity.set(
    (next.sacrumM[0]! - now.sacrumM[0]!) / stepS,
    (next.sacrumM[1]! - now.sacrumM[1]!) / stepS,
    (next.sacrumM[2]! - now.sacrumM[2]!) / stepS,
  );
  if (sacrum.type === Body.DYNAMIC) {
    sacrum.position.y = y;
    sacrum.velocity.y = speed;
  }
  setAngularVelocity(sacrum, now.sacrumOrientation, next.sacrumOrientation, 0, stepS);
}

/** Sets the velocities of all bodies between two postures a given time apart; the sacrum is driven separately. */
export function applyVelocity(
  column: Column,
  now: ColumnGeometry,
  next: ColumnGeometry,
  durationS: number,
): void {
  column.bodies.forEach((body, i) => {
    const at = 3 * i;
    body.velocity.set(
      (next.massM[at]! - now.massM[at]!) / durationS,
      (next.massM[at + 1]! - now.massM[at + 1]!) / durationS,
      (next.massM[at + 2]! - now.massM[at + 2]!) / durationS,
    );
    setAngularVelocity(body, now.orientation, next.orientation, 4 * i, durationS);
  });
}

/** Sets a body's angular velocity, rad/s, from the small rotation next · now⁻¹ within a time. */
function setAngularVelocity(
  body: Body,
  now: Float64Array,
  next: Float64Array,
  at: number,
  durationS: number,
): void {
  const x = next[at]!;
  const y = next[at + 1]!;
  const z = next[at + 2]!;
  const w = next[at + 3]!;
  const x0 = now[at]!;
  const y0 = now[at + 1]!;
  const z0 = now[at + 2]!;
  const w0 = now[at + 3]!;
  const twice = 2 / durationS;
  body.angularVelocity.set(
    twice * (x * w0 - w * x0 - y * z0 + z * y0),
    twice * (y * w0 - w * y0 - z * x0 + x * z0),
    twice * (z * w0 - w * z0 - x * y0 + y * x0),
  );
}

/**
 * Frees the sacrum to move vertically as a mass on the ground: from here on the ground and the column's weight decide.
 *
 * @param massKg mass of the pelvis and of what lands with it
 */
export function freeSacrum({ sacrum }: Column, massKg: number): void {
  sacrum.type = Body.DYNAMIC;
  sacrum.mass = massKg;
  sacrum.invMass = 1 / massKg;
  sacrum.linearFactor.set(0, 1, 0);
  sacrum.angularFactor.set(0, 0, 0);
}

/** Applies an upward force to a free sacrum, N. */
export function applyGroundForce({ sacrum }: Column, forceN: number): void {
  sacrum.force.y += forceN;
}

/**
 * Applies the force of muscles, ligaments and abdominal pressure across a disc: a pair through its centre, on the lower body and
 * opposite on the upper one. Their moment is in the disc's rotational rows, so the two together equal the forces at their
 * attachments.
 *
 * @param forwardN, upN, rightN on the lower body, in the disc's axes; compression of the disc is up
 */
export function applyDiscForce(
  column: Column,
  i: number,
  forwardN: number,
  upN: number,
  rightN: number,
): void {
  const disc = column.discs[i]!;
  const [x, y, z] = disc.axes;
  const { lower, upper } = disc.middleArms;
  const fx = forwardN * x.x + upN * y.x + rightN * z.x;
  const fy = forwardN * x.y + upN * y.y + rightN * z.y;
  const fz = forwardN * x.z + upN * y.z + rightN * z.z;
  push(disc.bodyA, lower, fx, fy, fz);
  push(disc.bodyB, upper, -fx, -fy, -fz);
}

function push(body: Body, arm: Vec3, fx: number, fy: number, fz: number): void {
  body.force.x += fx;
  body.force.y += fy;
  body.force.z += fz;
  body.torque.x += arm.y * fz - arm.z * fy;
  body.torque.y += arm.z * fx - arm.x * fz;
  body.torque.z += arm.x * fy - arm.y * fx;
}

/** Applies external forces on the bodies, 17 × 3: N, and Nm about the world's origin. */
export function applyOutsideForces(column: Column, forceN: Float64Array, momentNm: Float64Array): void {
  for (let i = 0; i < LEVEL_COUNT; i++) {
    const { force, torque, position } = column.bodies[i]!;
    const fx = forceN[3 * i]!;
    const fy = forceN[3 * i + 1]!;
    const fz = forceN[3 * i + 2]!;
    force.x += fx;
    force.y += fy;
    force.z += fz;
    torque.x += momentNm[3 * i]! - (position.y * fz - position.z * fy);
    torque.y += momentNm[3 * i + 1]! - (position.z * fx - position.x * fz);
    torque.z += momentNm[3 * i + 2]! - (position.x * fy - position.y * fx);
  }
}

/** Performs one time step. Discs read their drives and plates; forces applied since the last step act and are cleared. */
export function stepColumn(column: Column): void {
  const { force, torque, type } = column.sacrum;
  if (type === Body.DYNAMIC) {
    // a free sacrum moves only vertically: its drive bears all other forces
    force.x = 0;
    force.z = 0;
    torque.setZero();
  }
  column.world.step(column.stepS);
}

/** Writes positions of the bones' origins (T1 … L5, sacrum) and their orientations into a frame of the trace. */
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
