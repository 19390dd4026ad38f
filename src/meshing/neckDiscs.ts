/** The discs C2-C3 … C7-T1, mm; each in the frame of the bone above. */
import table from '../../models/meshing-cervical.json' with { type: 'json' };
import type { BoneFamily, BoneSolid } from './boneSolid.ts';
import { AXIS, cervicalShape } from './neckTables.ts';
import { clamp, lerp, type Point, smoothMax, superellipse } from './primitives.ts';
import { getBoneBelow, getNeckHeightMm, toBoneBelow } from './standingNeck.ts';
import { dimensionsOf } from './tables.ts';

/** Bulge of the wall in its middle, mm (our assumption: as the other discs at rest). */
const BULGE_MM = 0.8;
/** Size of the wall at the rims over the rims'. */
const RIM_RATIO = 0.94;
/** Extent into the bones, mm, whose plates are not flat: saddle-shaped over the disc, hollow under it. */
const INTO_UPPER_MM = 1.8;
const INTO_LOWER_MM = 1;

interface Plate {
  readonly depthMm: number;
  readonly widthMm: number;
}

function lowerPlate(name: string): Plate {
  const { lowerDepthMm, lowerWidthMm } = name === 'C2' ? AXIS : cervicalShape(name);
  return { depthMm: lowerDepthMm, widthMm: lowerWidthMm };
}

function upperPlate(name: string): Plate {
  const { upperDepthMm, upperWidthMm } = name === 'T1' ? dimensionsOf('T1') : cervicalShape(name);
  return { depthMm: upperDepthMm, widthMm: upperWidthMm };
}

function discSolid(name: string, upper: string): BoneSolid {
  const lower = getBoneBelow(upper);
  const [above, below] = [lowerPlate(upper), upperPlate(lower)];
  const plateY = -getNeckHeightMm(upper) / 2;
  const lowerPlateY = getNeckHeightMm(lower) / 2;
  const inLower = (x: number, y: number, z: number): Point => toBoneBelow(upper, [x, y, z]);
  /** 0 at the lower bone's plate … 1 at the upper one's. */
  const calcFraction = (y: number, yInLower: number): number => {
    const fromLower = yInLower - lowerPlateY;
    return clamp(fromLower / Math.max(fromLower + plateY - y, 1e-6), 0, 1);
  };
  return {
    name,
    solid: (x, y, z) => {
      const [xInLower, yInLower] = inLower(x, y, z);
      const t = calcFraction(y, yInLower);
      const out = BULGE_MM * 4 * t * (1 - t);
      const halfDepth = (RIM_RATIO * lerp(below.depthMm, above.depthMm, t)) / 2 + out;
      const halfWidth = (RIM_RATIO * lerp(below.widthMm, above.widthMm, t)) / 2 + out;
      const wall = superellipse(lerp(xInLower, x, t), z, halfDepth, halfWidth, 2.6);
      const ends = Math.max(y - plateY - INTO_UPPER_MM, lowerPlateY - INTO_LOWER_MM - yInLower);
      return smoothMax(wall, ends, 0.8);
    },
    // weight with which it moves with the bone above
    deformWeight: (x, y, z) => calcFraction(y, inLower(x, y, z)[1]),
    low: [-14, plateY - 11, -16],
    high: [14, plateY + 5, 16],
    triangles: 500,
  };
}

export const NECK_DISCS: BoneFamily = Object.fromEntries(
  table.stack.map(({ disc }) => [`disc-${disc}`, () => discSolid(`disc-${disc}`, disc.split('-')[0]!)]),
);
