import { AT, BASIS_COUNT } from '../matter/basis.ts';
import { IN_BONE } from '../matter/bone.ts';
import { type Phantom, writeCore } from '../phantom/phantom.ts';
import { isNearPlane } from '../rays/solid.ts';
import { traceRays } from '../rays/trace.ts';
import { along, type Triple } from '../rays/view.ts';

/** Plane of a slice: its middle, the direction of its rows' pixels, that of its columns, and its thickness. */
export interface Plane {
  readonly middle: Triple;
  /** Along the rays that sample it, and from line to line: unit vectors at right angles. */
  readonly along: Triple;
  readonly line: Triple;
  /** At right angles to both: across × line = along. */
  readonly across: Triple;
  readonly pixelMm: number;
  readonly thicknessMm: number;
  /** Pixels along each ray, and lines. */
  readonly lengthPixels: number;
  readonly lines: number;
}

/** Rays a pixel in each direction: partial volume. */
const LINE_RAYS = 2;
const ACROSS_RAYS = 2;

/**
 * A linear property over a slice: line after line, a value a pixel along the ray. The rays lie in the plane, so that edges are exact along
 * them and means across.
 *
 * @param property of each of the basis; nothing counts as gas
 */
export function sampleSlice(phantom: Phantom, plane: Plane, property: Float64Array): Float64Array {
  const { pixelMm, lengthPixels, lines } = plane;
  const values = new Float64Array(lengthPixels * lines).fill(property[AT.gas]!);
  const weight = 1 / (LINE_RAYS * ACROSS_RAYS * pixelMm);
  const here = new Float64Array(BASIS_COUNT);
  const view = {
    origin: along(plane.middle, plane.along, (-lengthPixels * pixelMm) / 2),
    right: plane.across,
    down: plane.line,
    forward: plane.along,
    sourceMm: null,
    columns: ACROSS_RAYS,
    rows: lines * LINE_RAYS,
    columnMm: plane.thicknessMm / ACROSS_RAYS,
    rowMm: pixelMm / LINE_RAYS,
  };
  // the others no ray of the slice meets
  const solids = phantom.solids.filter((solid) =>
    isNearPlane(solid, plane.middle, plane.across, plane.thicknessMm / 2),
  );
  const uniform = solids.map(({ shares }) => shares && weigh(shares, property));
  const gas = property[AT.gas]!;
  traceRays(solids, view, (ray) => {
    const line = Math.floor(ray.row / LINE_RAYS) * lengthPixels;
    for (let n = 0; n < ray.count; n++) {
      const solid = ray.solid[n]!;
      const from = Math.max(0, ray.from[n]!);
      const to = Math.min(lengthPixels * pixelMm, ray.to[n]!);
      const first = Math.floor(from / pixelMm);
      const last = Math.ceil(to / pixelMm) - 1;
      const same = uniform[solid]!;
      if (same !== null) {
        const step = weight * (same - gas);
        for (let pixel = first + 1; pixel < last; pixel++) values[line + pixel]! += pixelMm * step;
        for (let pixel = first; pixel <= last; pixel += Math.max(1, last - first)) {
          const length = Math.min(to, (pixel + 1) * pixelMm) - Math.max(from, pixel * pixelMm);
          values[line + pixel]! += length * step;
        }
        continue;
      }
      const { level } = solids[solid]!;
      const [x, y, z] = ray.at;
      const [dx, dy, dz] = ray.way;
      for (let pixel = first; pixel <= last; pixel++) {
        const a = Math.max(from, pixel * pixelMm);
        const b = Math.min(to, (pixel + 1) * pixelMm);
        const depth = (a + b) / 2;
        writeCore(phantom, level, x + dx * depth, y + dy * depth, z + dz * depth, here);
        let value = 0;
        for (const part of IN_BONE) value += here[part]! * property[part]!;
        values[line + pixel]! += (b - a) * weight * (value - gas);
      }
    }
  });
  return values;
}

function weigh(shares: Float64Array, property: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < BASIS_COUNT; i++) sum += shares[i]! * property[i]!;
  return sum;
}

/** A slice as a picture: rows from the top, columns from the left, mm a pixel. */
export interface SliceImage {
  readonly columns: number;
  readonly rows: number;
  readonly pixelMm: number;
  readonly values: Float64Array;
  /** World point of the first pixel's centre, and the directions of columns and rows. */
  readonly first: Triple;
  readonly right: Triple;
  readonly down: Triple;
}

const LENGTH_MM = 190;
const AXIAL_MM = 160;
const BEYOND_MM = 40;

const reversed = ([x, y, z]: Triple): Triple => [-x, -y, -z];

/** Sagittal slice from T1 to the sacrum, so far to her right of the middle; front on the left. */
export function cutSagittal(
  phantom: Phantom,
  pixelMm: number,
  thicknessMm: number,
  property: Float64Array,
  rightMm = 0,
): SliceImage {
  const xs = phantom.bodies.map(({ frame }) => frame.at[0]);
  const x = (Math.min(...xs) + Math.max(...xs)) / 2 - 15;
  const top = phantom.bodies[0]!.frame.at[1] + 20;
  const bottom = phantom.sacrum.at[1] - BEYOND_MM;
  const lengthPixels = Math.ceil(LENGTH_MM / pixelMm);
  const lines = Math.ceil((top - bottom) / pixelMm);
  const plane: Plane = {
    middle: [x, (top + bottom) / 2, rightMm],
    along: [1, 0, 0],
    line: [0, -1, 0],
    across: [0, 0, 1],
    pixelMm,
    thicknessMm,
    lengthPixels,
    lines,
  };
  const values = sampleSlice(phantom, plane, property);
  for (let line = 0; line < lines; line++)
    values.subarray(line * lengthPixels, (line + 1) * lengthPixels).reverse();
  return {
    columns: lengthPixels,
    rows: lines,
    pixelMm,
    values,
    right: [-1, 0, 0],
    down: [0, -1, 0],
    first: [
      x + (lengthPixels / 2 - 0.5) * pixelMm,
      (top + bottom) / 2 + ((lines - 1) / 2) * pixelMm,
      rightMm,
    ],
  };
}

/** Slice in a body's own plane, so far above its middle, as from below: her right on the left, front above. */
export function cutAxial(
  phantom: Phantom,
  level: number,
  pixelMm: number,
  thicknessMm: number,
  property: Float64Array,
  aboveMm = 0,
): SliceImage {
  const { at, axes: m } = phantom.bodies[level]!.frame;
  const forwards: Triple = [m[0]!, m[3]!, m[6]!];
  const up: Triple = [m[1]!, m[4]!, m[7]!];
  const right: Triple = [m[2]!, m[5]!, m[8]!];
  const side = Math.ceil(AXIAL_MM / pixelMm);
  const middle = along(along(at, forwards, -20), up, aboveMm);
  const scanned = sampleSlice(
    phantom,
    {
      middle,
      along: forwards,
      line: reversed(right),
      across: reversed(up),
      pixelMm,
      thicknessMm,
      lengthPixels: side,
      lines: side,
    },
    property,
  );
  const values = new Float64Array(side * side);
  for (let row = 0; row < side; row++)
    for (let column = 0; column < side; column++)
      values[row * side + column] = scanned[column * side + (side - 1 - row)]!;
  const half = ((side - 1) / 2) * pixelMm;
  return {
    columns: side,
    rows: side,
    pixelMm,
    values,
    right: reversed(right),
    down: reversed(forwards),
    first: along(along(middle, forwards, half), right, half),
  };
}

/** Mean of a mid-sagittal picture over the middle of a body's core: half of its depth, and of its height. */
export function readCore(phantom: Phantom, image: SliceImage, level: number): number {
  const { frame, halfDepthMm, heightMm, shorteningMm } = phantom.bodies[level]!;
  const m = frame.axes;
  const reach = Math.ceil(Math.max(halfDepthMm, heightMm) / image.pixelMm);
  const column = Math.round((image.first[0] - frame.at[0]) / image.pixelMm);
  const row = Math.round((image.first[1] - frame.at[1]) / image.pixelMm);
  let sum = 0;
  let count = 0;
  for (let r = Math.max(0, row - reach); r <= Math.min(image.rows - 1, row + reach); r++)
    for (let c = Math.max(0, column - reach); c <= Math.min(image.columns - 1, column + reach); c++) {
      const dx = image.first[0] - c * image.pixelMm - frame.at[0];
      const dy = image.first[1] - r * image.pixelMm - frame.at[1];
      const x = m[0]! * dx + m[3]! * dy;
      const y = m[1]! * dx + m[4]! * dy;
      if (Math.abs(x) > halfDepthMm / 2 || Math.abs(y) > (heightMm - shorteningMm) / 4) continue;
      sum += image.values[r * image.columns + c]!;
      count++;
    }
  return count > 0 ? sum / count : Number.NaN;
}
