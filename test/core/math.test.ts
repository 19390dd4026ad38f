import { describe, expect, it } from 'vitest';
import { BLOCK, solveBlockTridiagonal } from '../../src/core/math/blockTridiagonal.ts';
import { clamp, findRoot, minimumJerk, mix } from '../../src/core/math/scalar.ts';
import { solve4 } from '../../src/core/math/solve4.ts';
import * as pure from '../../src/core/math/transcendental.ts';
import { createRandom, relativeDifference, solveDense } from './support.ts';

/** A random chain J Jᵀ + ε 1, as constraints between neighbouring bodies make it: block-tridiagonal, positive definite. */
function createChain(blocks: number, seed: number) {
  const random = createRandom(seed);
  const size = blocks * BLOCK;
  // row block i touches bodies i and i + 1, six motions each
  const jacobian = Array.from({ length: size }, (_, r) =>
    Array.from({ length: size + BLOCK }, (_, c) => {
      const body = Math.floor(c / BLOCK) - Math.floor(r / BLOCK);
      return body === 0 || body === 1 ? random() : 0;
    }),
  );
  const dense = jacobian.map((a, r) =>
    jacobian.map((b, c) => a.reduce((sum, value, k) => sum + value * b[k]!, r === c ? 0.05 : 0)),
  );
  return { dense, right: Array.from({ length: size }, random) };
}

describe('solveBlockTridiagonal', () => {
  // compared with dense Gaussian elimination; 1e-9 leaves room for a condition number of about 1e5
  it.each([
    [1, 11],
    [2, 12],
    [5, 13],
    [17, 14],
    [17, 15],
  ])('agrees with a dense solve, %i blocks, seed %i', (blocks, seed) => {
    const { dense, right } = createChain(blocks, seed);
    const area = BLOCK * BLOCK;
    const diagonal = new Float64Array(blocks * area);
    const upper = new Float64Array((blocks - 1) * area);
    for (let i = 0; i < blocks; i++)
      for (let r = 0; r < BLOCK; r++)
        for (let c = 0; c < BLOCK; c++) {
          diagonal[i * area + r * BLOCK + c] = dense[i * BLOCK + r]![i * BLOCK + c]!;
          if (i < blocks - 1) upper[i * area + r * BLOCK + c] = dense[i * BLOCK + r]![(i + 1) * BLOCK + c]!;
        }
    const solution = Float64Array.from(right);
    solveBlockTridiagonal(blocks, diagonal, upper, solution);
    expect(relativeDifference(solution, solveDense(dense, right))).toBeLessThan(1e-9);
  });
});

describe('solve4', () => {
  const ROWS = [0, 1, 2, 3];

  it('leaves no residual', () => {
    // compared with the equations themselves; elimination of a well-conditioned 4 × 4 loses a few bits of 53
    const random = createRandom(21);
    for (let n = 0; n < 100; n++) {
      const b = ROWS.map(() => ROWS.map(() => random()));
      const a = b.map((p, i) => b.map((q, j) => p.reduce((sum, _, m) => sum + p[m]! * q[m]!, +(i === j))));
      const right = Float64Array.from(ROWS, () => random());
      const out = new Float64Array(4);
      const k = Float64Array.from(ROWS.flatMap((i) => a[i]!.slice(i)));
      expect(solve4(k, right, out)).toBe(true);
      const back = a.map((row) => row.reduce((sum, value, m) => sum + value * out[m]!, 0));
      expect(relativeDifference(back, right)).toBeLessThan(1e-12);
      // the solution may be written over the right-hand side
      expect(solve4(k, right, right)).toBe(true);
      expect([...right]).toEqual([...out]);
    }
  });

  it('says so and writes nothing where the matrix is singular', () => {
    const out = Float64Array.of(7, 8, 9, 10);
    expect(solve4(new Float64Array(10), Float64Array.of(1, 2, 3, 4), out)).toBe(false);
    // two equal rows
    expect(solve4(Float64Array.of(1, 1, 0, 0, 1, 0, 0, 1, 0, 1), Float64Array.of(1, 2, 3, 4), out)).toBe(
      false,
    );
    expect([...out]).toEqual([7, 8, 9, 10]);
  });
});

describe('minimumJerk', () => {
  it('starts and ends at rest, without acceleration, and passes the middle half way', () => {
    // compared with the end conditions that define the polynomial; differences over 1e-3 leave their own error of 1e-3 · jerk
    const h = 1e-3;
    for (const [at, value] of [
      [0, 0],
      [1, 1],
    ] as const) {
      expect(minimumJerk(at)).toBe(value);
      expect(Math.abs(minimumJerk(at + h) - minimumJerk(at - h)) / (2 * h)).toBeLessThan(1e-4);
      expect(Math.abs(minimumJerk(at + h) - 2 * value + minimumJerk(at - h)) / (h * h)).toBeLessThan(60 * h);
    }
    expect(minimumJerk(0.5)).toBeCloseTo(0.5, 15);
    // greatest speed 15/8 at the middle (Flash and Hogan 1985)
    expect((minimumJerk(0.5 + h) - minimumJerk(0.5 - h)) / (2 * h)).toBeCloseTo(15 / 8, 4);
  });

  it('never turns back, and stays where it is outside', () => {
    let last = 0;
    for (let s = -0.5; s <= 1.5; s += 0.01) {
      const value = minimumJerk(s);
      expect(value).toBeGreaterThanOrEqual(last);
      last = value;
    }
    expect(minimumJerk(-3)).toBe(0);
    expect(minimumJerk(4)).toBe(1);
  });
});

describe('scalars', () => {
  it('finds the root of rising and falling functions', () => {
    // compared with known roots; 50 halvings of a unit interval leave 1e-15
    expect(findRoot((x) => x * x - 2, 0, 2)).toBeCloseTo(Math.SQRT2, 12);
    expect(findRoot((x) => 3 - Math.exp(x), 0, 2)).toBeCloseTo(Math.log(3), 12);
  });

  it('clamps and mixes', () => {
    expect([clamp(-1, 0, 2), clamp(1, 0, 2), clamp(3, 0, 2)]).toEqual([0, 1, 2]);
    expect([mix(3, 5, 0), mix(3, 5, 0.5), mix(3, 5, 1)]).toEqual([3, 4, 5]);
  });

  it('has transcendentals that agree with the engine to its last bits', () => {
    // compared with V8's own, which are good to 1 ulp: two such differ by at most a few 1e-16
    for (let x = -3; x <= 3; x += 0.37) {
      expect(pure.sin(x)).toBeCloseTo(Math.sin(x), 14);
      expect(pure.cos(x)).toBeCloseTo(Math.cos(x), 14);
      expect(pure.exp(x) / Math.exp(x)).toBeCloseTo(1, 14);
      expect(pure.atan2(x, 1.3)).toBeCloseTo(Math.atan2(x, 1.3), 14);
      expect(pure.ln(x + 4)).toBeCloseTo(Math.log(x + 4), 14);
      expect(pure.pow(x + 4, 0.4)).toBeCloseTo((x + 4) ** 0.4, 14);
    }
  });
});
