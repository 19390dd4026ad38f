import { cos, sin } from './transcendental.ts';

// Quaternions lie in flat arrays as x, y, z, w from an offset on; matrices row by row, nine from an offset on. No function
// here allocates: a result may be written over an argument.

/** The rotation by three angles that a disc's springs measure: 2x and 2y of the quaternion, and the whole angle about z, rad. */
export function writeRotation(
  aboutX: number,
  aboutY: number,
  aboutZ: number,
  out: Float64Array,
  o: number,
): void {
  const x = aboutX / 2;
  const y = aboutY / 2;
  const rest = x === 0 && y === 0 ? 1 : Math.sqrt(1 - x * x - y * y);
  out[o] = x;
  out[o + 1] = y;
  out[o + 2] = sin(aboutZ / 2) * rest;
  out[o + 3] = cos(aboutZ / 2) * rest;
}

/** The rotation half as far. */
export function writeHalf(q: Float64Array, i: number, out: Float64Array, o: number): void {
  const x = q[i]!;
  const y = q[i + 1]!;
  const z = q[i + 2]!;
  const w = q[i + 3]! + 1;
  const size = Math.sqrt(x * x + y * y + z * z + w * w);
  out[o] = x / size;
  out[o + 1] = y / size;
  out[o + 2] = z / size;
  out[o + 3] = w / size;
}

/** First rotation b, then a: a · b. */
export function multiply(
  a: Float64Array,
  i: number,
  b: Float64Array,
  j: number,
  out: Float64Array,
  o: number,
): void {
  const ax = a[i]!;
  const ay = a[i + 1]!;
  const az = a[i + 2]!;
  const aw = a[i + 3]!;
  const bx = b[j]!;
  const by = b[j + 1]!;
  const bz = b[j + 2]!;
  const bw = b[j + 3]!;
  out[o] = aw * bx + ax * bw + ay * bz - az * by;
  out[o + 1] = aw * by - ax * bz + ay * bw + az * bx;
  out[o + 2] = aw * bz + ax * by - ay * bx + az * bw;
  out[o + 3] = aw * bw - ax * bx - ay * by - az * bz;
}

/** The rotation matrix: its columns are the rotated axes. */
export function writeMatrix(q: Float64Array, i: number, out: Float64Array, o: number): void {
  const x = q[i]!;
  const y = q[i + 1]!;
  const z = q[i + 2]!;
  const w = q[i + 3]!;
  out[o] = 1 - 2 * (y * y + z * z);
  out[o + 1] = 2 * (x * y - z * w);
  out[o + 2] = 2 * (x * z + y * w);
  out[o + 3] = 2 * (x * y + z * w);
  out[o + 4] = 1 - 2 * (x * x + z * z);
  out[o + 5] = 2 * (y * z - x * w);
  out[o + 6] = 2 * (x * z - y * w);
  out[o + 7] = 2 * (y * z + x * w);
  out[o + 8] = 1 - 2 * (x * x + y * y);
}
