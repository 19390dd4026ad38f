/**
 * Solves the symmetric 4 × 4 system K q = f by elimination without pivoting: K is positive definite here, or near it.
 *
 * @param k row by row: k00, k01, k02, k03, k11, k12, k13, k22, k23, k33
 * @param out the solution; may be `f` itself
 * @returns false where K is singular to working precision (out is then unchanged)
 */
export function solve4(k: Float64Array, f: Float64Array, out: Float64Array): boolean {
  const k00 = k[0]!;
  if (k00 === 0) return false;
  const k01 = k[1]!;
  const k02 = k[2]!;
  const k03 = k[3]!;
  const l1 = k01 / k00;
  const l2 = k02 / k00;
  const l3 = k03 / k00;
  const a11 = k[4]! - l1 * k01;
  if (a11 === 0) return false;
  const a12 = k[5]! - l1 * k02;
  const a13 = k[6]! - l1 * k03;
  const m2 = a12 / a11;
  const m3 = a13 / a11;
  const a22 = k[7]! - l2 * k02 - m2 * a12;
  if (a22 === 0) return false;
  const a23 = k[8]! - l2 * k03 - m2 * a13;
  const n3 = a23 / a22;
  const a33 = k[9]! - l3 * k03 - m3 * a13 - n3 * a23;
  if (a33 === 0) return false;
  const f0 = f[0]!;
  const f1 = f[1]! - l1 * f0;
  const f2 = f[2]! - l2 * f0 - m2 * f1;
  const f3 = f[3]! - l3 * f0 - m3 * f1 - n3 * f2;
  const q3 = f3 / a33;
  const q2 = (f2 - a23 * q3) / a22;
  const q1 = (f1 - a12 * q2 - a13 * q3) / a11;
  out[3] = q3;
  out[2] = q2;
  out[1] = q1;
  out[0] = (f0 - k01 * q1 - k02 * q2 - k03 * q3) / k00;
  return true;
}
