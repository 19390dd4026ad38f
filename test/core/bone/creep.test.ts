import { describe, expect, it } from 'vitest';
import { applyCreep } from '../../../src/core/bone/creep.ts';
import {
  createSectionState,
  LAYERS,
  type Section,
  type SectionState,
} from '../../../src/core/bone/section.ts';
import { createLoadedSection } from '../../../src/core/bone/sectionForce.ts';
import { calcUnloadedPosition } from '../../../src/core/bone/sectionSolve.ts';
import { calcStrengthN } from '../../../src/core/bone/strength.ts';
import { solveDense } from '../support.ts';
import { calcColumnStiffnesses, sectionAt } from './support.ts';

const CYCLES = 100;

/** Loses of height, %, and wedge, degrees, of a body as it stands unloaded. */
function measure(section: Section, state: SectionState) {
  const [mean, flexion, lateral, deflection] = calcUnloadedPosition(createLoadedSection(section, state));
  const percent = (mm: number) => (100 * mm) / section.heightMm;
  return {
    front: percent(mean! + (flexion! * section.depthMm) / 2),
    middle: percent(mean! + deflection!),
    back: percent(mean! - (flexion! * section.depthMm) / 2),
    wedgeDeg: (flexion! * 180) / Math.PI,
    lateral: lateral!,
  };
}

/** A year, or some days, of loads of a given size in front of the centre by a fraction of the depth. */
const creep = (section: Section, loadN: number, eccentricityRatio: number, days: number, cycles = CYCLES) =>
  applyCreep(
    section,
    createSectionState(section),
    { compressionN: loadN, flexionMomentNmm: loadN * eccentricityRatio * section.depthMm },
    cycles,
    days,
  );

describe('creep', () => {
  it('leaves nothing to measure of a year in a strong spine', () => {
    // 100 loads a day as of bending forward or getting up; a radiograph shows no less than 0.1 mm
    for (const [level, loadN] of [
      ['T8', 800],
      ['T12', 1000],
      ['L3', 1200],
    ] as const)
      for (const discWear of [0, 1]) {
        const section = sectionAt(level, 0, discWear);
        const { front, middle, back, wedgeDeg } = measure(section, creep(section, loadN, 0.08, 365));
        for (const loss of [front, middle, back])
          expect((Math.abs(loss) * section.heightMm) / 100).toBeLessThan(0.01);
        expect(Math.abs(wedgeDeg)).toBeLessThan(0.02);
      }
  });

  it('wedges a weak body under a worn disc by degrees within months', () => {
    for (const level of ['T8', 'T12'] as const) {
      const section = sectionAt(level, -4, 1);
      const load = 0.85 * calcStrengthN(section, createSectionState(section), 0.1 * section.depthMm);
      const year = measure(section, creep(section, load, 0.1, 365));
      expect(year.wedgeDeg).toBeGreaterThan(1);
      expect(year.wedgeDeg).toBeLessThan(10);
      expect(year.front).toBeGreaterThan(2);
      expect(Math.abs(year.back)).toBeLessThan(0.3 * year.front);
      // the busier, the sooner: three times as many loads do in months what takes a year
      const busy = measure(section, creep(section, load, 0.1, 122, 3 * CYCLES));
      expect(busy.wedgeDeg / year.wedgeDeg).toBeGreaterThan(0.98);
      expect(busy.wedgeDeg / year.wedgeDeg).toBeLessThan(1.02);
    }
  });

  it('bends the end plates of a weak body under a healthy disc', () => {
    const section = sectionAt('L1', -4, 0);
    const load = 0.85 * calcStrengthN(section, createSectionState(section), 0);
    const state = creep(section, load, 0, 365);
    const { front, middle, back } = measure(section, state);
    expect(middle).toBeGreaterThan(1.5);
    expect(Math.max(front, back)).toBeLessThan(0.5 * middle);
    expect(state.plateDeflectionMm).toBeCloseTo(((middle - (front + back) / 2) * section.heightMm) / 100, 6);
  });

  it('grows with days, with load and as density falls, and slows down', () => {
    const frontOf = (tScore: number, loadN: number, days: number) => {
      const section = sectionAt('T12', tScore, 1);
      return measure(section, creep(section, loadN, 0.08, days)).front;
    };
    const days = [0, 1, 3, 10, 30, 60, 90, 120].map((count) => frontOf(-4, 650, count));
    expect(days[0]).toBeCloseTo(0, 9);
    for (let n = 1; n < days.length; n++) expect(days[n]).toBeGreaterThan(days[n - 1]!);
    // the first ten days leave more than the next ten days do
    expect(days[3]! - days[0]!).toBeGreaterThan(frontOf(-4, 650, 20) - days[3]!);
    const loads = [200, 300, 400, 500, 600, 700].map((loadN) => frontOf(-4, loadN, 30));
    for (let n = 1; n < loads.length; n++) expect(loads[n]).toBeGreaterThan(loads[n - 1]!);
    const densities = [0, -1, -2, -3, -3.5, -4].map((tScore) => frontOf(tScore, 600, 30));
    for (let n = 1; n < densities.length; n++) expect(densities[n]).toBeGreaterThan(densities[n - 1]!);
  });

  it('begins at the rate that the life of bone in fatigue says', () => {
    // 1 % of strain in 10⁶ cycles at half the peak stress, ∝ σ¹⁰; stresses by dense elimination. So few cycles that columns
    // lose less than a thousandth of their stress
    const section = sectionAt('T12', -3);
    const { count, xMm, zMm, deflectionShape, areaMm2, layerHeightMm } = section;
    const body = createLoadedSection(section);
    const stiffness = calcColumnStiffnesses(section);
    const shapes = Array.from({ length: count }, (_, j) => [1, xMm[j]!, zMm[j]!, deflectionShape[j]!]);
    const own = body.resistance.stiffnessNPerMm + section.reliefNPerMm;
    const matrix = [0, 1, 2, 3].map((a) =>
      [0, 1, 2, 3].map(
        (b) =>
          stiffness.reduce((sum, k, j) => sum + k * shapes[j]![a]! * shapes[j]![b]!, 0) +
          (a === 3 && b === 3 ? own : 0),
      ),
    );
    const load = 500;
    const arm = 0.05 * section.depthMm;
    const moved = solveDense(matrix, [load, load * arm, 0, load * section.deflectionForceRatio]);
    const state = creep(section, load, 0.05, 1);
    let [wanted, found] = [0, 0];
    for (let j = 0; j < count; j++) {
      const force = stiffness[j]! * shapes[j]!.reduce((sum, s, i) => sum + s * moved[i]!, 0);
      const stress = Math.max(0, force / areaMm2[j]!);
      for (let k = 0; k < LAYERS; k++) {
        const i = k * count + j;
        wanted += layerHeightMm * 0.01 * (CYCLES / 1e6) * ((2 * stress) / section.peakMPa[i]!) ** 10;
        found += state.crushMm[i]!;
      }
    }
    expect(found).toBeGreaterThan(0);
    expect(found / wanted).toBeGreaterThan(0.95);
    expect(found / wanted).toBeLessThan(1.001);
  });

  it('comes in steps whose size does not matter', () => {
    // all days at once against day after day from the state before: the steps fall elsewhere
    const section = sectionAt('T12', -4, 1);
    const load = { compressionN: 650, flexionMomentNmm: 650 * 0.08 * section.depthMm };
    const once = measure(section, applyCreep(section, createSectionState(section), load, CYCLES, 40));
    let state = createSectionState(section);
    for (let day = 0; day < 40; day++) state = applyCreep(section, state, load, CYCLES, 1);
    const daily = measure(section, state);
    expect(daily.front / once.front).toBeGreaterThan(0.97);
    expect(daily.front / once.front).toBeLessThan(1.03);
  });

  it('does not hang on the raster, nor on left and right', () => {
    const wedges = [16, 32].map((raster) => {
      const section = sectionAt('T12', -4, 1, raster);
      return measure(section, creep(section, 650, 0.08, 120)).wedgeDeg;
    });
    expect(wedges[0]! / wedges[1]!).toBeGreaterThan(0.95);
    expect(wedges[0]! / wedges[1]!).toBeLessThan(1.05);
    const section = sectionAt('T12', -4, 1);
    expect(measure(section, creep(section, 650, 0.08, 120)).lateral).toBe(0);
  });

  it('leaves the state it was given', () => {
    const section = sectionAt('T12', -4, 1);
    const before = createSectionState(section);
    const load = { compressionN: 650, flexionMomentNmm: 0 };
    expect(applyCreep(section, before, load, CYCLES, 30)).not.toEqual(before);
    expect(before).toEqual(createSectionState(section));
    // and without loads it does nothing
    expect(applyCreep(section, before, load, CYCLES, 0)).toEqual(before);
    expect(applyCreep(section, before, { compressionN: 0, flexionMomentNmm: 0 }, CYCLES, 365)).toEqual(
      before,
    );
  });
});
