import { describe, expect, it } from 'vitest';
import { calcStiffnessNPerMm } from '../../../src/core/elements/collapse.ts';
import { createVector, dot } from '../../../src/core/elements/grid.ts';
import { applyMultigrid, applyStiffness } from '../../../src/core/elements/multigrid.ts';
import { applyBricks } from '../../../src/core/elements/operator.ts';
import { calcGreatestAndLeast, extremes } from '../../../src/core/elements/principal.ts';
import { bend, createBlock, pressOf } from './support.ts';

describe('bricks', () => {
  it.each([0, 0.4, 1])(
    'pass the patch test: a linear displacement leaves no force inside (%f)',
    (bulging) => {
      const bricks = createBlock(4, 4, 4, 300, bulging);
      const { grid } = bricks;
      const u = createVector(grid);
      const gradient = [
        [0.01, -0.02, 0.005],
        [0.03, 0.015, -0.01],
        [-0.02, 0.01, 0.02],
      ];
      const place = (node: number) => {
        const ix = node % 5;
        const iz = Math.floor(node / 5) % 5;
        const iy = Math.floor(node / 25);
        return [ix, iy, iz];
      };
      for (let node = 0; node < 125; node++) {
        const [ix, iy, iz] = place(node) as [number, number, number];
        for (let axis = 0; axis < 3; axis++)
          u[3 * node + axis] =
            gradient[axis]![0]! * ix * 1.1 + gradient[axis]![1]! * iy * 0.9 + gradient[axis]![2]! * iz * 1.2;
      }
      const force = createVector(grid);
      applyBricks(bricks, u, force);
      let inside = 0;
      let all = 0;
      for (let node = 0; node < 125; node++)
        for (let axis = 0; axis < 3; axis++) {
          const size = Math.abs(force[3 * node + axis]!);
          all = Math.max(all, size);
          if (place(node).every((at) => at > 0 && at < 4)) inside = Math.max(inside, size);
        }
      expect(all).toBeGreaterThan(1);
      expect(inside).toBeLessThan(1e-10 * all);
    },
  );

  it('shorten and tilt as a prism does', () => {
    const [nx, ny, nz] = [8, 8, 8];
    const bricks = createBlock(nx, ny, nz, 250, 0);
    const { u } = bend(bricks, 1, [0, -100, -300]);
    const [depth, height, width] = [nx * 1.1, ny * 0.9, nz * 1.2];
    const { dof } = bricks.grid;
    expect(u[dof + 1]).toBeCloseTo((-100 * height) / (250 * depth * width), 9);
    expect(u[dof + 2]).toBeCloseTo((-300 * height) / ((250 * width * depth ** 3) / 12), 9);
  });

  it('bend as a cantilever with shear does', () => {
    const bricks = createBlock(4, 48, 4, 1000, 0);
    const { u } = bend(bricks, 2, [10]);
    const [depth, length, width] = [4.4, 48 * 0.9, 4.8];
    const bending = (10 * length ** 3) / (3 * 1000 * ((width * depth ** 3) / 12));
    const shear = (10 * length) / ((5 / 6) * 500 * depth * width);
    expect(u[bricks.grid.dof]! / (bending + shear)).toBeGreaterThan(0.99);
    expect(u[bricks.grid.dof]! / (bending + shear)).toBeLessThan(1.005);
  });
});

describe('the solver', () => {
  it('balances the load, and the load’s work is twice the strain energy', () => {
    const bricks = createBlock(8, 16, 8, 400, 1);
    bricks.bulgingMPa.forEach((_, e) => {
      bricks.bulgingMPa[e] = e % 7 === 0 ? 6000 : e % 5 === 0 ? 5 : 300;
    });
    const { u, load, solution, multigrid } = bend(bricks, 2, [0, -50, -80]);
    const force = createVector(bricks.grid);
    applyStiffness(multigrid.levels[0]!, u, force);
    let worst = 0;
    for (let i = 0; i < force.length; i++) worst = Math.max(worst, Math.abs(force[i]! - load[i]!));
    expect(worst).toBeLessThan(1e-5);
    const free = createVector(bricks.grid);
    applyBricks(bricks, u, free);
    expect(dot(u, free) / dot(u, load)).toBeCloseTo(1, 8);
    expect(solution.iterations).toBeLessThan(60);
  });

  it('is preconditioned symmetrically', () => {
    const bricks = createBlock(8, 8, 8, 400, 0.5);
    const { multigrid } = bend(bricks, 1, [0, -50]);
    const { dof, topDof, fixed } = bricks.grid;
    const forces = [5, 11].map((seed) => {
      const out = createVector(bricks.grid).map((_, i) => ((i * seed) % 17) - 8);
      out.fill(0, topDof, dof);
      for (const i of fixed) out[i] = 0;
      return out;
    });
    const [first, second] = forces.map((force) => {
      multigrid.levels[0]!.force.set(force);
      applyMultigrid(multigrid);
      return multigrid.levels[0]!.u.slice();
    });
    expect(dot(first!, forces[1]!) / dot(second!, forces[0]!)).toBeCloseTo(1, 10);
  });

  it('finds half a body as stiff as the whole, and a finer mesh nearly as stiff', () => {
    const half = calcStiffnessNPerMm(pressOf('L1', {}).press);
    expect(calcStiffnessNPerMm(pressOf('L1', { halved: false }).press) / half).toBeCloseTo(1, 4);
    const finer = calcStiffnessNPerMm(pressOf('L1', { voxelMm: 1.5 }).press);
    expect(Math.abs(finer / half - 1)).toBeLessThan(0.15);
  });

  it('gives the same bits again', () => {
    expect(pressOf('T8', { front: 0.1 }).press.perN).toEqual(pressOf('T8', { front: 0.1 }).press.perN);
  });
});

describe('principal stress', () => {
  it('is that of known tensors', () => {
    for (const [tensor, least, greatest] of [
      [[-3, 1, 2, 0, 0, 0], -3, 2],
      [[0, 0, 0, 5, 0, 0], -5, 5],
      [[2, 2, 2, 0, 0, 0], 2, 2],
      [[1, 1, -2, 0, 0, 0], -2, 1],
      [[0, 0, 0, 1, 1, 1], -1, 2],
    ] as const) {
      calcGreatestAndLeast(Float64Array.from(tensor));
      expect(extremes.least).toBeCloseTo(least, 4);
      expect(extremes.greatest).toBeCloseTo(greatest, 4);
    }
  });
});
