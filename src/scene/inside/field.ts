import type { PressedBody, PressedFrame } from '../../core/simulation/inside/pressing.ts';
import type { Measure } from '../../scales/stressScale.ts';

/** Values of a pressed body at the nodes of its grid, and its displacements, mm: what is drawn between them is interpolated. */
export interface Field {
  readonly body: PressedBody;
  /** Least principal stress, MPa, or strain, as compression; part of the stiffness that is left; part that is cement. */
  readonly squeezed: Float32Array;
  readonly left: Float32Array;
  readonly cement: Float32Array;
  readonly movedMm: Float32Array;
}

/** Times that values spread from the bone to nodes around it, which have none of their own. */
const SPREAD = 2;

const countNodes = ({ counts: [nx, ny, nz] }: PressedBody): number => (nx + 1) * (ny + 1) * (nz + 1);

/** Means of the bricks' values at the nodes, each brick by the bone in it. */
function averageAtNodes(body: PressedBody, values: readonly ArrayLike<number>[]): Float32Array[] {
  const { counts, places, bone } = body;
  const [nx, , nz] = counts;
  const row = nx + 1;
  const plane = row * (nz + 1);
  const weights = new Float32Array(countNodes(body));
  const sums = values.map(() => new Float32Array(weights.length));
  for (let e = 0; e < bone.length; e++) {
    const weight = bone[e]!;
    if (weight === 0) continue;
    const first = places[3 * e + 1]! * plane + places[3 * e + 2]! * row + places[3 * e]!;
    for (let n = 0; n < 8; n++) {
      const node = first + (n & 1) + ((n >> 1) & 1) * plane + ((n >> 2) & 1) * row;
      weights[node]! += weight;
      for (let v = 0; v < sums.length; v++) sums[v]![node]! += weight * values[v]![e]!;
    }
  }
  for (let node = 0; node < weights.length; node++)
    if (weights[node]! > 0) for (const sum of sums) sum[node]! /= weights[node]!;
  for (let n = 0; n < SPREAD; n++) spread(weights, sums, [1, row, plane]);
  return sums;
}

/** Gives nodes without a value the mean of their neighbours'. */
function spread(weights: Float32Array, sums: readonly Float32Array[], steps: readonly number[]): void {
  const found: number[] = [];
  for (let node = 0; node < weights.length; node++) {
    if (weights[node]! > 0) continue;
    const near = steps.flatMap((step) => [node - step, node + step]).filter((other) => weights[other]! > 0);
    if (near.length === 0) continue;
    found.push(node);
    for (const sum of sums) {
      let total = 0;
      for (const other of near) total += sum[other]!;
      sum[node] = total / near.length;
    }
  }
  for (const node of found) weights[node] = 1;
}

export function createField(body: PressedBody, frame: PressedFrame, measure: Measure): Field {
  const least = measure === 'stress' ? frame.leastStressMPa : frame.leastStrain;
  const compression = least.map((value) => Math.max(0, -value));
  const [squeezed, left, cement] = averageAtNodes(body, [compression, frame.left, body.cement]);
  return {
    body,
    squeezed: squeezed!,
    left: left!,
    cement: cement!,
    movedMm: withoutRigid(body, frame.movedMm),
  };
}

/** A field between two points of a curve. */
export function mixFields(from: Field, to: Field, part: number): Field {
  const mix = (a: Float32Array, b: Float32Array) => a.map((value, i) => value + part * (b[i]! - value));
  return {
    body: from.body,
    squeezed: mix(from.squeezed, to.squeezed),
    left: mix(from.left, to.left),
    cement: from.cement,
    movedMm: mix(from.movedMm, to.movedMm),
  };
}

/** Displacements as seen from the body's lower face: a body that sinks and tips as a whole on its disc stays where it is. */
function withoutRigid(body: PressedBody, movedMm: Float32Array): Float32Array {
  const { counts, sizeMm, depthMm, lowerMm } = body;
  const [nx, , nz] = counts;
  const row = nx + 1;
  const plane = row * (nz + 1);
  const iy = Math.round(lowerMm / sizeMm[1]);
  const inside = new Set<number>();
  for (let e = 0; e < body.bone.length; e++)
    if (body.bone[e]! > 0.3) inside.add(body.places[3 * e + 2]! * row + body.places[3 * e]!);
  let [count, x2, sumX, sumY, sumXY] = [0, 0, 0, 0, 0];
  for (const at of inside) {
    const x = ((at % row) + 0.5) * sizeMm[0] - depthMm / 2;
    const node = 3 * (iy * plane + at);
    count++;
    x2 += x * x;
    sumX += movedMm[node]!;
    sumY += movedMm[node + 1]!;
    sumXY += x * movedMm[node + 1]!;
  }
  const slope = sumXY / x2;
  const out = new Float32Array(movedMm.length);
  for (let node = 0; node < movedMm.length / 3; node++) {
    const x = (node % row) * sizeMm[0] - depthMm / 2;
    const y = Math.floor(node / plane) * sizeMm[1] - lowerMm;
    out[3 * node] = movedMm[3 * node]! - sumX / count + slope * y;
    out[3 * node + 1] = movedMm[3 * node + 1]! - sumY / count - slope * x;
    out[3 * node + 2] = movedMm[3 * node + 2]!;
  }
  return out;
}

/** Values at one place: squeezed, left, cement, and displacement, mm. */
export const sampled = new Float64Array(6);

/** Reads a field at a place of the body as it was without load, into `sampled`. */
export function sampleField(field: Field, x: number, y: number, z: number): void {
  const { counts, sizeMm, halved, depthMm, widthMm } = field.body;
  const [nx, ny, nz] = counts;
  const mirrored = halved && z < 0;
  const gx = clamp((x + depthMm / 2) / sizeMm[0], nx);
  const gy = clamp(y / sizeMm[1], ny);
  const gz = clamp((halved ? Math.abs(z) : z + widthMm / 2) / sizeMm[2], nz);
  const ix = Math.min(nx - 1, Math.floor(gx));
  const iy = Math.min(ny - 1, Math.floor(gy));
  const iz = Math.min(nz - 1, Math.floor(gz));
  sampled.fill(0);
  for (let n = 0; n < 8; n++) {
    const [bx, by, bz] = [n & 1, (n >> 1) & 1, n >> 2];
    const weight = (bx ? gx - ix : 1 - gx + ix) * (by ? gy - iy : 1 - gy + iy) * (bz ? gz - iz : 1 - gz + iz);
    if (weight === 0) continue;
    const node = ((iy + by) * (nz + 1) + iz + bz) * (nx + 1) + ix + bx;
    sampled[0]! += weight * field.squeezed[node]!;
    sampled[1]! += weight * field.left[node]!;
    sampled[2]! += weight * field.cement[node]!;
    for (let axis = 0; axis < 3; axis++) sampled[3 + axis]! += weight * field.movedMm[3 * node + axis]!;
  }
  if (mirrored) sampled[5]! *= -1;
}

const clamp = (value: number, most: number): number => Math.min(most, Math.max(0, value));
