import { describe, expect, it } from 'vitest';
import { factorCholesky, solveCholesky } from '../../src/core/math/denseCholesky.ts';
import { multiply, writeHalf, writeMatrix, writeRotation } from '../../src/core/math/quaternion.ts';
import { createRandom, relativeDifference, solveDense } from './support.ts';

const random = createRandom(81);
const draw = (): Float64Array => {
  const q = Float64Array.from({ length: 4 }, random);
  const size = Math.hypot(...q);
  return q.map((value) => value / size);
};
const matrixOf = (q: Float64Array): Float64Array => {
  const out = new Float64Array(9);
  writeMatrix(q, 0, out, 0);
  return out;
};
const product = (a: Float64Array, b: Float64Array): Float64Array =>
  Float64Array.from({ length: 9 }, (_, n) =>
    [0, 1, 2].reduce((sum, k) => sum + a[3 * Math.floor(n / 3) + k]! * b[3 * k + (n % 3)]!, 0),
  );
const close = (a: ArrayLike<number>, b: ArrayLike<number>) => {
  for (let n = 0; n < b.length; n++) expect(a[n]).toBeCloseTo(b[n]!, 13);
};

describe('rotations', () => {
  it('of a right angle about each axis turn the other two into each other', () => {
    // right-handed: x to y about z, y to z about x, z to x about y. Rounding of a sine
    const half = Math.SQRT1_2;
    close(matrixOf(Float64Array.of(0, 0, half, half)), [0, -1, 0, 1, 0, 0, 0, 0, 1]);
    close(matrixOf(Float64Array.of(half, 0, 0, half)), [1, 0, 0, 0, 0, -1, 0, 1, 0]);
    close(matrixOf(Float64Array.of(0, half, 0, half)), [0, 0, 1, 0, 1, 0, -1, 0, 0]);
  });

  it('follow one another as their matrices do, written over an argument too', () => {
    for (let n = 0; n < 20; n++) {
      const [a, b] = [draw(), draw()];
      const out = new Float64Array(4);
      multiply(a, 0, b, 0, out, 0);
      close(matrixOf(out), product(matrixOf(a), matrixOf(b)));
      multiply(a, 0, b, 0, a, 0);
      expect([...a]).toEqual([...out]);
    }
  });

  it('halved and done twice are the whole', () => {
    for (let n = 0; n < 20; n++) {
      const q = draw();
      // the short way round
      if (q[3]! < 0) for (let k = 0; k < 4; k++) q[k]! *= -1;
      const half = new Float64Array(4);
      writeHalf(q, 0, half, 0);
      multiply(half, 0, half, 0, half, 0);
      close(half, q);
    }
  });

  it('by three angles are of length 1, plain about z, and measured by what wrote them', () => {
    for (let n = 0; n < 20; n++) {
      const [x, y, z] = [0.4 * random(), 0.3 * random(), 1.5 * random()];
      const q = new Float64Array(4);
      writeRotation(x, y, z, q, 0);
      expect(Math.hypot(...q)).toBeCloseTo(1, 14);
      // what a disc's springs read: twice x and y, and the whole angle about z
      close([2 * q[0]!, 2 * q[1]!, 2 * Math.atan2(q[2]!, q[3]!)], [x, y, z]);
    }
    const plain = new Float64Array(4);
    writeRotation(0, 0, 0.7, plain, 0);
    close(plain, [0, 0, Math.sin(0.35), Math.cos(0.35)]);
  });
});

describe('the dense Cholesky factor', () => {
  it.each([1, 2, 3, 17, 50, 51])('solves as elimination does, %i rows', (n) => {
    // A = B Bᵀ + 1, well conditioned: 1e-10 of the solution. Odd and even sizes take different ways through the pairs of columns
    const b = Array.from({ length: n }, () => Array.from({ length: n }, random));
    const a = b.map((p, i) => b.map((q, j) => p.reduce((sum, value, k) => sum + value * q[k]!, +(i === j))));
    const right = Array.from({ length: n }, random);
    const flat = Float64Array.from(a.flat());
    // only the lower triangle is read
    for (let r = 0; r < n; r++) for (let c = r + 1; c < n; c++) flat[r * n + c] = Number.NaN;
    factorCholesky(n, flat);
    const solution = Float64Array.from(right);
    solveCholesky(n, flat, solution);
    expect(relativeDifference(solution, solveDense(a, right))).toBeLessThan(1e-10);
  });
});
