import type { ColumnGeometry } from '../anatomy/columnGeometry.ts';
import { LEVEL_COUNT } from '../anatomy/levels.ts';
import type { SpineModel } from '../anatomy/spineModel.ts';
import { GRAVITY } from '../quantity/units.ts';

/** What acts on the trunk from outside through T1: N, and Nm about the world's origin (+z, x anterior, y up). */
export interface OutsideForce {
  forceX: number;
  forceY: number;
  momentNm: number;
}

/** How the column's masses are accelerating: m/s², rad/s². */
export interface ColumnAcceleration {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly pitch: Float64Array;
}

/**
 * Inverse dynamics: the extension moment that must act across each disc for everything above it to move as it does under
 * gravity and the forces from outside.
 *
 * @param out Nm, T1-T2 … L5-S1; + = extension
 */
export function calcMomentDemand(
  model: SpineModel,
  geometry: ColumnGeometry,
  acceleration: ColumnAcceleration | null,
  outside: OutsideForce,
  out: Float64Array,
): void {
  // sums over all that is above, as force and as moment about the world's origin
  let fx = -outside.forceX;
  let fy = -outside.forceY;
  let moment = -outside.momentNm;
  for (let i = 0; i < LEVEL_COUNT; i++) {
    const body = model.vertebrae[i]!;
    const ax = acceleration ? acceleration.x[i]! : 0;
    const ay = (acceleration ? acceleration.y[i]! : 0) + GRAVITY;
    const x = geometry.massX[i]!;
    const y = geometry.massY[i]!;
    fx += body.massKg * ax;
    fy += body.massKg * ay;
    moment += body.massKg * (x * ay - y * ax);
    if (acceleration) moment += body.inertiaKgM2 * acceleration.pitch[i]!;
    out[i] = moment - (geometry.discX[i]! * fy - geometry.discY[i]! * fx);
  }
}
