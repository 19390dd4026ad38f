import imaging from '../../../../models/imaging.json' with { type: 'json' };
import { levelIndex } from '../../anatomy/levels.ts';
import { createRandom } from '../../math/random.ts';
import { exp, ln } from '../../math/transcendental.ts';
import { finish } from '../../simulation/finish.ts';
import { BASIS_COUNT, calcTransmission, createBeam, type KVp } from '../matter/basis.ts';
import { addLengths, type Phantom } from '../phantom/phantom.ts';
import { traceRows } from '../rays/trace.ts';
import type { View } from '../rays/view.ts';
import { blur, coarseOf } from './blur.ts';

export type Projection = 'lateral' | 'ap';

export interface FilmOptions {
  readonly projection: Projection;
  readonly kVp: KVp;
  /** Distance of focus and detector, mm. */
  readonly focusMm: number;
  readonly scatter: boolean;
  readonly grid: boolean;
  /** Distance of pixels in the plane through the spine, mm; the usual one without it. */
  readonly pixelMm?: number;
  /** Seed of the quantum noise; null: none. */
  readonly noiseSeed: number | null;
}

/** A radiograph: the logarithm of what was lost on the way, pixel by pixel; mm in the plane through the spine. */
export interface Film {
  readonly view: View;
  readonly values: Float64Array;
}

const HALF_WIDTH_MM = { lateral: 130, ap: 150 } as const;
/** Beyond T4 and S1, mm. */
const BEYOND_MM = 30;

/** The rays of a film: the field from T4 to S1. */
export function createFilmView(
  phantom: Phantom,
  projection: Projection,
  focusMm: number,
  pixelMm: number = imaging.film.pixelMm,
): View {
  const { sourceToDetectorExtraMm } = imaging.film;
  const top = phantom.bodies[levelIndex('T4')]!.frame.at[1] + BEYOND_MM;
  const bottom = phantom.sacrum.at[1] - BEYOND_MM;
  const xs = phantom.bodies.slice(levelIndex('T4')).map(({ frame }) => frame.at[0]);
  const x = (Math.min(...xs) + Math.max(...xs)) / 2;
  const lateral = projection === 'lateral';
  return {
    origin: [x, (top + bottom) / 2, 0],
    right: lateral ? [-1, 0, 0] : [0, 0, -1],
    down: [0, -1, 0],
    forward: lateral ? [0, 0, 1] : [-1, 0, 0],
    sourceMm: focusMm - sourceToDetectorExtraMm,
    columns: Math.ceil((2 * HALF_WIDTH_MM[projection]) / pixelMm),
    rows: Math.ceil((top - bottom) / pixelMm),
    columnMm: pixelMm,
    rowMm: pixelMm,
  };
}

export const takeFilm = (phantom: Phantom, options: FilmOptions): Film => finish(workFilm(phantom, options));

/** Takes a film, yielding its progress. */
export function* workFilm(phantom: Phantom, options: FilmOptions): Generator<number, Film> {
  const view = createFilmView(phantom, options.projection, options.focusMm, options.pixelMm);
  const { columns, rows } = view;
  const beam = createBeam(options.kVp);
  const signal = new Float64Array(columns * rows).fill(1);
  const lengths = new Float64Array(BASIS_COUNT);
  yield* traceRows(phantom.solids, view, (ray) => {
    lengths.fill(0);
    addLengths(phantom, ray, lengths);
    signal[ray.row * columns + ray.column] = calcTransmission(beam, lengths);
  });
  if (options.scatter) addScatter(signal, view, options);
  if (options.noiseSeed !== null) addNoise(signal, view, options.noiseSeed);
  return { view, values: signal.map((value) => -ln(Math.max(1e-12, value))) };
}

/** Pixels on a side of a cell in which scatter is computed: it has no finer structure. */
const CELL = 8;

/** Loss from which a ray has passed the trunk and not its rim or the air: there scatter is made. */
const WITHIN = 2.5;

/** Adds what has lost its way: a ratio of the primary signal round about. A grid stops most of it. */
function addScatter(signal: Float64Array, view: View, { projection, grid }: FilmOptions): void {
  const { columns, rows, columnMm } = view;
  const { scatterToPrimary, gridPasses, scatterSigmaMm } = imaging.film;
  const ratio = scatterToPrimary[projection] * (grid ? gridPasses : 1);
  const wide = Math.ceil(columns / CELL);
  const high = Math.ceil(rows / CELL);
  const losses = new Float64Array(wide * high);
  const counts = new Float64Array(wide * high);
  for (let at = 0; at < signal.length; at++) {
    const loss = -ln(signal[at]!);
    if (loss < WITHIN) continue;
    const cell = Math.floor(at / columns / CELL) * wide + Math.floor((at % columns) / CELL);
    losses[cell]! += loss;
    counts[cell]!++;
  }
  const spreads = scatterSigmaMm.map((sigmaMm) => {
    const sigma = sigmaMm / (columnMm * CELL);
    const sum = blur(losses, wide, high, sigma).cells;
    const count = blur(counts, wide, high, sigma).cells;
    return coarseOf(
      sum.map((loss, cell) => (count[cell]! > 0 ? ratio * exp(-loss / count[cell]!) : 0)),
      wide,
      high,
    );
  });
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      for (const spread of spreads)
        signal[row * columns + column]! +=
          spread.at((row + 0.5) / CELL - 0.5, (column + 0.5) / CELL - 0.5) / spreads.length;
}

/** Counting noise: as many quanta as the mean patient lets through on a well exposed film. */
function addNoise(signal: Float64Array, { columnMm, rowMm, columns }: View, seed: number): void {
  let sum = 0;
  let count = 0;
  for (const value of signal)
    if (value < 0.5) {
      sum += value;
      count++;
    }
  const quanta = (imaging.film.quantaPerMm2 * columnMm * rowMm * count) / sum;
  for (let row = 0; row * columns < signal.length; row++) {
    const random = createRandom(seed, row);
    for (let column = 0; column < columns; column++) {
      const at = row * columns + column;
      signal[at]! += Math.sqrt(signal[at]! / quanta) * random.normal();
    }
  }
}
