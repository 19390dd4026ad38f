import { factorCholesky, solveCholesky } from '../math/denseCholesky.ts';
import { DISPLACEMENTS } from './brick.ts';
import {
  applyCoarse,
  type CoarseBricks,
  calcChildren,
  calcCoarseDiagonal,
  createCoarse,
  fillFromBricks,
  fillFromCoarse,
} from './coarse.ts';
import { collapse, createVector, dot, expand, type Grid, PLATE } from './grid.ts';
import { applyBricks, type Bricks, calcDiagonal } from './operator.ts';

/** One grid of the hierarchy: its stiffness, and what the smoother needs. */
export interface Level {
  readonly grid: Grid;
  readonly applyFree: (u: Float64Array, out: Float64Array) => void;
  /** Inverse of the diagonal, 0 where nothing moves; factor of the plate's own 6 × 6 stiffness. */
  readonly inverse: Float64Array;
  readonly plate: Float64Array;
  /** Greatest eigenvalue of the scaled stiffness. */
  greatest: number;
  readonly eigen: Float64Array;
  readonly u: Float64Array;
  readonly force: Float64Array;
  readonly residual: Float64Array;
  readonly move: Float64Array;
  readonly scaled: Float64Array;
}

/** Preconditioner: a V-cycle over grids that halve each other, with the coarsest solved exactly. */
export interface Multigrid {
  readonly bricks: Bricks;
  readonly coarse: readonly CoarseBricks[];
  readonly levels: readonly Level[];
  readonly plainChildren: Float64Array;
  readonly bulgingChildren: Float64Array;
  /** Cholesky factor of the coarsest grid's stiffness, and its unknowns. */
  readonly factor: Float64Array;
  readonly unknowns: Int32Array;
  readonly right: Float64Array;
}

const createLevel = (grid: Grid, applyFree: Level['applyFree']): Level => ({
  grid,
  applyFree,
  inverse: createVector(grid),
  plate: new Float64Array(PLATE * PLATE),
  greatest: 1,
  eigen: createVector(grid).map((_, i) => 1 + (((i * 7919) % 101) - 50) / 101),
  u: createVector(grid),
  force: createVector(grid),
  residual: createVector(grid),
  move: createVector(grid),
  scaled: createVector(grid),
});

/** @param coarsenings number of coarser grids; every count of bricks is divisible by two as often */
export function createMultigrid(bricks: Bricks, coarsenings: number): Multigrid {
  const coarse: CoarseBricks[] = [];
  let finer: { readonly grid: Grid; readonly base: Int32Array } = bricks;
  for (let n = 0; n < coarsenings; n++) {
    const next = createCoarse(finer.grid, finer.base);
    coarse.push(next);
    finer = next;
  }
  const levels = [
    createLevel(bricks.grid, (u, out) => applyBricks(bricks, u, out)),
    ...coarse.map((one) => createLevel(one.grid, (u, out) => applyCoarse(one, u, out))),
  ];
  const { grid } = levels.at(-1)!;
  const held = new Set(grid.fixed);
  const unknowns: number[] = [];
  for (let i = 0; i < grid.topDof; i++) if (!held.has(i)) unknowns.push(i);
  for (let i = 0; i < (grid.halved ? 3 : PLATE); i++) unknowns.push(grid.dof + i);
  levels[0]!.greatest = Math.max(calcGreatest(bricks.plain), calcGreatest(bricks.bulging));
  return {
    bricks,
    coarse,
    levels,
    plainChildren: calcChildren(bricks.plain),
    bulgingChildren: calcChildren(bricks.bulging),
    factor: new Float64Array(unknowns.length * unknowns.length),
    unknowns: Int32Array.from(unknowns),
    right: new Float64Array(unknowns.length),
  };
}

/** Stiffness times displacements that follow the plate; forces on what is held are dropped. */
export function applyStiffness({ grid, applyFree }: Level, u: Float64Array, out: Float64Array): void {
  applyFree(u, out);
  collapse(grid, out);
}

/** Greatest eigenvalue of a brick's stiffness scaled by its diagonal: no assembly of such bricks exceeds that. */
function calcGreatest(k: Float64Array): number {
  let v = Float64Array.from({ length: DISPLACEMENTS }, (_, i) => 1 + ((i * 37) % 11));
  let greatest = 0;
  for (let n = 0; n < 200; n++) {
    const next = v.map((_, i) => {
      let sum = 0;
      for (let j = 0; j < DISPLACEMENTS; j++) sum += k[DISPLACEMENTS * i + j]! * v[j]!;
      return sum / k[(DISPLACEMENTS + 1) * i]!;
    });
    greatest = Math.sqrt(dot(next, next));
    v = next.map((value) => value / greatest);
  }
  return greatest;
}

/**
 * Brings the hierarchy up to date with the bricks' moduli.
 *
 * @param iterations by which the greatest eigenvalues of the coarse grids are improved
 */
export function refreshMultigrid(multigrid: Multigrid, iterations: number): void {
  const { bricks, coarse, levels } = multigrid;
  for (let n = 0; n < coarse.length; n++)
    if (n === 0) fillFromBricks(coarse[0]!, bricks, multigrid.plainChildren, multigrid.bulgingChildren);
    else fillFromCoarse(coarse[n]!, coarse[n - 1]!);
  for (let n = 0; n < levels.length; n++) {
    const level = levels[n]!;
    if (n === 0) calcDiagonal(bricks, level.inverse);
    else calcCoarseDiagonal(coarse[n - 1]!, level.inverse);
    if (n === levels.length - 1) factorCoarsest(multigrid, level);
    else refreshSmoother(level, n === 0 ? 0 : iterations);
  }
}

function refreshSmoother(level: Level, iterations: number): void {
  const { grid, inverse, plate, eigen, move, force } = level;
  for (let i = 0; i < grid.topDof; i++) inverse[i] = inverse[i]! > 0 ? 1 / inverse[i]! : 0;
  for (let n = 0; n < grid.fixed.length; n++) inverse[grid.fixed[n]!] = 0;
  const used = grid.halved ? 3 : PLATE;
  plate.fill(0);
  for (let a = 0; a < PLATE; a++) {
    if (a >= used) {
      plate[PLATE * a + a] = 1;
      continue;
    }
    move.fill(0);
    move[grid.dof + a] = 1;
    expand(grid, move);
    applyStiffness(level, move, force);
    for (let b = 0; b < used; b++) plate[PLATE * b + a] = force[grid.dof + b]!;
  }
  factorCholesky(PLATE, plate);
  for (let n = 0; n < iterations; n++) {
    expand(grid, eigen);
    applyStiffness(level, eigen, force);
    scale(level, force, move);
    let square = 0;
    for (let i = 0; i < grid.topDof; i++) square += move[i]! * move[i]!;
    for (let i = grid.dof; i < grid.dof + PLATE; i++) square += move[i]! * move[i]!;
    const size = Math.sqrt(square);
    for (let i = 0; i < move.length; i++) eigen[i] = move[i]! / size;
    level.greatest = size;
  }
}

/** Force over the diagonal: displacements of nodes and plate, each alone. */
const plateMove = new Float64Array(PLATE);
function scale({ grid, inverse, plate }: Level, force: Float64Array, out: Float64Array): void {
  for (let i = 0; i < grid.topDof; i++) out[i] = force[i]! * inverse[i]!;
  for (let i = 0; i < PLATE; i++) plateMove[i] = force[grid.dof + i]!;
  solveCholesky(PLATE, plate, plateMove);
  for (let i = 0; i < PLATE; i++) out[grid.dof + i] = plateMove[i]!;
}

function factorCoarsest({ factor, unknowns }: Multigrid, level: Level): void {
  const { grid, u, force } = level;
  const n = unknowns.length;
  for (let a = 0; a < n; a++) {
    u.fill(0);
    u[unknowns[a]!] = 1;
    expand(grid, u);
    applyStiffness(level, u, force);
    for (let b = 0; b < n; b++) factor[n * b + a] = force[unknowns[b]!]!;
    // a node without bricks
    if (factor[n * a + a] === 0) factor[n * a + a] = 1;
  }
  factorCholesky(n, factor);
}

/** Steps of the smoother before and after each coarse correction, and the part of the spectrum that it damps. */
const SMOOTHING = 2;
const DAMPED = 8;
/** Margin over the estimated greatest eigenvalue. */
const MARGIN = 1.15;

/** Chebyshev iteration on the scaled stiffness, from the displacements in `level.u` (all 0 if `fresh`). */
function smooth(level: Level, fresh: boolean): void {
  const { grid, u, force, residual, move, scaled, greatest } = level;
  const top = MARGIN * greatest;
  const middle = (top + top / DAMPED) / 2;
  const width = (top - top / DAMPED) / 2;
  let rho = width / middle;
  for (let n = 0; n < SMOOTHING; n++) {
    if (n === 0 && fresh) residual.set(force);
    else {
      applyStiffness(level, u, residual);
      for (let i = 0; i < residual.length; i++) residual[i] = force[i]! - residual[i]!;
    }
    if (n === 0) {
      scale(level, residual, move);
      for (let i = 0; i < move.length; i++) move[i] = move[i]! / middle;
    } else {
      const next = 1 / ((2 * middle) / width - rho);
      scale(level, residual, scaled);
      const step = (2 * next) / width;
      const keep = next * rho;
      for (let i = 0; i < move.length; i++) move[i] = keep * move[i]! + step * scaled[i]!;
      rho = next;
    }
    for (let i = 0; i < grid.topDof; i++) u[i]! += move[i]!;
    for (let i = grid.dof; i < u.length; i++) u[i]! += move[i]!;
    expand(grid, u);
  }
}

/** Adds coarse displacements, interpolated, to the finer grid's. */
function prolong(coarse: Level, fine: Level): void {
  const { nx, ny, nz, corner, dof } = coarse.grid;
  const { u } = coarse;
  const out = fine.u;
  const row = 3 * (fine.grid.nx + 1);
  const plane = row * (fine.grid.nz + 1);
  for (let iy = 0; iy < 2 * ny; iy++)
    for (let iz = 0; iz <= 2 * nz; iz++) {
      const base = 3 * (((iy >> 1) * (nz + 1) + (iz >> 1)) * (nx + 1));
      const up = (iy & 1) * corner[2]!;
      const right = (iz & 1) * corner[4]!;
      let to = iy * plane + iz * row;
      for (let ix = 0; ix <= 2 * nx; ix++)
        for (let axis = 0, from = base + 3 * (ix >> 1); axis < 3; axis++, from++, to++) {
          const front = (ix & 1) * 3;
          out[to]! +=
            (u[from]! +
              u[from + front]! +
              u[from + up]! +
              u[from + up + front]! +
              u[from + right]! +
              u[from + right + front]! +
              u[from + right + up]! +
              u[from + right + up + front]!) /
            8;
        }
    }
  for (let i = 0; i < PLATE; i++) out[fine.grid.dof + i]! += u[dof + i]!;
  for (let n = 0; n < fine.grid.fixed.length; n++) out[fine.grid.fixed[n]!] = 0;
  expand(fine.grid, out);
}

/** Sums the finer grid's residual forces into the coarse grid's forces: the transpose of `prolong`. */
function restrict(fine: Level, coarse: Level): void {
  const { nx, ny, nz, corner, dof } = coarse.grid;
  const from = fine.residual;
  const out = coarse.force;
  const row = 3 * (fine.grid.nx + 1);
  const plane = row * (fine.grid.nz + 1);
  out.fill(0);
  for (let iy = 0; iy < 2 * ny; iy++)
    for (let iz = 0; iz <= 2 * nz; iz++) {
      const base = 3 * (((iy >> 1) * (nz + 1) + (iz >> 1)) * (nx + 1));
      const up = (iy & 1) * corner[2]!;
      const right = (iz & 1) * corner[4]!;
      let at = iy * plane + iz * row;
      for (let ix = 0; ix <= 2 * nx; ix++)
        for (let axis = 0, to = base + 3 * (ix >> 1); axis < 3; axis++, to++, at++) {
          const front = (ix & 1) * 3;
          const share = from[at]! / 8;
          out[to]! += share;
          out[to + front]! += share;
          out[to + up]! += share;
          out[to + up + front]! += share;
          out[to + right]! += share;
          out[to + right + front]! += share;
          out[to + right + up]! += share;
          out[to + right + up + front]! += share;
        }
    }
  for (let i = 0; i < PLATE; i++) out[dof + i]! += from[fine.grid.dof + i]!;
  collapse(coarse.grid, out);
}

/** One V-cycle for the forces in the finest level's `force`; displacements into its `u`. */
export function applyMultigrid({ levels, factor, unknowns, right }: Multigrid): void {
  for (let n = 0; n + 1 < levels.length; n++) {
    const level = levels[n]!;
    level.u.fill(0);
    smooth(level, true);
    applyStiffness(level, level.u, level.residual);
    for (let i = 0; i < level.residual.length; i++) level.residual[i] = level.force[i]! - level.residual[i]!;
    restrict(level, levels[n + 1]!);
  }
  const coarsest = levels.at(-1)!;
  for (let i = 0; i < unknowns.length; i++) right[i] = coarsest.force[unknowns[i]!]!;
  solveCholesky(unknowns.length, factor, right);
  coarsest.u.fill(0);
  for (let i = 0; i < unknowns.length; i++) coarsest.u[unknowns[i]!] = right[i]!;
  expand(coarsest.grid, coarsest.u);
  for (let n = levels.length - 2; n >= 0; n--) {
    prolong(levels[n + 1]!, levels[n]!);
    smooth(levels[n]!, false);
  }
}
