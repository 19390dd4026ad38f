import { blur } from './blur.ts';
import type { ExamResult } from './exam.ts';
import type { Film } from './film.ts';

/** What an image shows, before it is shaded: black at `low`, white at `high`; mm a pixel. */
export interface ShownImage {
  readonly columns: number;
  readonly rows: number;
  readonly columnMm: number;
  readonly rowMm: number;
  readonly values: Float64Array;
  readonly low: number;
  readonly high: number;
}

/** Picture of 16 bits: 0 black … 65535 white, mm a pixel. */
export interface DisplayImage {
  readonly columns: number;
  readonly rows: number;
  readonly columnMm: number;
  readonly rowMm: number;
  readonly values: Uint16Array;
}

const WHITE = 65535;

/** Window of the DXA picture, g/cm². */
const DXA_WINDOW = [-0.1, 1.6] as const;
/** Bone window of CT: width and level, HU. */
const BONE_WINDOW = [1800, 400] as const;

function percentile(sorted: Float64Array, share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
}

/** How much of a film's coarse structure is taken out, as a radiograph's processing does, and how coarse that is, mm. */
const EVENED = 0.8;
const EVENED_MM = 18;
/** Pixels on a side of the cells in which that is computed. */
const CELL = 4;
/** Of so many pixels one counts for the shades. */
const SAMPLED = 7;

/** A film evened out, to be shaded over what lies between its 2nd and 99.7th hundredth within the body. */
function evenOut({ view, values }: Film): Pick<ShownImage, 'values' | 'low' | 'high'> {
  const { columns, rows } = view;
  const wide = Math.ceil(columns / CELL);
  const high = Math.ceil(rows / CELL);
  const cells = new Float64Array(wide * high);
  const counts = new Float64Array(wide * high);
  values.forEach((value, at) => {
    const cell = Math.floor(at / columns / CELL) * wide + Math.floor((at % columns) / CELL);
    cells[cell]! += value;
    counts[cell]!++;
  });
  const coarse = blur(
    cells.map((sum, cell) => sum / counts[cell]!),
    wide,
    high,
    EVENED_MM / (view.columnMm * CELL),
  );
  const evened = values.map(
    (value, at) =>
      value - EVENED * coarse.at(Math.floor(at / columns) / CELL - 0.5, (at % columns) / CELL - 0.5),
  );
  // the air round the patient sets no shade
  const inside = evened.filter((_, at) => at % SAMPLED === 0 && values[at]! > 2.5).sort();
  if (inside.length === 0) return { values: evened, low: 0, high: 1 };
  return { values: evened, low: percentile(inside, 0.02), high: percentile(inside, 0.997) };
}

/** What a reader sees of an examination, and the window in which it opens. */
export function findShown(result: ExamResult): ShownImage {
  if (result.kind === 'film') {
    const { columns, rows, columnMm, rowMm } = result.film.view;
    return { columns, rows, columnMm, rowMm, ...evenOut(result.film) };
  }
  if (result.kind === 'dxa') {
    const { columns, rows, gPerCm2, pixelMm } = result.dxa.image;
    const [low, high] = DXA_WINDOW;
    return { columns, rows, columnMm: pixelMm, rowMm: pixelMm, values: gPerCm2, low, high };
  }
  const { columns, rows, pixelMm, values } = result.image;
  const size = { columns, rows, columnMm: pixelMm, rowMm: pixelMm, values };
  if (result.kind === 'ct') {
    const [width, level] = BONE_WINDOW;
    return { ...size, low: level - width / 2, high: level + width / 2 };
  }
  return { ...size, low: 0, high: 1.05 * percentile(values.slice().sort(), 0.998) };
}

/** The picture of an examination in the window in which it opens. */
export function display(result: ExamResult): DisplayImage {
  const { values, low, high, ...size } = findShown(result);
  return {
    ...size,
    values: Uint16Array.from(values, (value) =>
      Math.round(WHITE * Math.min(1, Math.max(0, (value - low) / (high - low)))),
    ),
  };
}
