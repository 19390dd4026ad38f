/**
 * Solves the symmetric 3 × 3 system K q = f by elimination with diagonal pivoting left out: K is positive definite here.
 *
 * @param k row by row: k00, k01, k02, k11, k12, k22
 * @param out the solution; may be `f` itself
 * @returns false where K is singular to working precision (out is then unchanged)
 */
export function solve3(k: Float64Array, f: Float64Array, out: Float64Array): boolean {
  const k00 = k[0]!;
  const k01 = k[1]!;
  const k02 = k[2]!;
  if (k00 === 0) return false;
  const l1 = k01 / k00;
  const l2 = k02 / k00;
  const a11 = k[3]! - l1 * k01;
  const a12 = k[4]! - l1 * k02;
  if (a11 === 0) return false;
  const l3 = a12 / a11;
  const a22 = k[5]! - l2 * k02 - l3 * a12;
  if (a22 === 0) return false;
  const f0 = f[0]!;
  const f1 = f[1]! - l1 * f0;
  const f2 = f[2]! - l2 * f0 - l3 * f1;
  const q2 = f2 / a22;
  const q1 = (f1 - a12 * q2) / a11;
  out[2] = q2;
  out[1] = q1;
  out[0] = (f0 - k01 * q1 - k02 * q2) / k00;
  return true;
}
