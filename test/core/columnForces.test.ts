import { type Body, type Equation, Vec3 } from 'cannon-es';
import { describe, expect, it } from 'vitest';
import { LEVEL_COUNT } from '../../src/core/anatomy/levels.ts';
import {
  applyDiscForce,
  applyOutsideForces,
  type Column,
  driveSacrum,
  stepColumn,
} from '../../src/core/column/column.ts';
import type { SpringEquation } from '../../src/core/column/discConstraint.ts';
import { createRandom } from './support.ts';
import { createHeldColumn, PEOPLE, rehearse } from './supportPose.ts';

const random = createRandom(51);

/** The column bent, rotated and leaning sideways, every body a millimetre or two off its place. */
function createAwryColumn(): Column {
  const { column } = createHeldColumn(rehearse(PEOPLE.woman, { name: 'make-bed' }), 1.6, 1 / 240);
  for (const { position: p } of column.bodies)
    p.set(p.x + 0.002 * random(), p.y + 0.001 * random(), p.z + 0.002 * random());
  for (const disc of column.discs) disc.update();
  return column;
}

const all = ({ bodies, sacrum }: Column): readonly Body[] => [...bodies, sacrum];

/** Sum of what has been put on the bodies: force, and moment about the world's origin. */
function sumForces(column: Column) {
  const force = new Vec3();
  const moment = new Vec3();
  for (const body of all(column)) {
    force.vadd(body.force, force);
    moment.vadd(body.torque, moment);
    moment.vadd(body.position.cross(body.force), moment);
  }
  return { force, moment };
}

describe('what acts on the column', () => {
  it('as a pair across a disc is no force and no moment on the whole', () => {
    // action and reaction along one line: a muscle cannot rotate the person. Some hundred roundings of 500 N × 1 m
    for (let i = 0; i < LEVEL_COUNT; i++) {
      const column = createAwryColumn();
      applyDiscForce(column, i, 200, 500, -150);
      const { force, moment } = sumForces(column);
      expect(column.discs[i]!.bodyA.force.length()).toBeCloseTo(Math.hypot(200, 500, 150), 9);
      expect(force.length()).toBeLessThan(1e-9);
      expect(moment.length(), `disc ${i}`).toBeLessThan(1e-9);
    }
  });

  it('as a pair goes through the middle of the disc', () => {
    // fascicles' moments are reckoned about that point (columnGeometry's discM), so there the pair has none
    const held = createHeldColumn(rehearse(PEOPLE.woman, { name: 'bend' }), 1.8, 1 / 240);
    const { discM } = held.motion.now.geometry;
    held.column.discs.forEach((disc, i) => {
      applyDiscForce(held.column, i, 200, 500, -150);
      const middle = new Vec3(discM[3 * i]!, discM[3 * i + 1]!, discM[3 * i + 2]!);
      for (const body of [disc.bodyA, disc.bodyB]) {
        const moment = body.torque.vadd(body.position.vsub(middle).cross(body.force));
        expect(moment.length(), `disc ${i}`).toBeLessThan(1e-9);
        body.force.setZero();
        body.torque.setZero();
      }
    });
  });

  it('from outside has the moment about the world’s origin that it was given with', () => {
    const column = createAwryColumn();
    const force = Float64Array.from({ length: 3 * LEVEL_COUNT }, () => 100 * random());
    const moment = Float64Array.from({ length: 3 * LEVEL_COUNT }, () => 30 * random());
    applyOutsideForces(column, force, moment);
    column.bodies.forEach((body, i) => {
      const about = body.torque.vadd(body.position.cross(body.force));
      expect(body.force.toArray()).toEqual([...force.subarray(3 * i, 3 * i + 3)]);
      about.toArray().forEach((value, axis) => {
        expect(value).toBeCloseTo(moment[3 * i + axis]!, 12);
      });
    });
  });

  it('by a disc’s springs is no force and no moment on the whole', () => {
    for (const equation of createAwryColumn().discs.flatMap((disc) => disc.equations)) {
      const [a, b] = [equation.jacobianElementA, equation.jacobianElementB];
      expect(a.spatial.vadd(b.spatial).length()).toBe(0);
      const moment = a.rotational
        .vadd(b.rotational)
        .vadd(equation.bi.position.cross(a.spatial))
        .vadd(equation.bj.position.cross(b.spatial));
      expect(moment.length()).toBeLessThan(1e-12);
    }
  });
});

describe('the rows of a disc', () => {
  /** Change of a row's stretch per small motion of one of its bodies: six numbers, by central difference. */
  function differentiate(column: Column, equation: SpringEquation, body: Body, disc: number): number[] {
    const h = 1e-6;
    const measure = () => {
      column.discs[disc]!.update();
      // rotational rows stretch by moment over stiffness: their rotation is what is measured
      const row = column.discs[disc]!.equations.indexOf(equation);
      return row < 3 ? equation.stretch : column.discs[disc]!.rotationRad[row - 3]!;
    };
    const [p, q] = [body.position.clone(), body.quaternion.clone()];
    return Array.from({ length: 6 }, (_, k) => {
      const ends = [1, -1].map((sign) => {
        const d = [0, 0, 0, 0, 0, 0];
        d[k] = sign * h;
        body.position.set(p.x + d[0]!, p.y + d[1]!, p.z + d[2]!);
        const rotation = q.clone();
        rotation.set(d[3]! / 2, d[4]! / 2, d[5]! / 2, 1).normalize();
        body.quaternion.copy(rotation.mult(q));
        return measure();
      });
      body.position.copy(p);
      body.quaternion.copy(q);
      return (ends[0]! - ends[1]!) / (2 * h);
    });
  }

  it('are the derivatives of what they measure', () => {
    // then springs give back what was put into them. The axes are those of the mid plane, which rotate half with each body: exact
    // but for the square of a joint's rotation (0.2 rad: 1 % of the gap of 10 mm, and of 1 in the rotations)
    const column = createAwryColumn();
    column.discs.forEach((disc, i) => {
      disc.equations.forEach((equation, row) => {
        for (const [body, element] of [
          [equation.bi, equation.jacobianElementA],
          [equation.bj, equation.jacobianElementB],
        ] as const) {
          const { spatial: s, rotational: r } = element as Equation['jacobianElementA'];
          const own = [s.x, s.y, s.z, r.x, r.y, r.z];
          const found = differentiate(column, equation as SpringEquation, body, i);
          disc.update();
          const off = own.map((value, k) => Math.abs(value - found[k]!));
          expect(Math.max(...off.slice(0, 3)), `disc ${i} row ${row}`).toBeLessThan(1e-6);
          expect(Math.max(...off.slice(3)), `disc ${i} row ${row}`).toBeLessThan(row < 3 ? 2e-4 : 0.02);
        }
      });
    });
  });
});

describe('the driven sacrum', () => {
  it('is after the step where the next pose has it', () => {
    // velocity over one step: place exactly; orientation by one step of cannon-es's quaternion, whose error is the cube of the
    // angle (0.03 rad: 1e-5)
    const { act, poseAt, person } = rehearse(PEOPLE.woman, { name: 'bend', trunkFlexionDeg: 90 });
    const { column } = createHeldColumn(rehearse(person, act), 0, 1 / 240);
    for (let n = 0; n < 240 * act.durationS; n += 7) {
      const [now, next] = [poseAt(n / 240).geometry, poseAt((n + 1) / 240).geometry];
      driveSacrum(column, now, next);
      stepColumn(column);
      const { position: p, quaternion: q } = column.sacrum;
      p.toArray().forEach((value, axis) => {
        expect(value).toBeCloseTo(next.sacrumM[axis]!, 12);
      });
      [q.x, q.y, q.z, q.w].forEach((value, k) => {
        expect(Math.abs(value - next.sacrumOrientation[k]!)).toBeLessThan(1e-5);
      });
    }
  });
});
