import type { ColumnGeometry } from '../anatomy/columnGeometry.ts';
import { LEVEL_COUNT } from '../anatomy/levels.ts';
import type { SpineModel } from '../anatomy/spineModel.ts';
import { GRAVITY } from '../quantity/units.ts';

/** External forces on each body (arms and load through the ribs, a backrest, a bed): 17 × 3, N, and Nm about the world's origin. */
export interface OutsideForces {
  readonly forceN: Float64Array;
  readonly momentNm: Float64Array;
}

export const createOutsideForces = (): OutsideForces => ({
  forceN: new Float64Array(3 * LEVEL_COUNT),
  momentNm: new Float64Array(3 * LEVEL_COUNT),
});

/** Accelerations of the column's masses, 17 × 3: m/s², rad/s². */
export interface ColumnAcceleration {
  readonly linear: Float64Array;
  readonly angular: Float64Array;
}

/**
 * Inverse dynamics: the moment that must act across each disc, on what is above it, for everything above to move as it does
 * under gravity and the external forces. Slices of trunk are nearly round, so their inertia is the same about all axes.
 *
 * @param outNm 17 × 3, about each disc's own axes: bending to the right, axial rotation to the left, extension
 * @param outN 17 × 3, force across each disc on what is above it in the disc's axes: forward, up (compression), to the right
 */
export function calcDemand(
  model: SpineModel,
  geometry: ColumnGeometry,
  acceleration: ColumnAcceleration | null,
  outside: OutsideForces,
  outNm: Float64Array,
  outN: Float64Array,
): void {
  const { massM, discM, discAxes } = geometry;
  // sums over everything above, as force and as moment about the world's origin
  let fx = 0;
  let fy = 0;
  let fz = 0;
  let mx = 0;
  let my = 0;
  let mz = 0;
  for (let i = 0; i < LEVEL_COUNT; i++) {
    const { massKg, inertiaKgM2 } = model.vertebrae[i]!;
    const at = 3 * i;
    const x = massM[at]!;
    const y = massM[at + 1]!;
    const z = massM[at + 2]!;
    let px = 0;
    let py = massKg * GRAVITY;
    let pz = 0;
    if (acceleration) {
      px += massKg * acceleration.linear[at]!;
      py += massKg * acceleration.linear[at + 1]!;
      pz += massKg * acceleration.linear[at + 2]!;
      mx += inertiaKgM2 * acceleration.angular[at]!;
      my += inertiaKgM2 * acceleration.angular[at + 1]!;
      mz += inertiaKgM2 * acceleration.angular[at + 2]!;
    }
    mx += y * pz - z * py - outside.momentNm[at]!;
    my += z * px - x * pz - outside.momentNm[at + 1]!;
    mz += x * py - y * px - outside.momentNm[at + 2]!;
    fx += px - outside.forceN[at]!;
    fy += py - outside.forceN[at + 1]!;
    fz += pz - outside.forceN[at + 2]!;
    const cx = discM[at]!;
    const cy = discM[at + 1]!;
    const cz = discM[at + 2]!;
    const wx = mx - (cy * fz - cz * fy);
    const wy = my - (cz * fx - cx * fz);
    const wz = mz - (cx * fy - cy * fx);
    for (let axis = 0; axis < 3; axis++) {
      const ax = discAxes[9 * i + axis]!;
      const ay = discAxes[9 * i + 3 + axis]!;
      const az = discAxes[9 * i + 6 + axis]!;
      outNm[at + axis] = wx * ax + wy * ay + wz * az;
      outN[at + axis] = fx * ax + fy * ay + fz * az;
    }
  }
}
