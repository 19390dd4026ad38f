import { type Body, type Equation, Vec3, type World } from 'cannon-es';
import { describe, expect, it } from 'vitest';
import {
  calcColumnGeometry,
  createColumnGeometry,
  createDiscAngles,
} from '../../src/core/anatomy/columnGeometry.ts';
import { LEVEL_COUNT } from '../../src/core/anatomy/levels.ts';
import { ChainSolver } from '../../src/core/column/chainSolver.ts';
import { applyPosture, applyShapes, createColumn, stepColumn } from '../../src/core/column/column.ts';
import { calcPassiveMoment, calcPreloadFactor, passive } from '../../src/core/column/passive.ts';
import { createRandom, relativeDifference, solveDense } from './support.ts';
import { createHeldColumn, PEOPLE, RESTING_POSES, rehearse } from './supportPose.ts';

const { model } = PEOPLE.woman;

/** Jacobian row of an equation for a body, six numbers; nothing where it does not touch it. */
function rowOf(equation: Equation, body: Body): number[] | null {
  const element =
    equation.bi === body
      ? equation.jacobianElementA
      : equation.bj === body
        ? equation.jacobianElementB
        : null;
  if (!element) return null;
  const { spatial: s, rotational: r } = element;
  return [s.x, s.y, s.z, r.x, r.y, r.z];
}

/** Solves each step a second time, densely, from the equations that cannon-es holds, and notes the difference. */
class CheckedSolver extends ChainSolver {
  worst = 0;
  override solve(stepS: number, world: World): number {
    const { equations } = this;
    for (const body of world.bodies) body.updateSolveMassProperties();
    const matrix = equations.map((e, r) =>
      equations.map((f, c) => {
        let sum = r === c ? e.eps : 0;
        for (const body of [e.bi, e.bj]) {
          const a = rowOf(e, body)!;
          const b = rowOf(f, body);
          if (!b) continue;
          const w = body.invInertiaWorldSolve.elements;
          for (let i = 0; i < 3; i++) {
            sum += a[i]! * b[i]! * body.invMassSolve;
            for (let k = 0; k < 3; k++) sum += a[3 + i]! * w[3 * i + k]! * b[3 + k]!;
          }
        }
        return sum;
      }),
    );
    const dense = solveDense(
      matrix,
      equations.map((equation) => (equation as Equation & { computeB(h: number): number }).computeB(stepS)),
    );
    const result = super.solve(stepS, world);
    const own = equations.map((equation) => equation.multiplier * stepS);
    // forces and moments in their own units, so that neither hides the other
    const forces = (of: number[]) => of.filter((_, i) => i % 6 < 3);
    const moments = (of: number[]) => of.filter((_, i) => i % 6 >= 3);
    this.worst = Math.max(
      this.worst,
      relativeDifference(forces(own), forces(dense)),
      relativeDifference(moments(own), moments(dense)),
    );
    return result;
  }
}

describe('the chain solver', () => {
  it.each(RESTING_POSES)('agrees with a dense solve of the same equations: %s', (_, request, timeS) => {
    // the column is pushed in all six directions so that every row is used. They agree to 1e-9; two direct
    // solutions of well-conditioned equations differ by some hundred roundings, 1e-12
    const solver = new CheckedSolver(LEVEL_COUNT);
    const { column, step } = createHeldColumn(rehearse(PEOPLE.woman, request), timeS, 1 / 240, solver);
    const random = createRandom(41);
    for (let knock = 0; knock < 4; knock++) {
      for (const body of column.bodies) {
        body.velocity.set(0.3 * random(), 0.3 * random(), 0.3 * random());
        body.angularVelocity.set(random(), random(), random());
      }
      for (let n = 0; n < 3; n++) step();
    }
    expect(solver.worst).toBeGreaterThan(0);
    expect(solver.worst).toBeLessThan(1e-12);
  });

  it('refuses what is not its chain', () => {
    const { column } = createHeldColumn(rehearse(PEOPLE.woman, { name: 'stand' }), 0, 1 / 240);
    column.world.solver = new ChainSolver(3);
    expect(() => stepColumn(column)).toThrow(/equations/);
  });
});

describe('the discs', () => {
  it('measure the angles and heights that the column was stacked with', () => {
    // geometry and discs describe one joint, each in its own code: bodies deformed to the front and to a side, every joint bent
    // in all three directions. Rounding of positions of 0.5 m
    const random = createRandom(42);
    const list = (size: number) => Float64Array.from({ length: LEVEL_COUNT }, () => size * random());
    const shapes = {
      shorteningM: list(0.002).map(Math.abs),
      wedgeRad: list(0.1),
      lateralWedgeRad: list(0.05),
    };
    const discAngles = createDiscAngles();
    discAngles.flexionRad.set(list(0.2));
    discAngles.lateralRad.set(list(0.15));
    discAngles.torsionRad.set(list(0.1));
    const geometry = calcColumnGeometry(model, shapes, discAngles, createColumnGeometry());
    const column = createColumn(model, 1 / 240);
    applyShapes(column, shapes);
    applyPosture(column, geometry);
    column.discs.forEach((disc, i) => {
      expect(disc.rotationRad[0]).toBeCloseTo(discAngles.lateralRad[i]!, 12);
      expect(disc.rotationRad[1]).toBeCloseTo(discAngles.torsionRad[i]!, 12);
      expect(disc.flexionRad).toBeCloseTo(discAngles.flexionRad[i]!, 12);
      // the upper plate stands the disc's height above the lower one, along the axis of the mid plane
      const [, up] = disc.axes;
      const { lower, upper } = disc.middleArms;
      // and both bodies' arms meet in the middle
      const middle = disc.bodyA.position.vadd(lower);
      expect(middle.distanceTo(disc.bodyB.position.vadd(upper))).toBeLessThan(1e-12);
      const plate = disc.bodyA.pointToWorldFrame(new Vec3(disc.lowerPlate.x, disc.lowerPlate.y, 0));
      expect(middle.distanceTo(plate.vadd(up.scale(model.discs[i]!.heightM / 2)))).toBeLessThan(1e-12);
      // and the two codes have one mid plane
      for (let axis = 0; axis < 3; axis++) {
        const { x, y, z } = disc.axes[axis]!;
        expect(x).toBeCloseTo(geometry.discAxes[9 * i + axis]!, 12);
        expect(y).toBeCloseTo(geometry.discAxes[9 * i + 3 + axis]!, 12);
        expect(z).toBeCloseTo(geometry.discAxes[9 * i + 6 + axis]!, 12);
      }
    });
  });

  it('bend along an odd, ever stiffer curve whose stiffness is its slope', () => {
    // the stiffness is compared with a central difference of the moment: 1e-6 of it
    const h = 1e-7;
    for (const disc of model.discs)
      for (const ratio of [-1.2, -0.3, 0.2, 0.7, 1, 1.5, 1.9]) {
        const at = ratio * disc.flexionLimitRad;
        calcPassiveMoment(disc, at + h);
        const above = passive.momentNm;
        calcPassiveMoment(disc, at - h);
        const slope = (above - passive.momentNm) / (2 * h);
        calcPassiveMoment(disc, at);
        expect(passive.stiffnessNmPerRad / slope).toBeCloseTo(1, 5);
        expect(Math.sign(passive.momentNm)).toBe(Math.sign(ratio));
      }
  });

  it('stiffen under preload as published: 1.71 at 250 N, 2.11 from 500 N', () => {
    expect([-10, 0, 250, 500, 3000].map(calcPreloadFactor)).toEqual([1, 1, 1.71, 2.11, 2.11]);
    for (let load = 0; load < 1000; load += 7)
      expect(calcPreloadFactor(load + 7)).toBeGreaterThanOrEqual(calcPreloadFactor(load));
  });
});
