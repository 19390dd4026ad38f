import { describe, expect, it } from 'vitest';
import { createElasticRange, findElasticLimit, givesUnder } from '../../../src/core/bone/elasticLimit.ts';
import { LAYERS } from '../../../src/core/bone/section.ts';
import { calcSectionForce, createLoadedSection } from '../../../src/core/bone/sectionForce.ts';
import { applySurroundings } from '../../../src/core/bone/sectionSolve.ts';
import { calcElasticLimit } from '../../../src/core/bone/strength.ts';
import { createRandom, relativeDifference, solveDense } from '../support.ts';
import { calcColumnStiffnesses, sectionAt } from './support.ts';

describe('a section', () => {
  const section = sectionAt('L1', -2.5);
  const { count, xMm, zMm, deflectionShape } = section;
  const shapes = Array.from({ length: count }, (_, j) => [1, xMm[j]!, zMm[j]!, deflectionShape[j]!]);
  const stiffness = calcColumnStiffnesses(section);
  const body = createLoadedSection(section);
  /** Σ k s sᵀ over the columns, and the plates' own part of the deflection. */
  const matrix = [0, 1, 2, 3].map((a) =>
    [0, 1, 2, 3].map(
      (b) =>
        stiffness.reduce((sum, k, j) => sum + k * shapes[j]![a]! * shapes[j]![b]!, 0) +
        (a === 3 && b === 3 ? body.resistance.stiffnessNPerMm : 0),
    ),
  );

  it('is as stiff as its columns in parallel, each of three layers in series', () => {
    // force per movement, compared with Σ EA/L s sᵀ: linear, so only rounding differs
    const small = 1e-5;
    const scale = matrix[0]![0]! + matrix[2]![2]!;
    for (let direction = 0; direction < 4; direction++) {
      const q = new Float64Array(4);
      q[direction] = small;
      calcSectionForce(body, q);
      matrix.forEach((row, i) => {
        expect(Math.abs(body.force[i]! / small - row[direction]!)).toBeLessThan(1e-7 * scale);
      });
      const upper = [0, 1, 2, 3].flatMap((i) => matrix[i]!.slice(i));
      [...body.tangent].forEach((value, i) => {
        expect(Math.abs(value - upper[i]!)).toBeLessThan(1e-9 * scale);
      });
    }
  });

  it('has the area of an end plate, waisted, and a shell round it', () => {
    // an ellipse fills 0.785 of its box, a rectangle all of it; a waist takes under a tenth
    const { trabecularCount, areaMm2, depthMm, widthMm } = section;
    const core = areaMm2.slice(0, trabecularCount).reduce((a, b) => a + b, 0);
    expect(core / (depthMm * widthMm)).toBeGreaterThan(0.7);
    expect(core / (depthMm * widthMm)).toBeLessThan(0.82);
    // the shell's area over the ellipse's circumference (Ramanujan) is its thickness: 0.2 to 0.5 mm in old bone
    const a = depthMm / 2;
    const b = widthMm / 2;
    const round = Math.PI * (3 * (a + b) - Math.sqrt((3 * a + b) * (a + 3 * b)));
    const thickness = areaMm2.slice(trabecularCount).reduce((sum, area) => sum + area, 0) / round;
    expect(thickness).toBeGreaterThan(0.2);
    expect(thickness).toBeLessThan(0.5);
  });

  it('grows stiffer with density', () => {
    let last = 0;
    for (let tScore = -6; tScore <= 4; tScore += 0.5) {
      const denser = createLoadedSection(sectionAt('L3', tScore));
      calcSectionForce(denser, Float64Array.of(1e-4, 0, 0, 0));
      expect(denser.force[0]).toBeGreaterThan(last);
      last = denser.force[0]!;
    }
  });

  /** First column to reach its weakest layer's peak under 1 N at e with the ratio B/P = w, by dense elimination: load, N. */
  function calcFirstYield(e: number, w: number): number {
    const moved = solveDense(matrix, [1, e, 0, w]);
    let limit = body.resistance.yieldN / (body.resistance.stiffnessNPerMm * moved[3]!);
    if (limit < 0) limit = Number.POSITIVE_INFINITY;
    for (let j = 0; j < count; j++) {
      const force = stiffness[j]! * shapes[j]!.reduce((sum, s, i) => sum + s * moved[i]!, 0);
      const peak = Math.min(...[0, 1, 2].map((k) => section.peakMPa[k * count + j]!));
      if (force > 0) limit = Math.min(limit, (peak * section.areaMm2[j]!) / force);
    }
    return limit;
  }

  it('first yields where the formula of Navier, with a deflection, says', () => {
    for (const e of [-4, 0, 3])
      for (const w of [0.3, 0.46, 0.65]) {
        const { loadN } = calcElasticLimit(createLoadedSection(section), new Float64Array(4), e, w);
        expect(loadN / calcFirstYield(e, w)).toBeCloseTo(1, 9);
      }
  });

  it('gives under no load that the safe bound lets pass', () => {
    const range = createElasticRange(createLoadedSection(section), new Float64Array(4), 0);
    const random = createRandom(5);
    for (let n = 0; n < 300; n++) {
      const frontMm = 0.25 * random() * section.depthMm;
      const rightMm = 0.04 * random() * section.widthMm;
      const deflectionForceRatio = 0.47 + 0.2 * random();
      const { loadN } = findElasticLimit(range, frontMm, rightMm, deflectionForceRatio);
      for (const [factor, gives] of [
        [0.999, false],
        [1.001, true],
      ] as const)
        expect(
          givesUnder(
            range,
            { compressionN: factor * loadN, frontMm, rightMm, deflectionForceRatio },
            section.depthMm,
            section.widthMm,
          ),
        ).toBe(gives);
    }
    expect(range.safeN).toBeGreaterThan(100);
  });

  it('first yields on the side of the load as its image does on the other', () => {
    const body = createLoadedSection(section);
    const half = createElasticRange(body, new Float64Array(4), 0);
    body.mirrored = false;
    const whole = createElasticRange(body, new Float64Array(4), 0);
    for (const rightMm of [-3, -0.5, 0, 0.5, 3]) {
      const a = findElasticLimit(half, 2, rightMm, 0.5);
      const b = findElasticLimit(whole, 2, rightMm, 0.5);
      expect(a.loadN / b.loadN).toBeCloseTo(1, 9);
      expect(relativeDifference(a.q, b.q)).toBeLessThan(1e-9);
    }
  });

  it('stands, at first yield, where its surroundings would have moved it', () => {
    const range = createElasticRange(createLoadedSection(section), new Float64Array(4), section.reliefNPerMm);
    const { loadN, q } = findElasticLimit(range, 2, 0, 0.6);
    const loaded = createLoadedSection(section);
    // no springs: the load as it is, short of the limit by a thousandth; the relief is what falls with the deflection
    applySurroundings(loaded, {
      load: Float64Array.of(0.999 * loadN, 0.999 * loadN * 2, 0),
      stiffness: new Float64Array(3),
      deflectionForceRatio: 0.6,
    });
    expect(loaded.state.crushMm.every((crush) => crush === 0)).toBe(true);
    for (const i of [0, 1, 3]) expect(loaded.q[i]! / (0.999 * q[i]!)).toBeCloseTo(1, 6);
  });

  it('has three layers, the middle one the weakest', () => {
    for (let j = 0; j < count; j++)
      for (const k of [0, 2])
        expect(section.peakMPa[count + j]!).toBeLessThan(section.peakMPa[k * count + j]!);
    expect(LAYERS).toBe(3);
  });
});
