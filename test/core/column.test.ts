import type { Body, Equation, World } from 'cannon-es';
import { beforeAll, describe, expect, it } from 'vitest';
import { createAct } from '../../src/core/activity/act.ts';
import { createPerformance, type Performance } from '../../src/core/activity/wholeBody.ts';
import { LEVEL_COUNT } from '../../src/core/anatomy/levels.ts';
import { ChainSolver } from '../../src/core/column/chainSolver.ts';
import { applyPosture, type Column, driveSacrum, stepColumn } from '../../src/core/column/column.ts';
import { calcPassiveMoment, calcPreloadFactor, passive } from '../../src/core/column/passive.ts';
import { calcBodyMotion, createBodyMotion } from '../../src/core/simulation/bodyMotion.ts';
import { createColumnAtRest } from '../../src/core/simulation/columnAtRest.ts';
import { applyMuscles, createMuscleForces } from '../../src/core/simulation/muscleStage.ts';
import { createPerson } from '../../src/core/simulation/person.ts';
import { calcStandingPosture } from '../../src/core/simulation/standing.ts';
import { createSpineState } from '../../src/core/simulation/state.ts';
import { BEND, createRandom, relativeDifference, run, scenario, solveDense, WOMAN } from './support.ts';

const person = createPerson({ ...WOMAN, tScore: 0 });
const state = createSpineState(person.sections);
const BODY_WEIGHT_N = 60 * 9.80665;

/** A person's column in quiet standing, as an activity begins. */
function createStandingColumn(stepS: number, solver?: ChainSolver) {
  const act = createAct({ name: 'stand' });
  const posture = calcStandingPosture(person.model, person.standing, state);
  const performance = createPerformance(person.model, state, posture, act) as Performance;
  const column = createColumnAtRest(person, state, stepS, solver);
  const motion = createBodyMotion();
  calcBodyMotion(motion, performance, act, 0, stepS);
  applyPosture(column, motion.now.geometry);
  const forces = createMuscleForces();
  const stepWithMuscles = () => {
    applyMuscles(person, column, motion, 0, forces);
    driveSacrum(column, motion.now.geometry, motion.now.geometry);
    stepColumn(column);
  };
  return { column, motion, stepWithMuscles };
}

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

/** After each step: what is left of force and moment on each vertebra, N and Nm. */
class WeighingSolver extends ChainSolver {
  residualN = 0;
  residualNm = 0;
  override solve(stepS: number, world: World): number {
    const applied = world.bodies.map((body) => [
      body.force.x,
      body.force.y,
      body.force.z,
      body.torque.x,
      body.torque.y,
      body.torque.z,
    ]);
    const result = super.solve(stepS, world);
    this.residualN = 0;
    this.residualNm = 0;
    world.bodies.forEach((body, i) => {
      if (body.mass === 0) return;
      const left = applied[i]!;
      for (const equation of this.equations)
        rowOf(equation, body)?.forEach((value, k) => {
          left[k]! += equation.multiplier * value;
        });
      this.residualN = Math.max(this.residualN, ...left.slice(0, 3).map(Math.abs));
      this.residualNm = Math.max(this.residualNm, ...left.slice(3).map(Math.abs));
    });
    return result;
  }
}

describe('the chain solver', () => {
  it('agrees with a dense solve of the same equations', () => {
    // the column is knocked about in all six directions so that every row is at work; 1e-9 is the design's figure
    const solver = new CheckedSolver(LEVEL_COUNT);
    const { column, stepWithMuscles } = createStandingColumn(1 / 240, solver);
    const random = createRandom(41);
    for (let knock = 0; knock < 4; knock++) {
      for (const body of column.bodies) {
        body.velocity.set(0.3 * random(), 0.3 * random(), 0.3 * random());
        body.angularVelocity.set(random(), random(), random());
      }
      for (let step = 0; step < 3; step++) stepWithMuscles();
    }
    expect(Math.abs(column.bodies[0]!.position.z)).toBeGreaterThan(1e-5);
    expect(solver.worst).toBeGreaterThan(0);
    expect(solver.worst).toBeLessThan(1e-9);
  });

  it('refuses what is not its chain', () => {
    const solver = new ChainSolver(3);
    const { column } = createStandingColumn(1 / 240);
    column.world.solver = solver;
    expect(() => stepColumn(column)).toThrow(/equations/);
  });
});

describe('the discs', () => {
  it('bend along an odd, ever stiffer curve whose stiffness is its slope', () => {
    // the stiffness is held against a central difference of the moment: 1e-6 of it
    const h = 1e-7;
    for (const disc of person.model.discs)
      for (const share of [-1.2, -0.3, 0.2, 0.7, 1, 1.5, 1.9]) {
        const at = share * disc.flexionLimitRad;
        calcPassiveMoment(disc, at + h);
        const above = passive.momentNm;
        calcPassiveMoment(disc, at - h);
        const slope = (above - passive.momentNm) / (2 * h);
        calcPassiveMoment(disc, at);
        expect(passive.stiffnessNmPerRad / slope).toBeCloseTo(1, 5);
        expect(Math.sign(passive.momentNm)).toBe(Math.sign(share));
      }
  });

  it('stiffen under preload as published: 1.71 at 250 N, 2.11 from 500 N', () => {
    expect([-10, 0, 250, 500, 3000].map(calcPreloadFactor)).toEqual([1, 1, 1.71, 2.11, 2.11]);
    for (let load = 0; load < 1000; load += 7)
      expect(calcPreloadFactor(load + 7)).toBeGreaterThanOrEqual(calcPreloadFactor(load));
  });
});

describe('the column at rest', () => {
  /** Weight on springs alone, no muscle: where T1 comes to rest, and the discs' compressions. */
  function settle(stepS: number) {
    const { column } = createStandingColumn(stepS);
    // the feedback holds the angles in which the column was placed
    column.discs.forEach((disc) => {
      disc.drive.targetFlexionRad = disc.flexionRad;
    });
    const [x, y] = [column.bodies[0]!.position.x, column.bodies[0]!.position.y];
    let steps = 0;
    for (; steps < 60 / stepS; steps++) {
      stepColumn(column);
      if (isStill(column)) break;
    }
    const top = column.bodies[0]!.position;
    return { movedMm: [1000 * (top.x - x), 1000 * (top.y - y)], column, seconds: steps * stepS };
  }

  const isStill = (column: Column): boolean =>
    column.bodies.every((body) => body.velocity.length() < 1e-10 && body.angularVelocity.length() < 1e-10);

  it('sags under its own weight by the same, whatever the step', () => {
    // SPOOK's multipliers at rest are −k · stretch for any step, so the resting place is the springs' own: what differs is
    // only how still it has come to rest, 1e-10 m/s
    const coarse = settle(1 / 120);
    const fine = settle(1 / 480);
    const sag = Math.sqrt(coarse.movedMm[0]! ** 2 + coarse.movedMm[1]! ** 2);
    expect(sag).toBeGreaterThan(1);
    expect(Math.abs(coarse.movedMm[0]! - fine.movedMm[0]!)).toBeLessThan(1e-5 * sag);
    expect(Math.abs(coarse.movedMm[1]! - fine.movedMm[1]!)).toBeLessThan(1e-5 * sag);
    // and each disc carries the weight above it along its axis: statics of the sagging column
    let weight = 0;
    coarse.column.discs.forEach((disc, i) => {
      weight += person.model.vertebrae[i]!.massKg * 9.80665;
      expect(disc.compressionN).toBeCloseTo(weight * disc.normal.y, 4);
    });
  });

  const solver = new WeighingSolver(LEVEL_COUNT);
  let standing: ReturnType<typeof createStandingColumn>;
  beforeAll(() => {
    standing = createStandingColumn(1 / 240, solver);
    for (let step = 0; step < 240 * 12; step++) standing.stepWithMuscles();
  });

  it('leaves no force on any vertebra in quiet standing', () => {
    // reactions of discs, weight, muscles and arms, summed anew from the multipliers: 1e-6 of body weight (and of it × 1 m)
    expect(solver.residualN).toBeLessThan(1e-6 * BODY_WEIGHT_N);
    expect(solver.residualNm).toBeLessThan(1e-6 * BODY_WEIGHT_N);
  });

  it('stands where it was placed', () => {
    // the discs' unloaded heights are chosen so that standing is at rest in the posture drawn; statics foresees no shear, which
    // 17 springs of 95 to 133 N/mm give way to by some tenths of a millimetre each: 2 mm, 0.2°
    standing.column.bodies.forEach((body, i) => {
      const { massX, massY, pitchRad } = standing.motion.now.geometry;
      expect(1000 * Math.abs(body.position.x - massX[i]!)).toBeLessThan(2);
      expect(1000 * Math.abs(body.position.y - massY[i]!)).toBeLessThan(2);
      expect(Math.abs(2 * Math.asin(body.quaternion.z) - pitchRad[i]!)).toBeLessThan(0.0035);
    });
  });

  it('carries more than the weight above each disc: muscles press too', () => {
    let weight = 0;
    standing.column.discs.forEach((disc, i) => {
      weight += person.model.vertebrae[i]!.massKg * 9.80665;
      expect(disc.compressionN).toBeGreaterThan(0.8 * weight * disc.normal.y);
      expect(disc.compressionN).toBeLessThan(2.5 * BODY_WEIGHT_N);
    });
  });
});

describe('symmetry', () => {
  it('keeps a symmetric act in its plane, exactly', () => {
    // z, and the quaternion's x and y, begin at 0 and are only ever sums and products of zeros
    for (const tScore of [0, -3.5]) {
      const { trace } = run(scenario(tScore, [BEND]));
      const bones = LEVEL_COUNT + 1;
      for (let frame = 0; frame < trace.frameCount; frame++)
        for (let i = 0; i < bones; i++) {
          expect(Math.abs(trace.positionsM[(frame * bones + i) * 3 + 2]!)).toBe(0);
          expect(Math.abs(trace.orientations[(frame * bones + i) * 4]!)).toBe(0);
          expect(Math.abs(trace.orientations[(frame * bones + i) * 4 + 1]!)).toBe(0);
        }
      // a body crushes as symmetrically as its raster: rounding only
      for (const section of trace.sections) expect(Math.abs(section.lateralWedgeRad)).toBeLessThan(1e-9);
    }
  });
});
