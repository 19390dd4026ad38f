import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calcRelievedRatio } from '../../../src/core/bone/nucleus.ts';
import { createSectionState } from '../../../src/core/bone/section.ts';
import { calcSectionForce, createLoadedSection } from '../../../src/core/bone/sectionForce.ts';
import {
  applySurroundings,
  calcUnloadedPosition,
  settleSection,
} from '../../../src/core/bone/sectionSolve.ts';
import { calcStrengthN } from '../../../src/core/bone/strength.ts';
import { relativeDifference } from '../support.ts';
import { sectionAt, walk } from './support.ts';

describe('properties of the section', () => {
  const section = sectionAt('T12', -3);
  const place = fc.tuple(
    fc.double({ min: -1, max: 5, noNaN: true }),
    fc.double({ min: -0.12, max: 0.12, noNaN: true }),
    fc.double({ min: -0.08, max: 0.08, noNaN: true }),
    fc.double({ min: -0.5, max: 3, noNaN: true }),
  );

  it('creates no energy on any closed path', () => {
    // ∮ F dq of a body that begins intact is what it dissipates plus what it stores: never negative. The trapezoidal rule
    // over 80 steps a side cuts the kinks of 250 columns: 0.2 % of the gross work
    fc.assert(
      fc.property(fc.array(place, { minLength: 1, maxLength: 4 }), (corners) => {
        const { work, gross } = walk(createLoadedSection(section), [...corners, [0, 0, 0, 0]], 80);
        expect(work).toBeGreaterThanOrEqual(-0.002 * gross - 1e-9);
      }),
      { numRuns: 25, seed: 3 },
    );
  });

  it('gives back all of it while nothing yields', () => {
    // 0.02 mm over a body of 20 mm is far below yield: ∮ F dq = 0 to rounding
    fc.assert(
      fc.property(fc.array(place, { minLength: 1, maxLength: 3 }), (corners) => {
        const small = corners.map((corner) => corner.map((value) => value / 250));
        const { work, gross } = walk(createLoadedSection(section), [...small, [0, 0, 0, 0]], 10);
        expect(Math.abs(work)).toBeLessThanOrEqual(1e-9 * gross + 1e-12);
      }),
      { numRuns: 20, seed: 4 },
    );
  });

  it('only ever crushes', () => {
    fc.assert(
      fc.property(fc.array(place, { minLength: 2, maxLength: 5 }), (corners) => {
        const body = createLoadedSection(section);
        let before = body.state.crushMm.slice();
        for (const corner of corners) {
          walk(body, [corner], 4);
          expect(body.state.crushMm.every((crush, i) => crush >= before[i]!)).toBe(true);
          before = body.state.crushMm.slice();
        }
      }),
      { numRuns: 15, seed: 5 },
    );
  });

  /** Loads a body beyond its strength at a place, in soft surroundings, and lets go: mm, rad, rad. */
  function overload(eFront: number, eRight: number, over: number): Float64Array {
    const body = createLoadedSection(section);
    const strength = calcStrengthN(section, createSectionState(section), eFront);
    const stiffness = Float64Array.of(500, 500 * 200, 500 * 200);
    for (let step = 1; step <= 20; step++) {
      const p = (over * strength * step) / 20;
      applySurroundings(body, { load: Float64Array.of(p, p * eFront, p * eRight), stiffness });
    }
    return calcUnloadedPosition(body);
  }

  it('wedges to the side on which the load stands', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.1, max: 0.16, noNaN: true }),
        fc.double({ min: 0.06, max: 0.12, noNaN: true }),
        fc.constantFrom(-1, 1),
        fc.constantFrom(-1, 1),
        (front, right, signFront, signRight) => {
          const [shortening, flexion, lateral] = overload(
            signFront * front * section.depthMm,
            signRight * right * section.widthMm,
            1.15,
          );
          expect(shortening).toBeGreaterThan(0.02);
          expect(Math.sign(flexion!)).toBe(signFront);
          expect(Math.sign(lateral!)).toBe(signRight);
        },
      ),
      { numRuns: 12, seed: 6 },
    );
  });

  it('is never pressed through, however often it is overloaded and rests', () => {
    // 40 events, each with twice the intact strength, in front of the centre: every height stays above nothing
    const strength = calcStrengthN(section, createSectionState(section), 0);
    let state = createSectionState(section);
    let [shortening, flexion]: ArrayLike<number> & Iterable<number | undefined> = [0, 0];
    for (let event = 0; event < 40; event++) {
      const body = createLoadedSection(section, state);
      const stiffness = Float64Array.of(500, 500 * 200, 500 * 200);
      for (let step = 1; step <= 10; step++) {
        const p = (2 * strength * step) / 10;
        applySurroundings(body, { load: Float64Array.of(p, 2 * p, 0), stiffness });
      }
      [shortening, flexion] = settleSection(body);
      state = body.state;
    }
    const front = shortening! + (flexion! * section.depthMm) / 2;
    expect(front).toBeGreaterThan(0.3 * section.heightMm);
    expect(front).toBeLessThan(section.heightMm);
  });

  it('is not crushed further by rest after rest', () => {
    const body = createLoadedSection(section);
    walk(body, [[2.5, 0.08, 0, 0.5]], 30);
    settleSection(body);
    const rested = body.state.crushMm.slice();
    for (let n = 0; n < 5; n++) settleSection(createLoadedSection(section, body.state));
    expect(relativeDifference(body.state.crushMm, rested)).toBeLessThan(1e-6);
  });

  it('finds where the unloaded body stands: no force is left', () => {
    const body = createLoadedSection(section);
    walk(body, [[2.5, 0.08, 0, 0.5]], 30);
    calcSectionForce(body, calcUnloadedPosition(body));
    // its own tolerance is 1e-6 N
    for (const force of body.force) expect(Math.abs(force)).toBeLessThan(1e-4);
  });

  it('carries what its surroundings offer', () => {
    // compared with equilibrium: what the springs leave of the load, and of its deflection force, to a millionth of the load
    const body = createLoadedSection(section);
    const load = Float64Array.of(2500, 2500 * 4, 0);
    const stiffness = Float64Array.of(800, 2e5, 2e5);
    for (let step = 0; step < 10; step++) {
      const start = body.q.slice();
      const left = applySurroundings(body, {
        load,
        stiffness,
        deflectionForceRatio: 0.6,
        deflectionStiffnessNPerMm: 30,
      });
      expect(left).toBeLessThan(2e-6 * 2500 + 1e-5);
      const ratio = calcRelievedRatio(0.6, section.reliefNPerMm, start[3]!, 2500);
      const moved = body.q.map((at, i) => at - start[i]!);
      const p = 2500 - 800 * (moved[0]! + ratio * moved[3]!);
      const offered = [p, 1e4 - 2e5 * moved[1]!, -2e5 * moved[2]!, ratio * p - 30 * moved[3]!];
      offered.forEach((value, i) => {
        expect(Math.abs(body.force[i]! - value)).toBeLessThan(0.1);
      });
    }
    expect(body.q[0]).toBeGreaterThan(0.1);
    expect(body.q[3]).toBeGreaterThan(0.05);
  });
});
