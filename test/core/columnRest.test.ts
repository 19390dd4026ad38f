import type { Body, World } from 'cannon-es';
import { beforeAll, describe, expect, it } from 'vitest';
import { LEVEL_COUNT } from '../../src/core/anatomy/levels.ts';
import { ChainSolver } from '../../src/core/column/chainSolver.ts';
import { type Column, stepColumn } from '../../src/core/column/column.ts';
import type { Run } from '../../src/core/simulation/run.ts';
import { calcLigamentN } from '../../src/core/simulation/stages/muscleDemand.ts';
import { BEND, LIFT, run, scenario } from './support.ts';
import { createHeldColumn, type HeldColumn, PEOPLE, RESTING_POSES, rehearse } from './supportPose.ts';

const person = PEOPLE.woman;
const GRAVITY = 9.80665;
const DEGREE = Math.PI / 180;
const BODY_WEIGHT_N = 60 * GRAVITY;

/** Notes after each step what is left of force and moment on each vertebra, N and Nm: summed anew from the multipliers. */
class WeighingSolver extends ChainSolver {
  residualN = 0;
  residualNm = 0;
  override solve(stepS: number, world: World): number {
    const left = new Map(
      world.bodies.map(({ id, force: f, torque: t }) => [id, [f.x, f.y, f.z, t.x, t.y, t.z]]),
    );
    const result = super.solve(stepS, world);
    for (const equation of this.equations) {
      const add = (body: Body, { spatial: s, rotational: r }: typeof equation.jacobianElementA) =>
        [s.x, s.y, s.z, r.x, r.y, r.z].forEach((value, k) => {
          left.get(body.id)![k]! += equation.multiplier * value;
        });
      add(equation.bi, equation.jacobianElementA);
      add(equation.bj, equation.jacobianElementB);
    }
    const free = world.bodies.filter((body) => body.mass > 0).flatMap((body) => [left.get(body.id)!]);
    this.residualN = Math.max(...free.flatMap((list) => list.slice(0, 3).map(Math.abs)));
    this.residualNm = Math.max(...free.flatMap((list) => list.slice(3).map(Math.abs)));
    return result;
  }
}

describe('the column on its springs alone', () => {
  /** Weight and no muscle: where T1 comes to rest, and the discs' compressions. */
  function settle(stepS: number) {
    const { column } = createHeldColumn(rehearse(person, { name: 'stand' }), 0, stepS);
    // the feedback holds the angles in which the column was placed
    for (const disc of column.discs) disc.drive.targetRad.set(disc.rotationRad);
    const [x, y] = [column.bodies[0]!.position.x, column.bodies[0]!.position.y];
    for (let n = 0; n < 60 / stepS && (n === 0 || !isStill(column)); n++) stepColumn(column);
    const top = column.bodies[0]!.position;
    return { movedMm: [1000 * (top.x - x), 1000 * (top.y - y)], column };
  }

  const isStill = (column: Column): boolean =>
    column.bodies.every((body) => body.velocity.length() < 1e-10 && body.angularVelocity.length() < 1e-10);

  it('settles under its own weight by the same, whatever the step', () => {
    // SPOOK's multipliers at rest are −k · stretch for any step, so the resting place is the springs' own: what differs is
    // only how still it has come to rest, 1e-10 m/s
    const coarse = settle(1 / 120);
    const fine = settle(1 / 480);
    const settled = Math.hypot(coarse.movedMm[0]!, coarse.movedMm[1]!);
    expect(settled).toBeGreaterThan(1);
    expect(Math.abs(coarse.movedMm[0]! - fine.movedMm[0]!)).toBeLessThan(1e-5 * settled);
    expect(Math.abs(coarse.movedMm[1]! - fine.movedMm[1]!)).toBeLessThan(1e-5 * settled);
    // and each disc carries the weight above it along its axis: statics of the settled column
    let weight = 0;
    coarse.column.discs.forEach((disc, i) => {
      weight += person.model.vertebrae[i]!.massKg * GRAVITY;
      expect(disc.compressionN).toBeCloseTo(weight * disc.axes[1].y, 4);
      expect(disc.shearN).toBeCloseTo(-weight * disc.axes[0].y, 4);
    });
  });
});

describe('the column with its muscles, held in a pose', () => {
  const SECONDS = 12;
  const held: Record<string, HeldColumn & { solver: WeighingSolver }> = {};
  beforeAll(() => {
    for (const [name, request, timeS] of RESTING_POSES) {
      const solver = new WeighingSolver(LEVEL_COUNT);
      const column = createHeldColumn(rehearse(person, request), timeS, 1 / 240, solver);
      for (let n = 0; n < 240 * SECONDS; n++) column.step();
      held[name] = { ...column, solver };
    }
  });

  it.each(RESTING_POSES)('leaves no force and no moment on any vertebra: %s', (name) => {
    // reactions of discs, weight, muscles and arms: at most 1e-6 of body weight (and of it × 1 m)
    expect(held[name]!.solver.residualN).toBeLessThan(1e-6 * BODY_WEIGHT_N);
    expect(held[name]!.solver.residualNm).toBeLessThan(1e-6 * BODY_WEIGHT_N);
  });

  it('stands where it was placed', () => {
    // unloaded heights and places of the discs are chosen so that standing is at rest in the posture drawn, under the loads that
    // statics and static optimisation give. Only the preload's part in a disc's stiffness is taken at another load: 0.1 mm, 0.01°
    const { column, motion } = held.stand!;
    const { massM, orientation } = motion.now.geometry;
    column.bodies.forEach(({ position: p, quaternion: q }, i) => {
      expect(1000 * Math.hypot(p.x - massM[3 * i]!, p.y - massM[3 * i + 1]!)).toBeLessThan(0.1);
      expect(Math.abs(p.z)).toBe(0);
      // small angle from the vector part of q · orientation⁻¹: z alone in the plane
      const z = q.z * orientation[4 * i + 3]! - q.w * orientation[4 * i + 2]!;
      expect(Math.abs(2 * z)).toBeLessThan(0.01 * DEGREE);
    });
  });

  it.each(RESTING_POSES)('needs hardly any feedback: what statics foresees holds it: %s', (name) => {
    // the column gives under load by some millimetres in all, which moves the levers: 2 % of the greatest moment. Anything more
    // says that column and statics do not mean the same forces
    const { demand, feedbackNm } = held[name]!.work;
    const greatest = Math.max(...demand.demandNm.map(Math.abs));
    expect(Math.max(...feedbackNm.map(Math.abs))).toBeLessThan(0.02 * greatest + 0.05);
  });

  it.each(RESTING_POSES)(
    'presses its discs with weight, muscles, ligaments and less by the abdomen: %s',
    (name) => {
      // free body of all that is above a disc: the disc's reaction along its axis is what inverse dynamics finds across it and what
      // the pairs add. The column stands some millimetres off the pose that inverse dynamics looks at: 1 % and 1 N
      const { column, work } = held[name]!;
      const { demand, pullN, yieldNm } = work;
      column.discs.forEach((disc, i) => {
        const ligamentN = calcLigamentN(person.model, i, demand.tissueNm[3 * i + 2]! + yieldNm[i]!);
        const pressing = demand.acrossN[3 * i + 1]! + pullN[3 * i + 1]! + ligamentN - demand.pressureN[i]!;
        expect(Math.abs(disc.compressionN - pressing), `disc ${i}`).toBeLessThan(0.01 * pressing + 1);
      });
    },
  );
});

describe('symmetry', () => {
  const bones = LEVEL_COUNT + 1;
  /** Greatest |z| of a bone's origin and of its quaternion's x and y in a trace. */
  const calcAside = ({ trace }: Run) => {
    let aside = 0;
    for (let at = 0; at < trace.frameCount * bones; at++)
      aside = Math.max(
        aside,
        Math.abs(trace.positionsM[3 * at + 2]!),
        Math.abs(trace.orientations[4 * at]!),
        Math.abs(trace.orientations[4 * at + 1]!),
      );
    return aside;
  };

  it('keeps a symmetric act in its plane, exactly', () => {
    // z, and the quaternion's x and y, begin at 0 and are only ever sums and products of zeros
    expect(calcAside(run(scenario(0, [BEND, LIFT])))).toBe(0);
  });

  it('keeps it there to rounding where bodies crush', () => {
    // a body crushes as symmetrically as its raster is summed
    const broken = run(scenario(-6, [LIFT]));
    expect(broken.trace.sections.length).toBeGreaterThan(LEVEL_COUNT);
    for (const section of broken.trace.sections) expect(Math.abs(section.lateralWedgeRad)).toBeLessThan(1e-9);
    expect(calcAside(broken)).toBeLessThan(1e-9);
  });
});
