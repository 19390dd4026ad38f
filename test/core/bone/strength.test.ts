import { describe, expect, it } from 'vitest';
import { LEVELS } from '../../../src/core/anatomy/levels.ts';
import { copySectionState, createSectionState, type Section } from '../../../src/core/bone/section.ts';
import { acceptSection, calcSectionForce, createLoadedSection } from '../../../src/core/bone/sectionForce.ts';
import { settleSection } from '../../../src/core/bone/sectionSolve.ts';
import { calcStrengthN, press } from '../../../src/core/bone/strength.ts';
import { calcBoneTable } from '../../../src/core/simulation/boneTable.ts';
import { WOMAN } from '../support.ts';
import { sectionAt } from './support.ts';

describe('strength', () => {
  it('falls with T at every level and stays above nothing', () => {
    const { tScores, centralStrengthN } = calcBoneTable({
      version: 1,
      patient: { ...WOMAN, tScore: 0 },
      events: [],
    });
    expect([tScores[0], tScores.at(-1)]).toEqual([-6, 4]);
    for (let row = 0; row < tScores.length; row++)
      for (let i = 0; i < LEVELS.length; i++) {
        const here = centralStrengthN[row * LEVELS.length + i]!;
        expect(here, `${LEVELS[i]} at T = ${tScores[row]}`).toBeGreaterThan(
          row > 0 ? centralStrengthN[(row - 1) * LEVELS.length + i]! : 0,
        );
      }
  });

  it('has the size that bodies tested in presses have', () => {
    // published whole-body strengths: 3–8 kN for a dense L3, 1–4.5 kN in osteoporosis (T ≤ −2.5); thoracic ones about half
    const at = (level: (typeof LEVELS)[number], tScore: number) => {
      const body = sectionAt(level, tScore);
      return calcStrengthN(body, createSectionState(body), 0);
    };
    expect(at('L3', 0)).toBeGreaterThan(3000);
    expect(at('L3', 0)).toBeLessThan(8000);
    expect(at('L3', -2.5)).toBeGreaterThan(1000);
    expect(at('L3', -2.5)).toBeLessThan(4500);
    expect(at('T8', 0) / at('L3', 0)).toBeLessThan(0.8);
  });

  it('is found as a slower search finds it', () => {
    // steps of a ten-thousandth of the height at the rim; moments and deflection balanced by halving intervals instead of Newton; both
    // miss the peak by their steps
    for (const [level, eccentricityRatio, w] of [
      ['L1', 0, 0.46],
      ['L1', 0.1, 0.46],
      ['T8', -0.08, 0.4],
    ] as const) {
      const section = sectionAt(level, -3);
      const arm = eccentricityRatio * section.depthMm;
      const body = createLoadedSection(section);
      const q = new Float64Array(4);
      const balanceDeflection = () => {
        let [low, high] = [-0.5, 1.5];
        for (let halving = 0; halving < 24; halving++) {
          q[3] = (low + high) / 2;
          calcSectionForce(body, q);
          if (body.force[3]! > w * body.force[0]!) high = q[3];
          else low = q[3];
        }
      };
      let peak = 0;
      for (let step = 1; step <= 130; step++) {
        q[0] = step * 0.0001 * section.heightMm;
        let [low, high] = [-0.03, 0.03];
        for (let halving = 0; halving < 20; halving++) {
          q[1] = (low + high) / 2;
          balanceDeflection();
          if (body.force[1]! > arm * body.force[0]!) high = q[1];
          else low = q[1];
        }
        acceptSection(body, q);
        peak = Math.max(peak, body.force[0]!);
      }
      const found = calcStrengthN(section, createSectionState(section), arm, w);
      expect(found / peak, level).toBeGreaterThan(0.995);
      expect(found / peak, level).toBeLessThan(1.005);
    }
  });

  it('is less off centre, more so the farther', () => {
    // a section bears most where the load meets its centre of strength, which in a body weak in front lies behind the middle
    for (const level of ['T8', 'T12', 'L3'] as const) {
      const section = sectionAt(level, -3);
      const at = (eccentricityRatio: number) =>
        calcStrengthN(section, createSectionState(section), eccentricityRatio * section.depthMm);
      const front = [0, 0.05, 0.1, 0.15].map(at);
      for (let n = 1; n < front.length; n++) expect(front[n]!).toBeLessThan(front[n - 1]!);
      const back = [-0.1, -0.15, -0.2].map(at);
      for (let n = 1; n < back.length; n++) expect(back[n]!).toBeLessThan(back[n - 1]!);
      // equilibrium bounds the loss: of the bearing columns only those in front of 2 e have to carry it all
      expect(front[2]! / front[0]!).toBeGreaterThan(0.5);
    }
  });

  it('leaves the body as it was', () => {
    const section = sectionAt('L1', -3);
    const state = createSectionState(section);
    calcStrengthN(section, state, 3);
    expect(state).toEqual(createSectionState(section));
  });

  it('scales with the bone', () => {
    // modulus and peak stress by one factor: the same strains, so the same answer to rounding and the solver's tolerance
    const section = sectionAt('T12', -2);
    const weaker: Section = {
      ...section,
      modulusMPa: section.modulusMPa.map((value) => 0.7 * value),
      peakMPa: section.peakMPa.map((value) => 0.7 * value),
      plateModulusMPa: 0.7 * section.plateModulusMPa,
      platePeakMPa: 0.7 * section.platePeakMPa,
    };
    const of = (one: Section) => calcStrengthN(one, createSectionState(one), 2);
    expect(of(weaker) / of(section)).toBeCloseTo(0.7, 6);
  });

  it('of a crushed body counts what it bears after giving a little', () => {
    // compared with a walk of the press over the same way, its greatest force looked up afterwards
    const section = sectionAt('T12', -3);
    const crushed = createLoadedSection(section);
    let force = 0;
    for (let step = 0; step < 40; step++) force = press(crushed, 1, 0.46, force, 0.05);
    const unloaded = settleSection(crushed);
    const strength = calcStrengthN(section, crushed.state, 1, 0.46);
    const body = createLoadedSection(section, copySectionState(crushed.state));
    body.q.set(unloaded);
    let greatest = 0;
    force = 0;
    // from no load: the way to first yield and 3 % of the height beyond
    for (let step = 0; step < 400; step++) {
      force = press(body, 1, 0.46, force, 0.002);
      greatest = Math.max(greatest, force);
      if (body.q[0]! - unloaded[0]! > 0.03 * section.heightMm) break;
    }
    expect(strength / greatest).toBeGreaterThan(0.98);
    expect(strength / greatest).toBeLessThan(1.03);
    expect(strength).toBeLessThan(1.1 * calcStrengthN(section, createSectionState(section), 1, 0.46));
  });
});
