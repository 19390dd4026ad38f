import { describe, expect, it } from 'vitest';
import { calcColumnGeometry, createColumnGeometry } from '../../src/core/anatomy/columnGeometry.ts';
import { LEVEL_COUNT } from '../../src/core/anatomy/levels.ts';
import { createSpineModel } from '../../src/core/anatomy/spineModel.ts';
import { calcFlexorFloorN, calcPressureForceN } from '../../src/core/muscle/abdomen.ts';
import { calcMomentDemand } from '../../src/core/muscle/demand.ts';
import { calcEffort, calcMusclePair } from '../../src/core/muscle/equivalentMuscles.ts';
import { INTACT_SHAPES } from '../../src/core/simulation/state.ts';
import { createRandom, MAN } from './support.ts';

const model = createSpineModel(MAN);
const GRAVITY = 9.80665;

describe('the pair of muscles at a disc', () => {
  it('makes exactly the moment asked, pulls only, and keeps the floor', () => {
    // held against equilibrium: extensor · arm − flexor · arm = moment, to rounding
    const random = createRandom(31);
    const pair = { extensorN: 0, flexorN: 0 };
    for (const disc of model.discs)
      for (let n = 0; n < 20; n++) {
        const moment = 200 * random();
        const floor = 150 * (1 + random());
        calcMusclePair(disc, moment, floor, pair);
        const made = pair.extensorN * disc.extensorArmM - pair.flexorN * disc.flexorArmM;
        expect(Math.abs(made - moment)).toBeLessThan(1e-9 * (1 + Math.abs(moment)));
        expect(pair.extensorN).toBeGreaterThanOrEqual(0);
        expect(pair.flexorN).toBeGreaterThanOrEqual(floor);
        // no more than is needed: one of the two is at its least
        expect(Math.min(pair.extensorN, pair.flexorN - floor)).toBeLessThan(1e-9);
      }
  });

  it('uses the whole of its capacity at the capacity', () => {
    for (const disc of model.discs) {
      const pair = { extensorN: 0, flexorN: 0 };
      calcMusclePair(disc, disc.extensorCapacityNm, 0, pair);
      expect(calcEffort(disc, pair)).toBeCloseTo(1, 12);
      calcMusclePair(disc, -1.5 * disc.flexorCapacityNm, 0, pair);
      expect(calcEffort(disc, pair)).toBeCloseTo(1.5, 12);
    }
  });
});

describe('the abdomen', () => {
  it('pushes apart below the ribs only, and presses together more than it pushes', () => {
    // published: disc pressure rises in straining, so the wall's pull has to exceed the push
    for (let i = 0; i < LEVEL_COUNT; i++) {
      expect(calcPressureForceN(model, i, 0)).toBe(0);
      const push = calcPressureForceN(model, i, 10);
      const extra = calcFlexorFloorN(model, i, 10) - calcFlexorFloorN(model, i, 0);
      if (i <= 7) expect(push).toBe(0);
      else expect(extra).toBeGreaterThan(push);
    }
    // 10 kPa over a trunk's cavity, 0.01 to 0.04 m²: some 100 to 400 N
    expect(calcPressureForceN(model, 15, 10)).toBeGreaterThan(100);
    expect(calcPressureForceN(model, 15, 10)).toBeLessThan(400);
  });
});

describe('moment demand', () => {
  const flexion = Float64Array.from(model.discs, (disc, i) => disc.neutralFlexionRad + 0.01 * (i % 3));
  const geometry = calcColumnGeometry(
    model,
    INTACT_SHAPES,
    flexion,
    0.02,
    0.95,
    -0.9,
    createColumnGeometry(),
  );
  const still = { forceX: 0, forceY: 0, momentNm: 0 };

  it('is weight times lever for one mass', () => {
    const at = 5;
    const one = {
      ...model,
      vertebrae: model.vertebrae.map((body, i) => ({ ...body, massKg: i === at ? 10 : 0 })),
    };
    const demand = new Float64Array(LEVEL_COUNT);
    calcMomentDemand(one, geometry, null, still, demand);
    demand.forEach((moment, i) => {
      const lever = geometry.massX[at]! - geometry.discX[i]!;
      // nothing above the mass has to hold it; below, a mass in front asks for extension. Rounding of sums of 100 Nm
      expect(moment).toBeCloseTo(i < at ? 0 : 10 * GRAVITY * lever, 10);
    });
  });

  it('balances an outside force by its lever', () => {
    // a weight of 100 N hung 0.4 m in front of the world's origin, on a column without mass
    const none = { ...model, vertebrae: model.vertebrae.map((body) => ({ ...body, massKg: 0 })) };
    const demand = new Float64Array(LEVEL_COUNT);
    calcMomentDemand(none, geometry, null, { forceX: 0, forceY: -100, momentNm: -40 }, demand);
    demand.forEach((moment, i) => {
      expect(moment).toBeCloseTo(100 * (0.4 - geometry.discX[i]!), 10);
    });
  });

  it('does the work that gravity and inertia take', () => {
    // virtual work: turning all above a disc by a small angle, its moment works against weight (by potential energy, central
    // difference) and against inertia (−m a along each displacement, −I α). 1e-6 for the difference quotient
    const random = createRandom(32);
    const acceleration = {
      x: Float64Array.from({ length: LEVEL_COUNT }, () => 3 * random()),
      y: Float64Array.from({ length: LEVEL_COUNT }, () => 3 * random()),
      pitch: Float64Array.from({ length: LEVEL_COUNT }, () => 10 * random()),
    };
    const demand = new Float64Array(LEVEL_COUNT);
    calcMomentDemand(model, geometry, acceleration, still, demand);
    const small = 1e-4;
    for (let i = 0; i < LEVEL_COUNT; i++) {
      const place = (body: number, angle: number) => {
        const dx = geometry.massX[body]! - geometry.discX[i]!;
        const dy = geometry.massY[body]! - geometry.discY[i]!;
        return [
          dx * Math.cos(angle) - dy * Math.sin(angle),
          dx * Math.sin(angle) + dy * Math.cos(angle),
        ] as const;
      };
      let work = 0;
      for (let body = 0; body <= i; body++) {
        const [x1, y1] = place(body, small);
        const [x0, y0] = place(body, -small);
        const { massKg, inertiaKgM2 } = model.vertebrae[body]!;
        work += massKg * GRAVITY * (y1 - y0);
        work += massKg * (acceleration.x[body]! * (x1 - x0) + acceleration.y[body]! * (y1 - y0));
        work += inertiaKgM2 * acceleration.pitch[body]! * 2 * small;
      }
      expect(Math.abs(demand[i]! - work / (2 * small))).toBeLessThan(1e-6 * (1 + Math.abs(demand[i]!)));
    }
  });
});
