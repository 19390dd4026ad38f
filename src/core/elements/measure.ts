import { CONCAVITY } from '../bone/endPlate.ts';
import type { VoxelBody } from './body.ts';
import { createVector } from './grid.ts';

/** Shortening of a body as linear functions of the displacements: dot products with these vectors, mm. */
export interface Measures {
  /** Mean over the cross-section. */
  readonly mean: Float64Array;
  /** At the rim in front and behind, and in the middle. */
  readonly front: Float64Array;
  readonly back: Float64Array;
  readonly middle: Float64Array;
}

/** Part of the half depth beyond which front and back are measured, and of the radius within which the middle is. */
const RIM = 0.8;
const MIDDLE = 0.3;

export function createMeasures(body: VoxelBody): Measures {
  const { grid } = body.bricks;
  const { depthMm, widthMm } = body.section;
  const create = (counts: (x: number, r2: number) => boolean): Float64Array => {
    const out = createVector(grid);
    let cells = 0;
    for (let iz = 0; iz < grid.nz; iz++)
      for (let ix = 0; ix < grid.nx; ix++) {
        const x = (2 * (grid.xMm[ix]! + grid.size.xMm / 2)) / depthMm;
        const z = (2 * (grid.zMm[iz]! + grid.size.zMm / 2)) / widthMm;
        const r2 = x * x + z * z;
        if (r2 > 1 || !counts(x, r2)) continue;
        cells++;
        const dish = CONCAVITY * depthMm * (1 - r2);
        addHeight(body, out, ix, iz, body.lowerMm + dish, 1);
        addHeight(body, out, ix, iz, body.upperMm - dish, -1);
      }
    return out.map((value) => value / cells);
  };
  return {
    mean: create(() => true),
    front: create((x) => x > RIM),
    back: create((x) => x < -RIM),
    middle: create((_, r2) => r2 < MIDDLE * MIDDLE),
  };
}

/** Adds the vertical displacement at a height, in the middle of a column of bricks. */
function addHeight(
  { bricks: { grid } }: VoxelBody,
  out: Float64Array,
  ix: number,
  iz: number,
  atMm: number,
  sign: number,
): void {
  const iy = Math.floor(atMm / grid.size.yMm);
  const part = atMm / grid.size.yMm - iy;
  for (let n = 0; n < 8; n++) {
    const plane = iy + ((n >> 1) & 1);
    const node = (plane * (grid.nz + 1) + iz + ((n >> 2) & 1)) * (grid.nx + 1) + ix + (n & 1);
    out[3 * node + 1]! += (sign * ((n >> 1) & 1 ? part : 1 - part)) / 4;
  }
}
