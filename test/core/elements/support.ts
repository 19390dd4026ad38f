import { type Level, levelIndex } from '../../../src/core/anatomy/levels.ts';
import { createSpineModel } from '../../../src/core/anatomy/spineModel.ts';
import { createSection, createSectionState } from '../../../src/core/bone/section.ts';
import { createVoxelBody } from '../../../src/core/elements/body.ts';
import { createPress } from '../../../src/core/elements/collapse.ts';
import { createGrid, createVector } from '../../../src/core/elements/grid.ts';
import { createMultigrid, refreshMultigrid } from '../../../src/core/elements/multigrid.ts';
import { createBricks } from '../../../src/core/elements/operator.ts';
import { createSolver, solve } from '../../../src/core/elements/solve.ts';
import { WOMAN } from '../support.ts';

/** Full block of bricks of 1.1 × 0.9 × 1.2 mm, of a material without lateral expansion (0) or with it (1). */
export function createBlock(
  nx: number,
  ny: number,
  nz: number,
  modulusMPa: number,
  bulging: number,
  halved = false,
) {
  const grid = createGrid(nx, ny, nz, { xMm: 1.1, yMm: 0.9, zMm: 1.2 }, halved);
  const places: number[] = [];
  for (let iy = 0; iy < ny; iy++)
    for (let iz = 0; iz < nz; iz++) for (let ix = 0; ix < nx; ix++) places.push(ix, iy, iz);
  const bricks = createBricks(grid, places);
  bricks.plainMPa.fill(modulusMPa * (1 - bulging));
  bricks.bulgingMPa.fill(modulusMPa * bulging);
  return bricks;
}

/** Displacements of a block under forces on its plate: x, y, moment about z (+ = slope along x), z, moment, spin. */
export function bend(
  bricks: ReturnType<typeof createBlock>,
  coarsenings: number,
  plateForce: readonly number[],
) {
  const multigrid = createMultigrid(bricks, coarsenings);
  refreshMultigrid(multigrid, 16);
  const load = createVector(bricks.grid);
  plateForce.forEach((force, i) => {
    load[bricks.grid.dof + i] = force;
  });
  const u = createVector(bricks.grid);
  const solution = solve(createSolver(multigrid), load, u, 1e-9);
  return { u, load, solution, multigrid };
}

/** Body of a woman in the press, loaded at so much of its depth in front of the axis. */
export function pressOf(
  level: Level,
  { tScore = -2.5, discWear = 0.5, front = 0, voxelMm = 2.5, halved = true },
) {
  const model = createSpineModel({ ...WOMAN, tScore, discWear });
  const section = createSection(model, levelIndex(level));
  const state = createSectionState(section);
  const body = createVoxelBody(model, levelIndex(level), section, voxelMm, 0, halved);
  return { section, state, press: createPress(body, state, front * section.depthMm, 0) };
}
