import { describe, expect, it } from 'vitest';
import { copySectionState, createSectionState, type Section } from '../../../src/core/bone/section.ts';
import { createLoadedSection } from '../../../src/core/bone/sectionForce.ts';
import { applySurroundings, settleSection } from '../../../src/core/bone/sectionSolve.ts';
import { calcStrengthN } from '../../../src/core/bone/strength.ts';
import { sectionAt } from './support.ts';

/** Muscles and discs beside a body that gives: N/mm, N mm/rad; and the rate term of a step. */
const MUSCLES = 100;
const DISCS = 4e4;
const RATE = 300;

/**
 * Loads a body by `over` times its strength, in surroundings that unload as it gives, and lets go. Losses of height at the front,
 * in the middle and at the back, %.
 */
function overload(
  section: Section,
  over: number,
  eccentricityRatio: number,
  before = createSectionState(section),
) {
  const arm = eccentricityRatio * section.depthMm;
  const p0 = over * calcStrengthN(section, createSectionState(section), arm);
  const body = createLoadedSection(section, copySectionState(before));
  const start = body.q.slice();
  const arm2 = section.depthMm ** 2 / 4;
  for (let step = 1; step <= 400; step++) {
    const ramp = Math.min(1, step / 40);
    const moved = body.q.map((at, i) => at - start[i]!);
    const p = Math.max(0, ramp * p0 - MUSCLES * (moved[0]! + section.deflectionForceRatio * moved[3]!));
    applySurroundings(body, {
      load: Float64Array.of(p, ramp * p0 * arm - DISCS * moved[1]!, 0),
      stiffness: Float64Array.of(MUSCLES + RATE, DISCS + RATE * arm2, DISCS + RATE * arm2),
      deflectionStiffnessNPerMm: section.reliefNPerMm + RATE / 12,
    });
  }
  const [mean, flexion, , deflection] = settleSection(body);
  const tilt = (flexion! * section.depthMm) / 2;
  const percent = (mm: number) => (100 * mm) / section.heightMm;
  return {
    front: percent(mean! + tilt),
    middle: percent(mean! + deflection!),
    back: percent(mean! - tilt),
    state: body.state,
  };
}

describe('shapes of what gives', () => {
  it('are biconcave where a healthy disc presses weak end plates', () => {
    for (const level of ['T8', 'T12', 'L3'] as const) {
      const broken = overload(sectionAt(level, -3, 0), 1.3, 0);
      expect(broken.middle).toBeGreaterThan(10);
      expect(broken.middle).toBeGreaterThan(1.2 * Math.max(broken.front, broken.back));
      // the weaker the bone, the more of what gives is the plates alone
      const weaker = overload(sectionAt(level, -4, 0), 1.2, 0);
      expect(weaker.middle).toBeGreaterThan(2);
      expect(Math.max(weaker.front, weaker.back)).toBeLessThan(0.2 * weaker.middle);
    }
  });

  it('are wedges where a worn disc presses the front', () => {
    for (const level of ['T8', 'T12', 'L3'] as const)
      for (const tScore of [-2, -3]) {
        const { front, middle, back } = overload(sectionAt(level, tScore, 1), 1.3, 0.1);
        expect(front).toBeGreaterThan(8);
        expect(front).toBeGreaterThan(1.3 * middle);
        expect(back).toBeLessThan(0.3 * front);
      }
  });

  it('are crushed where a worn disc presses the centre of strength', () => {
    // the load stands where it rotates the body least: behind the centre, because the front is weaker
    for (const level of ['T8', 'T12', 'L3'] as const) {
      const { front, middle, back } = overload(sectionAt(level, -2, 0.8), 1.3, -0.02);
      expect(Math.min(front, middle, back)).toBeGreaterThan(8);
      expect(back).toBeGreaterThan(0.6 * front);
      expect(middle).toBeLessThan(1.3 * Math.max(front, back));
    }
  });

  it('are graded by how far the load passed the strength', () => {
    // 5, 20 and 40 % over the peak leave graded losses of tens of per cent, not total collapse
    for (const level of ['T12', 'L1'] as const)
      for (const tScore of [-2, -3]) {
        const section = sectionAt(level, tScore);
        const fronts = [1.05, 1.1, 1.2, 1.3, 1.4].map((over) => overload(section, over, 0.1).front);
        for (let n = 1; n < fronts.length; n++) expect(fronts[n]).toBeGreaterThan(fronts[n - 1]!);
        expect(fronts[2]).toBeGreaterThan(8);
        expect(fronts[4]).toBeGreaterThan(14);
        expect(overload(section, 0.9, 0.1).front).toBeLessThan(1);
      }
  });

  it('go on by less when the same load comes again', () => {
    const section = sectionAt('T12', -3);
    let state = createSectionState(section);
    let last = 0;
    const gains = Array.from({ length: 4 }, () => {
      const result = overload(section, 1.2, 0.1, state);
      const gain = result.front - last;
      ({ state, front: last } = result);
      return gain;
    });
    for (let n = 1; n < gains.length; n++) expect(gains[n]).toBeLessThan(gains[0]!);
  });

  // known to fail since debris regains no strength before it packs: what is pressed far past its peak goes on until it packs, some 45 %
  // of the front in one blow and 72 % in four. In life the next body, the trunk on the thighs or the hands take the load before that;
  // nothing here does
  it.fails('stop at a third of the front, however far the load passed the strength', () => {
    const fronts = (['T12', 'L1'] as const).flatMap((level) =>
      [-2, -3].map((tScore) => overload(sectionAt(level, tScore), 1.4, 0.1).front),
    );
    expect(Math.max(...fronts)).toBeLessThan(35);
  });

  it('do not hang on the raster', () => {
    // more columns change a wedge by less than 5 %
    for (const [tScore, wear, eccentricityRatio] of [
      [-3, 0.6, 0.1],
      [-2, 1, 0.08],
    ] as const) {
      const [coarse, fine] = [16, 32].map((raster) =>
        overload(sectionAt('T12', tScore, wear, raster), 1.3, eccentricityRatio),
      );
      expect(coarse!.front / fine!.front).toBeGreaterThan(0.95);
      expect(coarse!.front / fine!.front).toBeLessThan(1.05);
    }
    const [coarse, fine] = [16, 32].map((raster) => overload(sectionAt('L1', -3, 0, raster), 1.4, 0));
    expect(coarse!.middle / fine!.middle).toBeGreaterThan(0.95);
    expect(coarse!.middle / fine!.middle).toBeLessThan(1.05);
  });
});
