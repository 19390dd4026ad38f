import type { BrickSize } from './brick.ts';

/**
 * Box of bricks whose lowest plane is held and whose highest moves as a rigid plate. In a halved box z begins at the mirror plane,
 * across which nothing moves. A vector has three displacements per node, mm (or forces, N), node (iy (nz + 1) + iz)(nx + 1) + ix, and
 * after them the plate's six movements: x, y, slope of y along x, z, slope of y along z, spin about y.
 */
export interface Grid {
  readonly nx: number;
  readonly ny: number;
  readonly nz: number;
  readonly size: BrickSize;
  readonly halved: boolean;
  /** Displacements of the nodes; a vector has `PLATE` entries more. */
  readonly dof: number;
  /** First displacement of the plate's nodes. */
  readonly topDof: number;
  /** Places of the nodes from the axis of the body, mm. */
  readonly xMm: Float64Array;
  readonly zMm: Float64Array;
  /** Displacements that are held at 0. */
  readonly fixed: Int32Array;
  /** Displacement offsets of a brick's nodes from its first one. */
  readonly corner: Int32Array;
}

/** Movements of the plate. */
export const PLATE = 6;

export function createGrid(nx: number, ny: number, nz: number, size: BrickSize, halved: boolean): Grid {
  const plane = (nx + 1) * (nz + 1);
  const dof = 3 * plane * (ny + 1);
  const fixed: number[] = [];
  for (let i = 0; i < 3 * plane; i++) fixed.push(i);
  if (halved)
    for (let iy = 1; iy < ny; iy++) for (let ix = 0; ix <= nx; ix++) fixed.push(3 * (iy * plane + ix) + 2);
  return {
    nx,
    ny,
    nz,
    size,
    halved,
    dof,
    topDof: 3 * plane * ny,
    xMm: Float64Array.from({ length: nx + 1 }, (_, i) => (i - nx / 2) * size.xMm),
    zMm: Float64Array.from({ length: nz + 1 }, (_, i) => (halved ? i : i - nz / 2) * size.zMm),
    fixed: Int32Array.from(fixed),
    corner: Int32Array.from(
      { length: 8 },
      (_, n) => 3 * ((n & 1) + ((n >> 2) & 1) * (nx + 1) + ((n >> 1) & 1) * plane),
    ),
  };
}

export const createVector = ({ dof }: Grid): Float64Array => new Float64Array(dof + PLATE);

/** Grid of twice the brick's sides. */
export const coarsen = ({ nx, ny, nz, size, halved }: Grid): Grid =>
  createGrid(nx / 2, ny / 2, nz / 2, { xMm: 2 * size.xMm, yMm: 2 * size.yMm, zMm: 2 * size.zMm }, halved);

/** First displacement of a brick. */
export const calcBase = ({ nx, nz }: Grid, ix: number, iy: number, iz: number): number =>
  3 * ((iy * (nz + 1) + iz) * (nx + 1) + ix);

/** Moves the plate's nodes as the plate moves. */
export function expand(grid: Grid, u: Float64Array): void {
  const { dof, xMm, zMm, nx, nz } = grid;
  let i = grid.topDof;
  for (let iz = 0; iz <= nz; iz++)
    for (let ix = 0; ix <= nx; ix++, i += 3) {
      u[i] = u[dof]! + zMm[iz]! * u[dof + 5]!;
      u[i + 1] = u[dof + 1]! + xMm[ix]! * u[dof + 2]! + zMm[iz]! * u[dof + 4]!;
      u[i + 2] = u[dof + 3]! - xMm[ix]! * u[dof + 5]!;
    }
}

/** Adds the forces on the plate's nodes up to those on the plate, and drops forces on what is held. */
export function collapse(grid: Grid, force: Float64Array): void {
  const { dof, xMm, zMm, nx, nz, halved, fixed } = grid;
  let i = grid.topDof;
  for (let iz = 0; iz <= nz; iz++)
    for (let ix = 0; ix <= nx; ix++, i += 3) {
      const x = force[i]!;
      const y = force[i + 1]!;
      const z = force[i + 2]!;
      force[dof]! += x;
      force[dof + 1]! += y;
      force[dof + 2]! += xMm[ix]! * y;
      force[dof + 3]! += z;
      force[dof + 4]! += zMm[iz]! * y;
      force[dof + 5]! += zMm[iz]! * x - xMm[ix]! * z;
      force[i] = 0;
      force[i + 1] = 0;
      force[i + 2] = 0;
    }
  for (let n = 0; n < fixed.length; n++) force[fixed[n]!] = 0;
  if (halved) force.fill(0, dof + 3);
}

/** Product of displacements and forces; the plate's nodes carry no forces of their own. */
export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
