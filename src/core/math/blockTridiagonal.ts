/** Size of a block: the six relative motions of two bodies. */
export const BLOCK = 6;
const AREA = BLOCK * BLOCK;

/**
 * Solves a symmetric positive definite block-tridiagonal system exactly, in place: block Cholesky down the chain.
 *
 * @param diagonal n blocks of 6 × 6, row by row; overwritten with their Cholesky factors
 * @param upper n − 1 blocks of 6 × 6: block i couples rows of block i with columns of block i + 1; overwritten
 * @param right n × 6 right-hand side; overwritten with the solution
 */
export function solveBlockTridiagonal(
  n: number,
  diagonal: Float64Array,
  upper: Float64Array,
  right: Float64Array,
): void {
  for (let i = 0; i < n; i++) {
    if (i > 0) {
      // Schur complement: D_i −= Wᵀ W with W = L_{i−1}⁻¹ U_{i−1}, and the same for the right-hand side
      const w = (i - 1) * AREA;
      const d = i * AREA;
      for (let r = 0; r < BLOCK; r++) {
        for (let c = 0; c <= r; c++)
          diagonal[d + r * BLOCK + c]! -= dotColumns(upper, w + r, upper, w + c, BLOCK);
        right[i * BLOCK + r]! -= dotColumns(upper, w + r, right, (i - 1) * BLOCK, 1);
      }
    }
    factor(diagonal, i * AREA);
    forward(diagonal, i * AREA, right, i * BLOCK, 1);
    if (i < n - 1) for (let c = 0; c < BLOCK; c++) forward(diagonal, i * AREA, upper, i * AREA + c, BLOCK);
  }
  for (let i = n - 1; i >= 0; i--) {
    if (i < n - 1)
      for (let r = 0; r < BLOCK; r++) {
        let sum = 0;
        for (let c = 0; c < BLOCK; c++) sum += upper[i * AREA + r * BLOCK + c]! * right[(i + 1) * BLOCK + c]!;
        right[i * BLOCK + r]! -= sum;
      }
    backward(diagonal, i * AREA, right, i * BLOCK);
  }
}

/** Product of a block's column with another column or a vector, written out: the innermost loop of the solve. */
const dotColumns = (a: Float64Array, i: number, b: Float64Array, j: number, stride: number): number =>
  a[i]! * b[j]! +
  a[i + BLOCK]! * b[j + stride]! +
  a[i + 2 * BLOCK]! * b[j + 2 * stride]! +
  a[i + 3 * BLOCK]! * b[j + 3 * stride]! +
  a[i + 4 * BLOCK]! * b[j + 4 * stride]! +
  a[i + 5 * BLOCK]! * b[j + 5 * stride]!;

/** Cholesky factor of the lower triangle of a block, in place. */
function factor(a: Float64Array, at: number): void {
  for (let c = 0; c < BLOCK; c++) {
    let d = a[at + c * BLOCK + c]!;
    for (let k = 0; k < c; k++) d -= a[at + c * BLOCK + k]! * a[at + c * BLOCK + k]!;
    d = Math.sqrt(d);
    a[at + c * BLOCK + c] = d;
    for (let r = c + 1; r < BLOCK; r++) {
      let sum = a[at + r * BLOCK + c]!;
      for (let k = 0; k < c; k++) sum -= a[at + r * BLOCK + k]! * a[at + c * BLOCK + k]!;
      a[at + r * BLOCK + c] = sum / d;
    }
  }
}

/** Solves L y = b in place; b's entries lie `stride` apart. */
function forward(l: Float64Array, at: number, b: Float64Array, from: number, stride: number): void {
  for (let r = 0; r < BLOCK; r++) {
    let sum = b[from + r * stride]!;
    for (let k = 0; k < r; k++) sum -= l[at + r * BLOCK + k]! * b[from + k * stride]!;
    b[from + r * stride] = sum / l[at + r * BLOCK + r]!;
  }
}

/** Solves Lᵀ x = y in place. */
function backward(l: Float64Array, at: number, b: Float64Array, from: number): void {
  for (let r = BLOCK - 1; r >= 0; r--) {
    let sum = b[from + r]!;
    for (let k = r + 1; k < BLOCK; k++) sum -= l[at + k * BLOCK + r]! * b[from + k]!;
    b[from + r] = sum / l[at + r * BLOCK + r]!;
  }
}
