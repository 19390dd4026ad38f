import { describe, expect, it } from 'vitest';
import { calcColumn, column } from '../../../src/core/bone/columnCrush.ts';
import { createSectionLaw, refreshLaw } from '../../../src/core/bone/columnLaw.ts';
import { applyRest, createSectionState, LAYERS, type Section } from '../../../src/core/bone/section.ts';
import { acceptSection, calcSectionForce, createLoadedSection } from '../../../src/core/bone/sectionForce.ts';
import { relativeDifference } from '../support.ts';
import { oneColumn, sectionAt } from './support.ts';

describe('the law of a column', () => {
  const MODULUS = [300, 200, 250];
  const PEAK = [3, 2, 2.6];
  const COMPLIANCE = 8 / 300 + 8 / 200 + 8 / 250;

  /** Presses a column step by step; each step is accepted. Stress after each, MPa. */
  function press(section: Section, toMm: number, steps: number) {
    const state = createSectionState(section);
    const law = createSectionLaw(section, state);
    const crush = new Float64Array(LAYERS);
    const path = Array.from({ length: steps }, (_, n) => {
      calcColumn(section, state, law, 0, (toMm * (n + 1)) / steps, crush);
      state.crushMm.set(crush);
      refreshLaw(section, state, law);
      return column.stressMPa;
    });
    const stressAt = (u: number) => {
      calcColumn(section, state, law, 0, u, crush);
      return column.stressMPa;
    };
    return { state, path, stressAt };
  }
  const total = (crush: Float64Array) => crush.reduce((a, b) => a + b, 0);

  it('is elastic as three springs in series', () => {
    const { stressAt, state } = press(oneColumn(MODULUS, PEAK), 0, 1);
    // closed form: u / Σ h/E, in compression and, below the crack, in tension; rounding only
    expect(stressAt(0.1)).toBeCloseTo(0.1 / COMPLIANCE, 12);
    expect(stressAt(-0.05)).toBeCloseTo(-0.05 / COMPLIANCE, 12);
    expect(column.slopeMPaPerMm).toBeCloseTo(1 / COMPLIANCE, 12);
    expect(total(state.crushMm)).toBe(0);
  });

  it('cracks in tension at a fraction of its weakest peak, and forgets it', () => {
    const { stressAt, state } = press(oneColumn(MODULUS, PEAK), -2, 10);
    const cracked = stressAt(-2);
    expect(cracked).toBeLessThan(0);
    expect(cracked).toBeGreaterThan(-2);
    expect(stressAt(-3)).toBe(cracked);
    expect(total(state.crushMm)).toBe(0);
    expect(stressAt(0.1)).toBeCloseTo(0.1 / COMPLIANCE, 12);
  });

  it('meets its softening branch where the two lines cross', () => {
    // closed form of one step from the intact state: 2 − 0.5 c = (u − c)/C
    const u = 0.6;
    const { stressAt } = press(oneColumn(MODULUS, PEAK), 0, 1);
    const crush = (u - 2 * COMPLIANCE) / (1 - 0.5 * COMPLIANCE);
    expect(stressAt(u)).toBeCloseTo(2 - 0.5 * crush, 12);
    expect(column.slopeMPaPerMm).toBeCloseTo(-0.5 / (1 - 0.5 * COMPLIANCE), 12);
  });

  it('peaks at its weakest layer, and stays on a plateau of the ratio given', () => {
    const { path, state } = press(oneColumn(MODULUS, PEAK), 4, 4000);
    // closed form: 2 MPa, then 0.75 of it; a step of 1 µm oversteps the peak by at most 0.001/COMPLIANCE = 0.01 MPa
    expect(Math.max(...path)).toBeLessThanOrEqual(2);
    expect(Math.max(...path)).toBeGreaterThan(1.99);
    expect(path.at(-1)).toBeCloseTo(1.5, 9);
    // the stronger layers are as they were
    expect(state.crushMm[0]).toBe(0);
    expect(state.crushMm[2]).toBe(0);
    expect(state.crushMm[1]).toBeGreaterThan(3.5);
  });

  it('packs, until the next layer is the weaker one', () => {
    const { path, state } = press(oneColumn(MODULUS, PEAK), 10, 2500);
    // packing 0.15 E/h from 5 mm on: the weakest layer carries the next one's 2.6 MPa after 1.1/(0.15 · 200/8) more mm
    const packed = 5 + (2.6 - 1.5) / ((0.15 * 200) / 8);
    const start = path.findIndex((_, n) => (10 * (n + 1)) / 2500 > 5.5);
    expect(Math.max(...path.slice(start))).toBeLessThanOrEqual(2.6);
    expect(Math.max(...path.slice(start))).toBeGreaterThan(2.55);
    // it goes no further while that one softens below it; a step is 4 µm
    expect(state.crushMm[1]).toBeCloseTo(packed, 1);
    expect(state.crushMm[2]).toBeGreaterThan(4);
  });

  it('packs two layers together, and passes no layer by', () => {
    // both packed, they rise side by side to the third one's peak of 3 MPa and no higher
    const { path, state } = press(oneColumn(MODULUS, PEAK), 14, 3500);
    expect(Math.max(...path)).toBeLessThanOrEqual(3 + 1e-6);
    expect(Math.max(...path)).toBeGreaterThan(2.95);
    expect(state.crushMm[0]).toBeGreaterThan(1);
    const [rateB, rateC] = [(0.15 * 200) / 8, (0.15 * 250) / 8];
    const capacity = 1.5 + rateB * (state.crushMm[1]! - 5);
    expect(1.95 + rateC * (state.crushMm[2]! - 5)).toBeCloseTo(capacity, 4);
    expect(path.at(-1)).toBeCloseTo(0.75 * 3, 6);
  });

  it('passes no layer by after rest either', () => {
    // crushed, rested, so that it has loosened, and pressed on: weaker than before at first, and never above the peak of the
    // one layer that is whole
    const section = oneColumn(MODULUS, PEAK);
    const { state, path } = press(section, 10.5, 2000);
    applyRest(section, state);
    const law = createSectionLaw(section, state);
    const crush = new Float64Array(LAYERS);
    const stress = Array.from({ length: 1000 }, (_, n) => {
      calcColumn(section, state, law, 0, 10.5 + n / 250, crush);
      state.crushMm.set(crush);
      refreshLaw(section, state, law);
      return column.stressMPa;
    });
    // up to 15 % are gone at first
    expect(stress[0]! / path.at(-1)!).toBeGreaterThan(0.849);
    expect(stress[0]! / path.at(-1)!).toBeLessThan(0.95);
    expect(Math.max(...stress)).toBeLessThanOrEqual(3 + 1e-6);
    expect(Math.max(...stress)).toBeGreaterThan(2.9);
  });

  it('is never crushed beyond what is solid', () => {
    // 24 mm of bone pressed by 23
    const { path, state } = press(oneColumn(MODULUS, PEAK), 23, 4000);
    const solidMm = 0.92 * 8;
    for (const crushMm of state.crushMm) expect(crushMm).toBeLessThan(solidMm + (path.at(-1)! * 8) / 6000);
    // all three are packed by then
    expect(path.at(-1)).toBeGreaterThan(2 * Math.max(...PEAK));
    expect(Math.min(...state.crushMm)).toBeGreaterThan(5);
  });

  it('unloads along a softer line after crushing, and keeps what it was crushed by', () => {
    const { state, stressAt } = press(oneColumn(MODULUS, PEAK), 2, 2000);
    const residual = total(state.crushMm);
    expect(stressAt(residual)).toBeCloseTo(0, 12);
    // damage: 0.8 s/(s + 0.05) of the crushed layer's modulus, as its sources give it
    const strain = state.crushMm[1]! / 8;
    const damaged = 200 * (1 - (0.8 * strain) / (strain + 0.05));
    // and the layers beside it have suffered the strain at the peak, 1.45 %
    const beside = 1 - (0.8 * 0.0145) / (0.0145 + 0.05);
    const compliance = 8 / (300 * beside) + 8 / damaged + 8 / (250 * beside);
    expect(compliance).toBeGreaterThan(COMPLIANCE);
    expect(stressAt(residual + 0.01)).toBeCloseTo(0.01 / compliance, 9);
    expect(stressAt(residual - 0.01)).toBeCloseTo(-0.01 / compliance, 9);
  });

  it('does not depend on how finely it is pressed', () => {
    // the law is rate-free and only damage is taken from the step before: first order in the step, 0.1 % here
    const coarse = press(oneColumn(MODULUS, PEAK), 3, 30);
    const fine = press(oneColumn(MODULUS, PEAK), 3, 3000);
    expect(coarse.path.at(-1)! / fine.path.at(-1)!).toBeCloseTo(1, 3);
    expect(total(coarse.state.crushMm)).toBeCloseTo(total(fine.state.crushMm), 2);
  });

  it('begins anew where cement has set', () => {
    const section = oneColumn(MODULUS, PEAK);
    const { state } = press(section, 2, 500);
    state.cement[1] = 1;
    state.restartMm[1] = state.crushMm[1]!;
    const law = createSectionLaw(section, state);
    const crush = new Float64Array(LAYERS);
    const residual = total(state.crushMm);
    calcColumn(section, state, law, 0, residual + 0.01, crush);
    // the crushed layer is now a layer of cement: 2000 MPa; those beside it have suffered the strain at the peak, 1.45 %
    const beside = 1 - (0.8 * 0.0145) / (0.0145 + 0.05);
    expect(column.stressMPa).toBeCloseTo(0.01 / (8 / (300 * beside) + 8 / 2000 + 8 / (250 * beside)), 9);
    // and the next weakest peak is the column's
    calcColumn(section, state, law, 0, residual + 0.2, crush);
    expect(column.stressMPa).toBeLessThanOrEqual(2.6);
    expect(crush[2]).toBeGreaterThan(0);
    expect(crush[1]).toBe(state.crushMm[1]);
  });

  it('grows stronger as its debris grows denser', () => {
    // closed form of the second piece: plateau · (1 + hardening · (crush − softening)/h), h = 8 mm; the other layers hold more
    const { path, state } = press(oneColumn([300, 200, 250], [9, 2, 9], 1), 4, 4000);
    const crush = state.crushMm[1]!;
    expect(crush).toBeGreaterThan(3.5);
    expect(path.at(-1)).toBeCloseTo(1.5 * (1 + (crush - 1) / 8), 6);
  });

  it('shares a step among layers that harden side by side as springs in series', () => {
    // two equal layers beyond softening: the first softens, hardens to 2/1.5 times its plateau, then the other one follows
    const { path, state } = press(oneColumn([300, 200, 200], [9, 2, 2], 1), 9, 9000);
    expect(Math.max(...path)).toBeLessThan(2.6);
    expect(state.crushMm[2]).toBeGreaterThan(1);
    // at one stress in the end, so at one crush
    expect(state.crushMm[1]).toBeCloseTo(state.crushMm[2]!, 3);
    expect(path.at(-1)).toBeCloseTo(1.5 * (1 + (state.crushMm[1]! - 1) / 8), 4);
  });

  it('answers a section as it answers alone', () => {
    // the short way for columns on one piece of their law, against the whole law: rounding only
    const section = sectionAt('L1', -2);
    const body = createLoadedSection(section);
    const q = Float64Array.of(0, 0, 0, 0);
    const crush = new Float64Array(LAYERS * section.count);
    for (let step = 1; step <= 40; step++) {
      q.set([0.1 * step, 0.004 * step, 0.001 * step, 0.02 * step]);
      const law = createSectionLaw(section, body.state);
      let force = 0;
      for (let j = 0; j < section.count; j++) {
        const u =
          q[0]! + q[1]! * section.xMm[j]! + q[2]! * section.zMm[j]! + q[3]! * section.deflectionShape[j]!;
        calcColumn(section, body.state, law, j, u, crush);
        force += section.areaMm2[j]! * column.stressMPa;
      }
      calcSectionForce(body, q);
      expect(body.force[0]! / force).toBeCloseTo(1, 9);
      acceptSection(body, q);
      expect(relativeDifference(body.state.crushMm, crush)).toBeLessThan(1e-9);
    }
    expect(Math.max(...body.state.crushMm)).toBeGreaterThan(3);
  });
});
