/**
 * Cholesky factor of a symmetric positive definite matrix, in place: A = L Lᵀ.
 *
 * @param n rows
 * @param a n × n, row by row; only the lower triangle is read; overwritten there with L
 */
export function factorCholesky(n: number, a: Float64Array): void {
  for (let r = 0; r < n; r++) {
    const row = r * n;
    for (let c = 0; c < r; c++) {
      const other = c * n;
      a[row + c] = (a[row + c]! - dotRows(a, row, other, c)) / a[other + c]!;
    }
    a[row + r] = Math.sqrt(a[row + r]! - dotRows(a, row, row, r));
  }
}

/**
 * Solves L Lᵀ x = b in place.
 *
 * @param l n × n, as left by `factorCholesky`
 * @param b n entries; overwritten with x
 */
export function solveCholesky(n: number, l: Float64Array, b: Float64Array): void {
  for (let r = 0; r < n; r++) {
    const row = r * n;
    let sum = b[r]!;
    for (let k = 0; k < r; k++) sum -= l[row + k]! * b[k]!;
    b[r] = sum / l[row + r]!;
  }
  // by rows of L too, each taken off everything above it: columns of L would stride
  for (let r = n - 1; r >= 0; r--) {
    const row = r * n;
    const x = b[r]! / l[row + r]!;
    b[r] = x;
    for (let k = 0; k < r; k++) b[k]! -= l[row + k]! * x;
  }
}

/** Product of two stretches of one array; two sums, since one would wait for itself. */
function dotRows(a: Float64Array, i: number, j: number, length: number): number {
  let even = 0;
  let odd = 0;
  let k = 0;
  for (; k + 1 < length; k += 2) {
    even += a[i + k]! * a[j + k]!;
    odd += a[i + k + 1]! * a[j + k + 1]!;
  }
  if (k < length) even += a[i + k]! * a[j + k]!;
  return even + odd;
}
