import { describe, expect, it } from 'vitest';
import { calcDishStiffnessNPerMm, calcPlateResistance } from '../../../src/core/bone/endPlate.ts';
import {
  calcDeflectionForceRatio,
  calcDeflectionForceRatioOfWear,
  calcNucleusReliefMPa,
  calcReliefNPerMm,
  calcRelievedRatio,
} from '../../../src/core/bone/nucleus.ts';
import { solveDense } from '../support.ts';
import { sectionAt } from './support.ts';

const MODULUS = 6000;
const POISSON = 0.3;

/**
 * Strain energy of a dished circular plate of unit deflection s(1 − r²), by finite elements: membrane of rings with linear radial
 * displacement (rim held) and the bending of the parabola by its curvatures. N mm for 1 mm.
 */
function calcDishEnergy(h: number, c: number, a: number): number {
  const rings = 400;
  const C = (MODULUS * h) / (1 - POISSON * POISSON);
  const dr = a / rings;
  // unknowns: radial displacement at the nodes 1 … rings − 1; strain of ring n: u′ + 4 c ρ²/a², u/r (shallow shell, linear in s)
  const matrix = Array.from({ length: rings - 1 }, () => new Array<number>(rings - 1).fill(0));
  const right = new Array<number>(rings - 1).fill(0);
  const energyOf = (u: number[]) => {
    let energy = 0;
    for (let n = 0; n < rings; n++) {
      const r = (n + 0.5) * dr;
      const [inner, outer] = [n > 0 ? u[n - 1]! : 0, n < rings - 1 ? u[n]! : 0];
      const radial = (outer - inner) / dr + (4 * c * r * r) / a ** 4;
      const hoop = (inner + outer) / 2 / r;
      energy += (C / 2) * (radial ** 2 + hoop ** 2 + 2 * POISSON * radial * hoop) * 2 * Math.PI * r * dr;
    }
    return energy;
  };
  for (let n = 0; n < rings; n++) {
    const r = (n + 0.5) * dr;
    const weight = C * 2 * Math.PI * r * dr;
    const g = (4 * c * r * r) / a ** 4;
    const nodes = [n - 1, n].filter((i) => i >= 0 && i < rings - 1);
    const radial = (i: number) => (i === n ? 1 : -1) / dr;
    const hoop = 0.5 / r;
    for (const i of nodes) {
      right[i]! -= weight * (radial(i) + POISSON * hoop) * g;
      for (const j of nodes)
        matrix[i]![j]! +=
          weight * (radial(i) * radial(j) + hoop * hoop + POISSON * (radial(i) * hoop + hoop * radial(j)));
    }
  }
  const D = (MODULUS * h ** 3) / 12 / (1 - POISSON * POISSON);
  const bending = Math.PI * a * a * (D / 2) * ((4 / a ** 2) ** 2 - 2 * (1 - POISSON) * (2 / a ** 2) ** 2);
  return energyOf(solveDense(matrix, right)) + bending;
}

describe('an end plate', () => {
  it('is as stiff as a finite-element dish', () => {
    // stiffness is twice the energy of unit deflection; linear rings over 1/400 of the radius err by less than a thousandth
    for (const [h, c, a] of [
      [0.8, 2, 18],
      [0.5, 1, 12],
      [1, 0.2, 16],
    ] as const)
      expect(calcDishStiffnessNPerMm(MODULUS, h, c, a) / (2 * calcDishEnergy(h, c, a))).toBeCloseTo(1, 3);
  });

  it('resists less in thinner and lighter bone, and keeps hardening softer than itself', () => {
    let last = calcPlateResistance(sectionAt('L3', 4));
    for (let tScore = 3; tScore >= -6; tScore--) {
      const next = calcPlateResistance(sectionAt('L3', tScore));
      for (const key of ['stiffnessNPerMm', 'yieldN'] as const) expect(next[key]).toBeLessThan(last[key]);
      expect(next.hardeningNPerMm).toBeLessThanOrEqual(last.hardeningNPerMm);
      expect(next.hardeningNPerMm).toBeLessThan(0.5 * next.stiffnessNPerMm);
      last = next;
    }
  });
});

describe('the nucleus', () => {
  it('presses the middle by the ratio that its profile gives', () => {
    // ∫ p (1 − r²) dA / ∫ p dA of a two-zone profile, summed over 2000 rings: first order in the ring, 1e-3
    for (const factor of [0, 0.4, 1, 1.45]) {
      const rings = 2000;
      let [load, deflectionForce] = [0, 0];
      const annulus = (1 - 0.45 * factor) / 0.55;
      for (let n = 0; n < rings; n++) {
        const area = (n + 0.5) / rings; // r², so that rings have equal areas
        const p = area < 0.45 ? factor : annulus;
        load += p;
        deflectionForce += p * (1 - area);
      }
      expect(calcDeflectionForceRatio(factor)).toBeCloseTo(deflectionForce / load, 3);
    }
    expect(calcDeflectionForceRatio(1)).toBeCloseTo(0.5, 12);
  });

  it('does so the less the more worn the disc', () => {
    expect(calcDeflectionForceRatioOfWear(0)).toBeGreaterThan(0.58);
    // a disc worn through presses its middle less than an even pressure would
    expect(calcDeflectionForceRatioOfWear(1)).toBeLessThan(0.5);
    for (let wear = 0.1; wear <= 1; wear += 0.1)
      expect(calcDeflectionForceRatioOfWear(wear)).toBeLessThan(calcDeflectionForceRatioOfWear(wear - 0.1));
  });

  it('is relieved as two springs side by side are, one of them let down further', () => {
    // nucleus n K and annulus (1 − n) K over a plate whose deflection takes b_n and b_a of them: F = k (d − b s), solved for equal load
    const [K, a, ratio, deflection, load] = [2000, 0.45, 0.6, 0.1, 1500];
    const n = 2 * ratio - 1 + a;
    const [bN, bA] = [1 - a / 2, (1 - a) / 2];
    const d = load / K + n * bN * deflection + (1 - n) * bA * deflection;
    const nucleus = n * K * (d - bN * deflection);
    const annulus = (1 - n) * K * (d - bA * deflection);
    expect(nucleus + annulus).toBeCloseTo(load, 9);
    const deflectionForce = bN * nucleus + bA * annulus;
    // the relief counts the deflection of both plates of a body, each deflecting by half
    expect(ratio * load - deflectionForce).toBeCloseTo(calcReliefNPerMm(K, ratio) * 2 * deflection, 9);
    expect(calcNucleusReliefMPa(K, 1200, ratio, deflection)).toBeCloseTo(
      (n * load - nucleus) / (a * 1200),
      9,
    );
  });

  it('never presses less than its annulus does, nor more than before', () => {
    for (const deflectionMm of [-1, 0, 0.5, 5, 100])
      for (const ratio of [0.2, 0.37, 0.6]) {
        const left = calcRelievedRatio(ratio, 60, deflectionMm, 800);
        expect(left).toBeLessThanOrEqual(ratio);
        expect(left).toBeGreaterThanOrEqual(Math.min(ratio, calcDeflectionForceRatio(0)));
      }
  });
});
