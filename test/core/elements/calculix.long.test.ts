import { describe, expect, it } from 'vitest';
import { pressTo } from '../../../src/core/elements/collapse.ts';
import { createVector } from '../../../src/core/elements/grid.ts';
import { createMultigrid, refreshMultigrid } from '../../../src/core/elements/multigrid.ts';
import { createSolver, solve } from '../../../src/core/elements/solve.ts';
import { describeMixture, hasCalculix, runCalculix, setMixture } from './calculix.ts';
import { pressOf } from './support.ts';

const here = hasCalculix();
if (!here)
  console.warn('CalculiX is not installed (apt-get install calculix-ccx): its comparison is skipped.');

/** Moduli are rounded to so many classes per power of ten: a material each in CalculiX. */
const CLASSES = 60;

describe.skipIf(!here)('the elastic body in CalculiX', () => {
  it.each([
    ['L1', 2, 0],
    ['L1', 1.5, 0.1],
    ['T8', 1.5, 0],
  ] as const)('%s with voxels of %f mm, loaded at %f of its depth, is as stiff', (level, voxelMm, front) => {
    const { press, section } = pressOf(level, { voxelMm });
    const { bricks, coarsenings } = press.body;
    // one Poisson's ratio for all, and as few moduli as CalculiX takes gladly
    for (let e = 0; e < bricks.count; e++) {
      const modulus = bricks.plainMPa[e]! + bricks.bulgingMPa[e]!;
      bricks.plainMPa[e] = 0;
      bricks.bulgingMPa[e] = 10 ** (Math.round(CLASSES * Math.log10(modulus)) / CLASSES);
    }
    const force = [0, -500, -500 * front * section.depthMm];
    const start = performance.now();
    const multigrid = createMultigrid(bricks, coarsenings);
    refreshMultigrid(multigrid, 16);
    const load = createVector(bricks.grid);
    load.set(force, bricks.grid.dof);
    const u = createVector(bricks.grid);
    const { iterations } = solve(createSolver(multigrid), load, u, 1e-6);
    const seconds = (performance.now() - start) / 1000;
    const theirs = runCalculix(bricks, force);
    const { dof } = bricks.grid;
    console.log(
      `${level}, ${voxelMm} mm, ${bricks.count} bricks: ${iterations} iterations, ${seconds.toFixed(2)} s; CalculiX ${theirs.seconds.toFixed(2)} s, × ${(theirs.seconds / seconds).toFixed(1)}; movement ours ${u[dof + 1]}, theirs ${theirs.y}`,
    );
    expect(Math.abs(u[dof + 1]! / theirs.y - 1)).toBeLessThan(0.01);
    expect(Math.abs(u[dof + 2]! - theirs.slope)).toBeLessThan(0.01 * Math.abs(theirs.y / section.depthMm));
  });
});

/** Shortening past the first peak, as a fraction of the height. */
const PAST_PEAK = 0.03;

describe.skipIf(!here)('the body past its peak in CalculiX', () => {
  it.each([
    ['L1', -2.5, 0],
    ['T12', -4, 0.1],
  ] as const)(
    '%s at T %f, loaded at %f of its depth: its crushed bricks are in balance',
    (level, tScore, front) => {
      const { press, section } = pressOf(level, { voxelMm: 2.5, tScore, front });
      const points = [...pressTo(press, PAST_PEAK)];
      const { forceN } = points.at(-1)!;
      expect(forceN).toBeLessThan(Math.max(...points.map((point) => point.forceN)) + 1);
      const { bricks, coarsenings } = press.body;
      expect(press.bone.left.filter((left) => left < 0.9).length).toBeGreaterThan(0.2 * bricks.count);
      // what the collapse has made of each brick, rounded so that both solve the same
      for (let e = 0; e < bricks.count; e++)
        setMixture(bricks, e, describeMixture(bricks.plainMPa[e]!, bricks.bulgingMPa[e]!));
      const force = [0, -forceN / 2, (-forceN / 2) * front * section.depthMm];
      const multigrid = createMultigrid(bricks, coarsenings);
      refreshMultigrid(multigrid, 16);
      const load = createVector(bricks.grid);
      load.set(force, bricks.grid.dof);
      const u = createVector(bricks.grid);
      solve(createSolver(multigrid), load, u, 1e-6);
      const theirs = runCalculix(bricks, force, true);
      const { dof } = bricks.grid;
      console.log(`${level}: movement past the peak ours ${u[dof + 1]}, theirs ${theirs.y}`);
      expect(Math.abs(u[dof + 1]! / theirs.y - 1)).toBeLessThan(0.02);
      expect(Math.abs(u[dof + 2]! - theirs.slope)).toBeLessThan(0.02 * Math.abs(theirs.y / section.depthMm));
    },
  );
});
