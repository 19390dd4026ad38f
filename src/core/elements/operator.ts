import { BLOCK_ENTRIES, BLOCKS, calcBlocks, calcBrickStiffness, DISPLACEMENTS, NODES } from './brick.ts';
import { calcBase, type Grid } from './grid.ts';

/**
 * Bricks of a grid. Each is a mixture of two isotropic materials, without and with lateral expansion: a brick's stiffness is
 * `plainMPa` of the one plus `bulgingMPa` of the other. Empty bricks are left out.
 */
export interface Bricks {
  readonly grid: Grid;
  readonly count: number;
  /** First displacement of each brick. */
  readonly base: Int32Array;
  readonly plainMPa: Float64Array;
  readonly bulgingMPa: Float64Array;
  readonly plain: Float64Array;
  readonly bulging: Float64Array;
  readonly plainBlocks: Float64Array;
  readonly bulgingBlocks: Float64Array;
}

/** Poisson's ratio of bone; of discs' columns and of crushed bone it is 0. */
export const POISSON = 0.3;

/** @param places brick coordinates ix, iy, iz of each brick, one after the other, lowest layer first */
export function createBricks(grid: Grid, places: ArrayLike<number>): Bricks {
  const count = places.length / 3;
  const base = new Int32Array(count);
  for (let e = 0; e < count; e++)
    base[e] = calcBase(grid, places[3 * e]!, places[3 * e + 1]!, places[3 * e + 2]!);
  const plain = calcBrickStiffness(grid.size, 0);
  const bulging = calcBrickStiffness(grid.size, POISSON);
  return {
    grid,
    count,
    base,
    plainMPa: new Float64Array(count),
    bulgingMPa: new Float64Array(count),
    plain,
    bulging,
    plainBlocks: calcBlocks(plain),
    bulgingBlocks: calcBlocks(bulging),
  };
}

/** Modes of the brick in work: three displacements in each of eight modes. */
const modes = new Float64Array(DISPLACEMENTS);

/** Reads a brick's displacements into `out` as modes: 3 m + axis. */
export function readModes(u: Float64Array, base: number, corner: Int32Array, out: Float64Array): void {
  for (let axis = 0; axis < 3; axis++) {
    const at = base + axis;
    const u0 = u[at]!;
    const u1 = u[at + corner[1]!]!;
    const u2 = u[at + corner[2]!]!;
    const u3 = u[at + corner[3]!]!;
    const u4 = u[at + corner[4]!]!;
    const u5 = u[at + corner[5]!]!;
    const u6 = u[at + corner[6]!]!;
    const u7 = u[at + corner[7]!]!;
    const a0 = u0 + u1;
    const a1 = u0 - u1;
    const a2 = u2 + u3;
    const a3 = u2 - u3;
    const a4 = u4 + u5;
    const a5 = u4 - u5;
    const a6 = u6 + u7;
    const a7 = u6 - u7;
    const b0 = a0 + a2;
    const b1 = a1 + a3;
    const b2 = a0 - a2;
    const b3 = a1 - a3;
    const b4 = a4 + a6;
    const b5 = a5 + a7;
    const b6 = a4 - a6;
    const b7 = a5 - a7;
    out[axis] = b0 + b4;
    out[3 + axis] = b1 + b5;
    out[6 + axis] = b2 + b6;
    out[9 + axis] = b3 + b7;
    out[12 + axis] = b0 - b4;
    out[15 + axis] = b1 - b5;
    out[18 + axis] = b2 - b6;
    out[21 + axis] = b3 - b7;
  }
}

/** Adds the nodes' forces that modes stand for. */
function addModes(out: Float64Array, base: number, corner: Int32Array, from: Float64Array): void {
  for (let axis = 0; axis < 3; axis++) {
    const at = base + axis;
    const u0 = from[axis]!;
    const u1 = from[3 + axis]!;
    const u2 = from[6 + axis]!;
    const u3 = from[9 + axis]!;
    const u4 = from[12 + axis]!;
    const u5 = from[15 + axis]!;
    const u6 = from[18 + axis]!;
    const u7 = from[21 + axis]!;
    const a0 = u0 + u1;
    const a1 = u0 - u1;
    const a2 = u2 + u3;
    const a3 = u2 - u3;
    const a4 = u4 + u5;
    const a5 = u4 - u5;
    const a6 = u6 + u7;
    const a7 = u6 - u7;
    const b0 = a0 + a2;
    const b1 = a1 + a3;
    const b2 = a0 - a2;
    const b3 = a1 - a3;
    const b4 = a4 + a6;
    const b5 = a5 + a7;
    const b6 = a4 - a6;
    const b7 = a5 - a7;
    out[at]! += b0 + b4;
    out[at + corner[1]!]! += b1 + b5;
    out[at + corner[2]!]! += b2 + b6;
    out[at + corner[3]!]! += b3 + b7;
    out[at + corner[4]!]! += b0 - b4;
    out[at + corner[5]!]! += b1 - b5;
    out[at + corner[6]!]! += b2 - b6;
    out[at + corner[7]!]! += b3 - b7;
  }
}

/** Forces of the bricks at displacements `u`, N, into `out`: none of them is held, and the plate's nodes stand alone. */
export function applyBricks(bricks: Bricks, u: Float64Array, out: Float64Array): void {
  const { count, base, plainMPa, bulgingMPa, plainBlocks: plain, bulgingBlocks: bulging, grid } = bricks;
  const { corner } = grid;
  const blocks: number = BLOCKS;
  const entries: number = BLOCK_ENTRIES;
  out.fill(0);
  for (let e = 0; e < count; e++) {
    const a = plainMPa[e]!;
    const b = bulgingMPa[e]!;
    readModes(u, base[e]!, corner, modes);
    for (let p = 0, k = 0; p < blocks; p++, k += entries) {
      const ix = 3 * (p ^ 1);
      const iy = 3 * (p ^ 2) + 1;
      const iz = 3 * (p ^ 4) + 2;
      const x = modes[ix]!;
      const y = modes[iy]!;
      const z = modes[iz]!;
      const k01 = a * plain[k + 1]! + b * bulging[k + 1]!;
      const k02 = a * plain[k + 2]! + b * bulging[k + 2]!;
      const k12 = a * plain[k + 4]! + b * bulging[k + 4]!;
      modes[ix] = (a * plain[k]! + b * bulging[k]!) * x + k01 * y + k02 * z;
      modes[iy] = k01 * x + (a * plain[k + 3]! + b * bulging[k + 3]!) * y + k12 * z;
      modes[iz] = k02 * x + k12 * y + (a * plain[k + 5]! + b * bulging[k + 5]!) * z;
    }
    addModes(out, base[e]!, corner, modes);
  }
}

/** Diagonal of the bricks' stiffness, N/mm. */
export function calcDiagonal(bricks: Bricks, out: Float64Array): void {
  const { count, base, plainMPa, bulgingMPa, plain, bulging, grid } = bricks;
  out.fill(0);
  for (let e = 0; e < count; e++)
    for (let n = 0; n < NODES; n++)
      for (let axis = 0; axis < 3; axis++) {
        const i = (DISPLACEMENTS + 1) * (3 * n + axis);
        out[base[e]! + grid.corner[n]! + axis]! += plainMPa[e]! * plain[i]! + bulgingMPa[e]! * bulging[i]!;
      }
}
