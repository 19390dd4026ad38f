import imaging from '../../../../models/imaging.json' with { type: 'json' };
import { type Level, levelIndex } from '../../anatomy/levels.ts';
import { BASIS_COUNT, calcAttenuationPerMm, calcBasisPerMm } from '../matter/basis.ts';
import { addLengths, type Phantom } from '../phantom/phantom.ts';
import { traceRays } from '../rays/trace.ts';
import type { View } from '../rays/view.ts';

const { linesKeV, pixelMm, edgeGPerCm2 } = imaging.dxa;
const [LOW, HIGH] = linesKeV.map(calcBasisPerMm) as [Float64Array, Float64Array];
/** Mass attenuation of hydroxyapatite at the two lines, cm²/g. */
const [HA_LOW, HA_HIGH] = linesKeV.map(
  (keV) =>
    (10 * calcAttenuationPerMm('hydroxyapatite', keV)) / imaging.attenuation.hydroxyapatite.densityGPerCm3,
) as [number, number];

export const DXA_LEVELS = ['L1', 'L2', 'L3', 'L4'] as const;
export type DxaLevel = (typeof DXA_LEVELS)[number];

/** Levels whose arches may lie in the region, T12 … L5. */
export const ARCH_LEVELS: readonly Level[] = ['T12', 'L1', 'L2', 'L3', 'L4', 'L5'];
const FIRST_ARCH = levelIndex('T12');

/** Field beside the middle line, and beyond L1 and L4, mm. */
const HALF_WIDTH_MM = 84;
const BEYOND_MM = 12;

/** What two narrow beams from the front lose on their way, without the arches, and the arches' lengths: all that a scan needs. */
export interface DxaRays {
  readonly columns: number;
  readonly rows: number;
  /** Logarithms of the loss at the two lines. */
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** Length in the arch of each of the levels, mm, level after level. */
  readonly archMm: Float64Array;
  /** Rows where the discs between T12 and L5 lie, as a first guess of the borders. */
  readonly discRows: readonly number[];
  readonly bodyRows: readonly number[];
}

export function traceDxa(phantom: Phantom): DxaRays {
  const bodyAt = (level: Level) => phantom.bodies[levelIndex(level)]!.frame.at[1];
  const between = (a: Level, b: Level) => (bodyAt(a) + bodyAt(b)) / 2;
  const top = between('T12', 'L1') + BEYOND_MM;
  const bottom = between('L4', 'L5') - BEYOND_MM;
  const columns = 2 * Math.ceil(HALF_WIDTH_MM / pixelMm) + 1;
  const rows = Math.ceil((top - bottom) / pixelMm) + 1;
  const view: View = {
    origin: [0, (top + bottom) / 2, 0],
    right: [0, 0, -1],
    down: [0, -1, 0],
    forward: [-1, 0, 0],
    sourceMm: null,
    columns,
    rows,
    columnMm: pixelMm,
    rowMm: pixelMm,
  };
  const size = columns * rows;
  const low = new Float64Array(size);
  const high = new Float64Array(size);
  const archMm = new Float64Array(ARCH_LEVELS.length * size);
  const lengths = new Float64Array(BASIS_COUNT);
  traceRays(phantom.solids, view, (ray) => {
    const at = ray.row * columns + ray.column;
    lengths.fill(0);
    addLengths(phantom, ray, lengths, 0, ({ kind, level }, length) => {
      const row = level - FIRST_ARCH;
      if (kind !== 'arch' || row < 0 || row >= ARCH_LEVELS.length) return false;
      archMm[row * size + at]! += length;
      return true;
    });
    for (let i = 0; i < BASIS_COUNT; i++) {
      low[at]! += LOW[i]! * lengths[i]!;
      high[at]! += HIGH[i]! * lengths[i]!;
    }
  });
  const rowOf = (y: number) => (view.origin[1] - y) / pixelMm + (rows - 1) / 2;
  const chain: Level[] = ['T12', 'L1', 'L2', 'L3', 'L4', 'L5'];
  return {
    columns,
    rows,
    low,
    high,
    archMm,
    discRows: chain.slice(1).map((level, n) => rowOf(between(chain[n]!, level))),
    bodyRows: DXA_LEVELS.map((level) => rowOf(bodyAt(level))),
  };
}

/** Areal density of bone over the field, g/cm² of hydroxyapatite, from two images and the soft tissue beside the bones. */
export interface DxaImage {
  readonly columns: number;
  readonly rows: number;
  readonly pixelMm: number;
  readonly gPerCm2: Float64Array;
}

/** Adds arches of given shares (the basis' mixture, level after level) and separates bone from soft tissue. */
export function decompose(rays: DxaRays, arches: readonly Float64Array[]): DxaImage {
  const { columns, rows, archMm } = rays;
  const size = columns * rows;
  const low = rays.low.slice();
  const high = rays.high.slice();
  arches.forEach((shares, level) => {
    let perLow = 0;
    let perHigh = 0;
    for (let i = 0; i < BASIS_COUNT; i++) {
      perLow += shares[i]! * LOW[i]!;
      perHigh += shares[i]! * HIGH[i]!;
    }
    for (let at = 0; at < size; at++) {
      low[at]! += perLow * archMm[level * size + at]!;
      high[at]! += perHigh * archMm[level * size + at]!;
    }
  });
  return { columns, rows, pixelMm, gPerCm2: separate(low, high, columns, rows) };
}

/** Soft tissue is looked at from here on beside the middle line, mm. */
const BASELINE_FROM_MM = 30;
/** Pixels of the baseline that hold more than this are bone after all, g/cm². */
const BONE_FROM = 0.06;
const BASELINE_ROUNDS = 4;
/** Terms of the soft tissue's ratio over the field: 1, z², y, z⁴. */
const TERMS = 4;

/** Areal density from the logarithms of two losses: the soft tissue's ratio is fitted beside the bones and carried under them. */
export function separate(
  low: ArrayLike<number>,
  high: ArrayLike<number>,
  columns: number,
  rows: number,
): Float64Array {
  const size = columns * rows;
  const terms = (at: number): readonly [number, number, number, number] => {
    const z = (((at % columns) - (columns - 1) / 2) * pixelMm) / HALF_WIDTH_MM;
    const y = (2 * Math.floor(at / columns)) / rows - 1;
    return [1, z * z, y, z * z * z * z];
  };
  const bone = new Float64Array(size);
  let fit: readonly number[] = [];
  for (let round = 0; round < BASELINE_ROUNDS; round++) {
    const matrix = Array.from({ length: TERMS }, () => new Float64Array(TERMS + 1));
    for (let at = 0; at < size; at += 3) {
      const aside = Math.abs((at % columns) - (columns - 1) / 2) * pixelMm;
      if (aside < BASELINE_FROM_MM || (round > 0 && bone[at]! > BONE_FROM) || high[at] === 0) continue;
      const x = terms(at);
      const ratio = low[at]! / high[at]!;
      // the first time the lowest ratios count: bone's are higher
      for (let r = 0; r < TERMS; r++) {
        for (let c = 0; c < TERMS; c++) matrix[r]![c]! += x[r]! * x[c]!;
        matrix[r]![TERMS]! += x[r]! * ratio;
      }
    }
    fit = solve(matrix);
    for (let at = 0; at < size; at++) {
      const x = terms(at);
      const ratio = x[0] * fit[0]! + x[1] * fit[1]! + x[2] * fit[2]! + x[3] * fit[3]!;
      bone[at] = (low[at]! - ratio * high[at]!) / (HA_LOW - ratio * HA_HIGH);
    }
  }
  return bone;
}

/** Small linear system by elimination. @param rows matrix and right-hand side; overwritten */
function solve(rows: readonly Float64Array[]): readonly number[] {
  const n = rows.length;
  for (let c = 0; c < n; c++)
    for (let r = 0; r < n; r++) {
      if (r === c) continue;
      const factor = rows[r]![c]! / rows[c]![c]!;
      for (let k = c; k <= n; k++) rows[r]![k]! -= factor * rows[c]![k]!;
    }
  return rows.map((row, r) => row[n]! / row[r]!);
}

/** Area and mineral of a level. */
export interface DxaRegion {
  readonly fromRow: number;
  readonly toRow: number;
  readonly areaCm2: number;
  readonly bmcG: number;
}

/** Search of a level's border round the middle between two bodies, mm. */
const BORDER_SEARCH_MM = 4;
/** Beyond the bodies' own edges, mm: transverse processes and ribs are cut there. */
const BESIDE_MM = 1.5;

/** Regions L1–L4 as a scan's reader draws them: borders at the least bone between two levels, edges at a threshold. */
export function findRegions(
  image: DxaImage,
  rays: Pick<DxaRays, 'discRows' | 'bodyRows'>,
): readonly DxaRegion[] {
  const { columns, rows, gPerCm2 } = image;
  const middle = (columns - 1) / 2;
  const rowSum = (row: number): number => {
    let sum = 0;
    for (let column = 0; column < columns; column++)
      if (Math.abs(column - middle) * pixelMm < 30) sum += gPerCm2[row * columns + column]!;
    return sum;
  };
  const reach = Math.round(BORDER_SEARCH_MM / pixelMm);
  const borders = rays.discRows.map((guess) => {
    let best = Math.round(guess);
    let least = Number.POSITIVE_INFINITY;
    for (
      let row = Math.max(2, Math.round(guess) - reach);
      row <= Math.min(rows - 3, Math.round(guess) + reach);
      row++
    ) {
      let sum = 0;
      for (let near = -2; near <= 2; near++) sum += rowSum(row + near);
      if (sum < least) {
        least = sum;
        best = row;
      }
    }
    return best;
  });
  return DXA_LEVELS.map((_, n) => measure(image, borders[n]!, borders[n + 1]!));
}

/** Half width of the middle whose mean sets the edges' height, mm. */
const CORE_MM = 12;

/** Where a profile falls below a height, going outwards: a column and its fraction. */
function findEdge(profile: Float64Array, from: number, step: 1 | -1, height: number): number {
  let column = from;
  while (column > 2 && column < profile.length - 3 && profile[column + step]! >= height) column += step;
  const here = profile[column]!;
  const next = profile[column + step]!;
  return here <= height || here === next ? column : column + (step * (here - height)) / (here - next);
}

function measure({ columns, gPerCm2 }: DxaImage, from: number, to: number): DxaRegion {
  const middle = Math.round((columns - 1) / 2);
  const profile = new Float64Array(columns);
  for (let row = from; row < to; row++)
    for (let column = 0; column < columns; column++)
      profile[column]! += gPerCm2[row * columns + column]! / (to - from);
  const core = Math.round(CORE_MM / pixelMm);
  let mean = 0;
  for (let column = middle - core; column <= middle + core; column++)
    mean += profile[column]! / (2 * core + 1);
  const beside = BESIDE_MM / pixelMm;
  const left = findEdge(profile, middle - core, -1, mean / 2) - beside;
  const right = findEdge(profile, middle + core, 1, mean / 2) + beside;
  let count = 0;
  let sum = 0;
  for (let row = from; row < to; row++) {
    const line = gPerCm2.subarray(row * columns, (row + 1) * columns);
    let inside = 0;
    for (let column = middle - core; column <= middle + core; column++)
      inside += line[column]! / (2 * core + 1);
    const threshold = Math.min(edgeGPerCm2, inside / 2);
    // thin bone between two edges is bone too
    const first = Math.max(left, findEdge(line, middle - core, -1, threshold));
    const last = Math.min(right, findEdge(line, middle + core, 1, threshold));
    for (let column = Math.ceil(first); column <= Math.floor(last); column++) sum += line[column]!;
    // the pixels that the edges cut
    sum +=
      (Math.ceil(first) - first) * line[Math.ceil(first) - 1]! +
      (last - Math.floor(last)) * line[Math.floor(last) + 1]!;
    count += last - first;
  }
  const pixelCm2 = (pixelMm * pixelMm) / 100;
  return { fromRow: from, toRow: to, areaCm2: count * pixelCm2, bmcG: sum * pixelCm2 };
}
