import { describe, expect, it } from 'vitest';
import {
  calcColumnGeometry,
  createColumnGeometry,
  createDiscAngles,
  setSacrumPitch,
} from '../../src/core/anatomy/columnGeometry.ts';
import { LEVEL_COUNT } from '../../src/core/anatomy/levels.ts';
import { createSpineModel } from '../../src/core/anatomy/spineModel.ts';
import {
  calcEffortPressureKPa,
  calcLeastActivation,
  calcPressureArmM,
  calcPressureForceN,
} from '../../src/core/muscle/abdomen.ts';
import { calcDemand, createOutsideForces } from '../../src/core/muscle/demand.ts';
import { INTACT_SHAPES } from '../../src/core/simulation/patient/state.ts';
import { createRandom, MAN } from './support.ts';

const model = createSpineModel(MAN);
const GRAVITY = 9.80665;

describe('the abdomen', () => {
  it('pushes apart in front of the column, more the further down, in the chest once the breath is held', () => {
    for (let i = 0; i < LEVEL_COUNT; i++) {
      expect(calcPressureForceN(model, i, 0)).toBe(0);
      expect(calcPressureArmM(model, i)).toBeGreaterThan(0);
      const push = calcPressureForceN(model, i, 10);
      const twice = calcPressureForceN(model, i, 20);
      if (i > 0) expect(push).toBeGreaterThanOrEqual(calcPressureForceN(model, i - 1, 10));
      if (i <= 1) expect(push).toBe(0);
      // in the abdomen a force is pressure times area; the chest is under hardly any as long as one breathes
      if (i >= 11) expect(twice).toBeCloseTo(2 * push, 9);
      else expect(calcPressureForceN(model, i, 5)).toBeLessThanOrEqual(push / 2);
    }
    // 10 kPa over a trunk's cavity, 0.01 to 0.04 m²: some 100 to 400 N
    expect(calcPressureForceN(model, 15, 10)).toBeGreaterThan(100);
    expect(calcPressureForceN(model, 15, 10)).toBeLessThan(400);
  });

  it('comes with effort of the back, up to a most, and never with bending backwards', () => {
    expect(calcEffortPressureKPa(model, -50)).toBe(0);
    let last = 0;
    for (let moment = 0; moment <= 400; moment += 20) {
      const pressure = calcEffortPressureKPa(model, moment);
      expect(pressure).toBeGreaterThanOrEqual(last);
      last = pressure;
    }
    // the most that people reach without meaning to: below a cough's 20 kPa
    expect(last).toBeGreaterThan(3);
    expect(last).toBeLessThan(20);
    expect(calcEffortPressureKPa(model, 1e4)).toBe(last);
  });

  it('needs its wall: the more pressure the more of it, never more than all', () => {
    for (const group of ['rectusAbdominis', 'externalOblique', 'internalOblique'] as const) {
      let least = calcLeastActivation(group, 0, 0, 0);
      for (let kPa = 2; kPa <= 40; kPa += 2) {
        const next = calcLeastActivation(group, kPa, 0, 0);
        expect(next, group).toBeGreaterThanOrEqual(least);
        least = next;
      }
      expect(least, group).toBeGreaterThan(0.1);
      expect(least, group).toBeLessThanOrEqual(1);
      expect(calcLeastActivation(group, 1e6, 1, 0), group).toBe(1);
      // at rest the wall has no tone
      expect(calcLeastActivation(group, 0, 0, 1), group).toBe(0);
    }
    expect(calcLeastActivation('multifidusLumbar', 0, 0.08, 0)).toBeGreaterThanOrEqual(0.08);
  });
});

describe('the moments that a pose asks', () => {
  const random = createRandom(32);
  const list = (size: number) => Float64Array.from({ length: LEVEL_COUNT }, () => size * random());
  /** A column bent, rotated and leaning sideways. */
  const geometry = createColumnGeometry();
  geometry.sacrumM.set([0.02, 0.95, -0.03]);
  setSacrumPitch(geometry, -0.6);
  const discAngles = { ...createDiscAngles(), lateralRad: list(0.1), torsionRad: list(0.08) };
  discAngles.flexionRad.set(model.discs.map((disc, i) => disc.neutralFlexionRad + 0.05 * (i % 3)));
  calcColumnGeometry(model, INTACT_SHAPES, discAngles, geometry);
  const nothing = createOutsideForces();

  type Triple = readonly [number, number, number];
  const at = (points: Float64Array, i: number): Triple => [
    points[3 * i]!,
    points[3 * i + 1]!,
    points[3 * i + 2]!,
  ];
  const minus = (a: Triple, b: Triple): Triple => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
  const cross = (a: Triple, b: Triple): Triple => [
    a[1] * b[2] - a[2] * b[1],
    a[2] * b[0] - a[0] * b[2],
    a[0] * b[1] - a[1] * b[0],
  ];
  const inDisc = (vector: Triple, i: number): number[] =>
    [0, 1, 2].map((axis) =>
      vector.reduce((sum, value, row) => sum + value * geometry.discAxes[9 * i + 3 * row + axis]!, 0),
    );
  const demand = (...[spine, acceleration, outside]: DemandArguments) => {
    const moment = new Float64Array(3 * LEVEL_COUNT);
    const force = new Float64Array(3 * LEVEL_COUNT);
    calcDemand(spine, geometry, acceleration, outside, moment, force);
    return { moment, force };
  };
  type DemandArguments = [
    Parameters<typeof calcDemand>[0],
    Parameters<typeof calcDemand>[2],
    Parameters<typeof calcDemand>[3],
  ];
  const accelerating = () => ({
    linear: Float64Array.from({ length: 3 * LEVEL_COUNT }, () => 3 * random()),
    angular: Float64Array.from({ length: 3 * LEVEL_COUNT }, () => 10 * random()),
  });

  it('are what a free body of all above a disc needs, summed body by body about the disc', () => {
    // Newton and Euler for each body above: m (a − g) at its centre and I α, less what acts from outside. The program sums once,
    // about the world's origin, and shifts: rounding of sums of 100 Nm
    const acceleration = accelerating();
    const outside = createOutsideForces();
    for (let k = 0; k < 3 * LEVEL_COUNT; k++) {
      outside.forceN[k] = 80 * random();
      outside.momentNm[k] = 60 * random();
    }
    const { moment, force } = demand(model, acceleration, outside);
    for (let i = 0; i < LEVEL_COUNT; i++) {
      const centre = at(geometry.discM, i);
      const sumForce = [0, 0, 0];
      const sumMoment = [0, 0, 0];
      for (let body = 0; body <= i; body++) {
        const { massKg, inertiaKgM2 } = model.vertebrae[body]!;
        const a = at(acceleration.linear, body);
        const inertial: Triple = [massKg * a[0], massKg * (a[1] + GRAVITY), massKg * a[2]];
        const lever = cross(minus(at(geometry.massM, body), centre), inertial);
        const pushed = at(outside.forceN, body);
        // the outside moment is about the world's origin: about the disc it is less by the force's lever there
        const shift = cross(centre, pushed);
        for (let axis = 0; axis < 3; axis++) {
          sumForce[axis]! += inertial[axis]! - pushed[axis]!;
          sumMoment[axis]! +=
            lever[axis]! +
            inertiaKgM2 * acceleration.angular[3 * body + axis]! -
            (outside.momentNm[3 * body + axis]! - shift[axis]!);
        }
      }
      inDisc(sumForce as unknown as Triple, i).forEach((value, axis) => {
        expect(force[3 * i + axis]).toBeCloseTo(value, 9);
      });
      inDisc(sumMoment as unknown as Triple, i).forEach((value, axis) => {
        expect(moment[3 * i + axis]).toBeCloseTo(value, 9);
      });
    }
  });

  it('are weight times lever for one mass, and nothing above it', () => {
    const LOADED = 5;
    const one = {
      ...model,
      vertebrae: model.vertebrae.map((body, i) => ({ ...body, massKg: i === LOADED ? 10 : 0 })),
    };
    const { moment } = demand(one, null, nothing);
    for (let i = 0; i < LEVEL_COUNT; i++) {
      const lever = minus(at(geometry.massM, LOADED), at(geometry.discM, i));
      // moment that holds a weight: −r × (0, −mg, 0)
      const holds: Triple = [-10 * GRAVITY * lever[2], 0, 10 * GRAVITY * lever[0]];
      inDisc(i < LOADED ? [0, 0, 0] : holds, i).forEach((value, axis) => {
        expect(moment[3 * i + axis]).toBeCloseTo(value, 10);
      });
    }
  });

  it('swing a rigid rod as the formula of the physical pendulum says', () => {
    // the whole column as one rod, rotated about the middle of L5–S1 by α about the world's z: tangential accelerations α × r, so
    // the moment there is (I + Σ m r²) α plus the weights' levers, in closed form
    const alpha = 4;
    const pivot = at(geometry.discM, LEVEL_COUNT - 1);
    const rod = { linear: new Float64Array(3 * LEVEL_COUNT), angular: new Float64Array(3 * LEVEL_COUNT) };
    let inertia = 0;
    let lever = 0;
    let crossed = [0, 0];
    model.vertebrae.forEach(({ massKg, inertiaKgM2 }, i) => {
      const [x, y, z] = minus(at(geometry.massM, i), pivot);
      rod.linear.set([-alpha * y, alpha * x, 0], 3 * i);
      rod.angular.set([0, 0, alpha], 3 * i);
      inertia += inertiaKgM2 + massKg * (x * x + y * y);
      lever += massKg * GRAVITY * x;
      // the rod leans sideways: products of inertia, and weight's lever sidewards
      crossed = [crossed[0]! - massKg * z * (alpha * x + GRAVITY), crossed[1]! - massKg * z * alpha * y];
    });
    const { moment } = demand(model, rod, nothing);
    inDisc([crossed[0]!, crossed[1]!, inertia * alpha + lever], LEVEL_COUNT - 1).forEach((value, axis) => {
      expect(moment[3 * (LEVEL_COUNT - 1) + axis]).toBeCloseTo(value, 9);
    });
  });

  it('do the work that gravity and inertia take', () => {
    // virtual work: rotating all above a disc a little about each of the disc's axes, its moment works against weight (by
    // potential energy, central difference) and inertia. 1e-6 for the difference quotient
    const acceleration = accelerating();
    const { moment } = demand(model, acceleration, nothing);
    const small = 1e-4;
    for (let i = 0; i < LEVEL_COUNT; i++)
      for (let axis = 0; axis < 3; axis++) {
        const [nx, ny, nz] = [0, 1, 2].map(
          (row) => geometry.discAxes[9 * i + 3 * row + axis]!,
        ) as unknown as Triple;
        const place = (body: number, angle: number): Triple => {
          const r = minus(at(geometry.massM, body), at(geometry.discM, i));
          const dot = r[0] * nx + r[1] * ny + r[2] * nz;
          const c = cross([nx, ny, nz], r);
          return [0, 1, 2].map(
            (k) =>
              r[k]! * Math.cos(angle) +
              c[k]! * Math.sin(angle) +
              [nx, ny, nz][k]! * dot * (1 - Math.cos(angle)),
          ) as unknown as Triple;
        };
        let work = 0;
        for (let body = 0; body <= i; body++) {
          const { massKg, inertiaKgM2 } = model.vertebrae[body]!;
          const moved = minus(place(body, small), place(body, -small));
          const a = at(acceleration.linear, body);
          work += massKg * (a[0] * moved[0] + (a[1] + GRAVITY) * moved[1] + a[2] * moved[2]);
          const w = at(acceleration.angular, body);
          work += inertiaKgM2 * (w[0] * nx + w[1] * ny + w[2] * nz) * 2 * small;
        }
        expect(Math.abs(moment[3 * i + axis]! - work / (2 * small))).toBeLessThan(
          1e-6 * (1 + Math.abs(moment[3 * i + axis]!)),
        );
      }
  });
});
