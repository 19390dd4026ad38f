/** Upper ends of femur and humerus, right side, mm; x anterior, y up, z right, origin in the joint's centre. */
import girdle from '../../models/meshing-girdle.json' with { type: 'json' };
import pelvis from '../../models/meshing-pelvis.json' with { type: 'json' };
import type { BoneSolid } from './boneSolid.ts';
import {
  ellipsoid,
  normalise,
  type Point,
  type Solid,
  smoothMax,
  smoothSubtraction,
  smoothUnion,
} from './primitives.ts';
import { stationsFrom, sweep } from './sweeps.ts';

interface Lump {
  readonly centre: readonly number[];
  readonly radii: readonly number[];
}
const point = (row: readonly number[]): Point => [row[0]!, row[1]!, row[2]!];
const lump = ({ centre, radii }: Lump): Solid => ellipsoid(point(centre), point(radii));
const bar = (rows: readonly (readonly number[])[]): Solid => sweep(stationsFrom(rows));
const cutShaft = (rows: readonly (readonly number[])[]): Solid =>
  sweep(stationsFrom(rows), { cut: [false, true] });

/** A ball's cap that faces along `facing`, its edge a little proud of the neck. */
function head(radiusMm: number, facing: readonly number[], depthMm: number): Solid {
  const axis = normalise(point(facing));
  return (x, y, z) =>
    smoothMax(
      Math.sqrt(x * x + y * y + z * z) - radiusMm,
      -(x * axis[0] + y * axis[1] + z * axis[2]) - depthMm,
      3,
    );
}

export function femurSolid(): BoneSolid {
  const { headRadiusMm, headFacing, headDepthMm, fovea, neck, shaft, trochanters, trochantericFossa } =
    pelvis.femur;
  const whole = smoothUnion(
    5,
    smoothUnion(3, head(headRadiusMm, headFacing, headDepthMm), bar(neck)),
    cutShaft(shaft),
    ...trochanters.map(bar),
  );
  return {
    name: 'femur-right',
    solid: smoothSubtraction(2, whole, lump(fovea), lump(trochantericFossa)),
    deformWeight: () => 0,
    low: [-45, -158, -32],
    high: [40, 34, 88],
    triangles: 2600,
    sampleMm: 1.2,
  };
}

/** Attached to the shoulder joint, in axes of standing. */
export function humerusSolid(): BoneSolid {
  const { headRadiusMm, headFacing, headDepthMm, shaft, greaterTubercle, lesserTubercle, groove } =
    girdle.humerus;
  const whole = smoothUnion(
    5,
    head(headRadiusMm, headFacing, headDepthMm),
    cutShaft(shaft),
    lump(greaterTubercle),
    lump(lesserTubercle),
  );
  return {
    name: 'humerus-right',
    solid: smoothSubtraction(2, whole, bar(groove)),
    deformWeight: () => 0,
    low: [-34, -122, -32],
    high: [36, 34, 40],
    triangles: 2000,
    sampleMm: 1.2,
  };
}
