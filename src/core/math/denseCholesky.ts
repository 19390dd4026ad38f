/**
 * Cholesky factor of a symmetric positive definite matrix, in place: A = L Lᵀ.
 *
 * @param n rows
 * @param a n × n, row by row; only the lower triangle is read; overwritten there with L
 */
export function factorCholesky(n: number, a: Float64Array): void {
  for (let r = 0; r < n; r++) {
    const row = r * n;
    let c = 0;
    // two columns at once: they share the row's loads, and neither sum waits for the other
    for (; c + 1 < r; c += 2) {
      const left = c * n;
      const right = left + n;
      let leftSum = a[row + c]!;
      let rightSum = a[row + c + 1]!;
      for (let k = 0; k < c; k++) {
        const l = a[row + k]!;
        leftSum -= l * a[left + k]!;
        rightSum -= l * a[right + k]!;
      }
      const l = leftSum / a[left + c]!;
      a[row + c] = l;
      a[row + c + 1] = (rightSum - l * a[right + c]!) / a[right + c + 1]!;
    }
    if (c < r) {
      let sum = a[row + c]!;
      for (let k = 0; k < c; k++) sum -= a[row + k]! * a[c * n + k]!;
      a[row + c] = sum / a[c * n + c]!;
    }
    let square = a[row + r]!;
    for (let k = 0; k < r; k++) square -= a[row + k]! * a[row + k]!;
    a[row + r] = Math.sqrt(square);
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
