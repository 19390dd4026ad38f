import * as brick from './brick.ts';
import { calcBase, coarsen, type Grid } from './grid.ts';
import type { Bricks } from './operator.ts';

// A coarse grid's stiffness is the fine one's under displacements interpolated from the coarse nodes (Galerkin): each coarse brick
// sums its up to eight children, so that a plate thinner than a coarse brick keeps its stiffness in every direction.

// own copies: where modules stay apart (tests, tsx) an imported name is looked up in every turn of a loop
const DISPLACEMENTS: number = brick.DISPLACEMENTS;
const NODES: number = brick.NODES;
const SIZE = DISPLACEMENTS * DISPLACEMENTS;

/** Bricks of a coarse grid, each with a stiffness of its own, 24 × 24, N/mm. */
export interface CoarseBricks {
  readonly grid: Grid;
  readonly count: number;
  readonly base: Int32Array;
  readonly stiffness: Float64Array;
  /** Parent of each brick of the finer grid, and which of its eight children that is. */
  readonly parent: Int32Array;
  readonly child: Uint8Array;
}

/** Weight of coarse node m at node n of child c: both are corners, of the child within its parent. */
function calcWeight(c: number, n: number, m: number): number {
  let weight = 1;
  for (let d = 0; d < 3; d++) {
    const at = (((c >> d) & 1) + ((n >> d) & 1)) / 2;
    weight *= (m >> d) & 1 ? at : 1 - at;
  }
  return weight;
}

const WEIGHTS = Array.from({ length: 8 }, (_, c) =>
  Float64Array.from({ length: NODES * NODES }, (_, i) => calcWeight(c, i >> 3, i & 7)),
);

const half = new Float64Array(SIZE);

/** Adds Pᵀ K P of child c to a coarse stiffness that begins at `to`. */
export function addChild(k: Float64Array, from: number, c: number, out: Float64Array, to: number): void {
  const weights = WEIGHTS[c]!;
  half.fill(0);
  for (let i = 0; i < DISPLACEMENTS; i++)
    for (let n = 0; n < NODES; n++)
      for (let m = 0; m < NODES; m++) {
        const weight = weights[NODES * n + m]!;
        if (weight === 0) continue;
        for (let axis = 0; axis < 3; axis++)
          half[DISPLACEMENTS * i + 3 * m + axis]! += weight * k[from + DISPLACEMENTS * i + 3 * n + axis]!;
      }
  for (let n = 0; n < NODES; n++)
    for (let m = 0; m < NODES; m++) {
      const weight = weights[NODES * n + m]!;
      if (weight === 0) continue;
      for (let axis = 0; axis < 3; axis++) {
        const row = DISPLACEMENTS * (3 * n + axis);
        const target = to + DISPLACEMENTS * (3 * m + axis);
        for (let j = 0; j < DISPLACEMENTS; j++) out[target + j]! += weight * half[row + j]!;
      }
    }
}

/** @param base first displacements of the finer grid's bricks, lowest layer first */
export function createCoarse(fine: Grid, base: Int32Array): CoarseBricks {
  const grid = coarsen(fine);
  const found = new Map<number, number>();
  const coarseBase: number[] = [];
  const parent = new Int32Array(base.length);
  const child = new Uint8Array(base.length);
  for (let e = 0; e < base.length; e++) {
    const node = base[e]! / 3;
    const ix = node % (fine.nx + 1);
    const row = (node - ix) / (fine.nx + 1);
    const iz = row % (fine.nz + 1);
    const iy = (row - iz) / (fine.nz + 1);
    const at = calcBase(grid, ix >> 1, iy >> 1, iz >> 1);
    let index = found.get(at);
    if (index === undefined) {
      index = coarseBase.length;
      found.set(at, index);
      coarseBase.push(at);
    }
    parent[e] = index;
    child[e] = (ix & 1) | ((iy & 1) << 1) | ((iz & 1) << 2);
  }
  const count = coarseBase.length;
  return {
    grid,
    count,
    base: Int32Array.from(coarseBase),
    stiffness: new Float64Array(SIZE * count),
    parent,
    child,
  };
}

/** Stiffness of a brick at 1 MPa as each of eight children, in its parent's displacements. */
export function calcChildren(k: Float64Array): Float64Array {
  const out = new Float64Array(8 * SIZE);
  for (let c = 0; c < 8; c++) addChild(k, 0, c, out, SIZE * c);
  return out;
}

/** Sums bricks of the finest grid. */
export function fillFromBricks(
  coarse: CoarseBricks,
  { count, plainMPa, bulgingMPa }: Bricks,
  plain: Float64Array,
  bulging: Float64Array,
): void {
  const { stiffness, parent, child } = coarse;
  stiffness.fill(0);
  for (let e = 0; e < count; e++) {
    const to = SIZE * parent[e]!;
    const from = SIZE * child[e]!;
    const a = plainMPa[e]!;
    const b = bulgingMPa[e]!;
    for (let i = 0; i < SIZE; i++) stiffness[to + i]! += a * plain[from + i]! + b * bulging[from + i]!;
  }
}

/** Sums bricks of a coarse grid. */
export function fillFromCoarse(coarse: CoarseBricks, finer: CoarseBricks): void {
  coarse.stiffness.fill(0);
  for (let e = 0; e < finer.count; e++)
    addChild(finer.stiffness, SIZE * e, coarse.child[e]!, coarse.stiffness, SIZE * coarse.parent[e]!);
}

const local = new Float64Array(DISPLACEMENTS);

/** Forces of the bricks at displacements `u`, N. */
export function applyCoarse(
  { grid, count, base, stiffness }: CoarseBricks,
  u: Float64Array,
  out: Float64Array,
): void {
  const { corner } = grid;
  out.fill(0);
  for (let e = 0; e < count; e++) {
    const at = base[e]!;
    for (let n = 0; n < NODES; n++) {
      const i = at + corner[n]!;
      local[3 * n] = u[i]!;
      local[3 * n + 1] = u[i + 1]!;
      local[3 * n + 2] = u[i + 2]!;
    }
    for (let n = 0; n < NODES; n++) {
      const i = at + corner[n]!;
      const row = SIZE * e + 3 * DISPLACEMENTS * n;
      let x = 0;
      let y = 0;
      let z = 0;
      for (let j = 0; j < DISPLACEMENTS; j++) {
        const moved = local[j]!;
        x += stiffness[row + j]! * moved;
        y += stiffness[row + DISPLACEMENTS + j]! * moved;
        z += stiffness[row + 2 * DISPLACEMENTS + j]! * moved;
      }
      out[i]! += x;
      out[i + 1]! += y;
      out[i + 2]! += z;
    }
  }
}

export function calcCoarseDiagonal({ grid, count, base, stiffness }: CoarseBricks, out: Float64Array): void {
  out.fill(0);
  for (let e = 0; e < count; e++)
    for (let n = 0; n < NODES; n++)
      for (let axis = 0; axis < 3; axis++)
        out[base[e]! + grid.corner[n]! + axis]! +=
          stiffness[SIZE * e + (DISPLACEMENTS + 1) * (3 * n + axis)]!;
}
