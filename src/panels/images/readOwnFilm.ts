import type { DataSet } from 'dicom-parser';
import type { PageImage } from '../../runtime/imaging/examAnswer.ts';

/** Why a file is no film that can be read. */
export type FilmProblem = 'large' | 'kind' | 'broken' | 'packed' | 'small';
export type OwnFilmReading =
  | { readonly ok: true; readonly image: PageImage; readonly knowsMm: boolean }
  | { readonly ok: false; readonly problem: FilmProblem };

const MOST_BYTES = 100_000_000;
/** Longest side that is shown, pixels: larger pictures are made smaller. */
const MOST_SIDE = 2600;
/** Shortest side on which six points can be set, pixels. */
const LEAST_SIDE = 100;

const refuse = (problem: FilmProblem): OwnFilmReading => ({ ok: false, problem });

/** Reads a picture on this device; nothing of it is stored or sent. */
export async function readOwnFilm(file: File): Promise<OwnFilmReading> {
  if (file.size > MOST_BYTES) return refuse('large');
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    return refuse('broken');
  }
  const starts = (at: number, ...values: readonly number[]) =>
    values.every((value, i) => bytes[at + i] === value);
  if (starts(0, 0x89, 0x50, 0x4e, 0x47) || starts(0, 0xff, 0xd8, 0xff)) return readPicture(bytes);
  if (starts(128, 0x44, 0x49, 0x43, 0x4d)) return readDicom(bytes);
  return refuse('kind');
}

async function readPicture(bytes: Uint8Array): Promise<OwnFilmReading> {
  let bitmap: ImageBitmap;
  try {
    bitmap = await createImageBitmap(new Blob([Uint8Array.from(bytes)]));
  } catch {
    return refuse('broken');
  }
  const { width, height } = bitmap;
  if (Math.min(width, height) < LEAST_SIDE) return refuse('small');
  const scale = Math.min(1, MOST_SIDE / Math.max(width, height));
  const columns = Math.round(width * scale);
  const rows = Math.round(height * scale);
  const context = Object.assign(document.createElement('canvas'), {
    width: columns,
    height: rows,
  }).getContext('2d')!;
  context.drawImage(bitmap, 0, 0, columns, rows);
  bitmap.close();
  const { data } = context.getImageData(0, 0, columns, rows);
  // brightness of red, green and blue (ITU-R BT.601)
  const values = Float32Array.from(
    { length: columns * rows },
    (_, at) => 0.299 * data[4 * at]! + 0.587 * data[4 * at + 1]! + 0.114 * data[4 * at + 2]!,
  );
  return {
    ok: true,
    knowsMm: false,
    image: { columns, rows, columnMm: 1, rowMm: 1, values, low: 0, high: 255 },
  };
}

/** Transfer syntaxes whose pixels are stored as they are. */
const PLAIN = ['1.2.840.10008.1.2', '1.2.840.10008.1.2.1'];
const JPEG = '1.2.840.10008.1.2.4.50';

async function readDicom(bytes: Uint8Array): Promise<OwnFilmReading> {
  const { default: parser } = await import('dicom-parser');
  let data: DataSet;
  try {
    data = parser.parseDicom(bytes);
  } catch {
    return refuse('broken');
  }
  const pixels = data.elements.x7fe00010;
  const columns = data.uint16('x00280011') ?? 0;
  const rows = data.uint16('x00280010') ?? 0;
  if (!pixels || columns === 0 || rows === 0) return refuse('broken');
  if (Math.min(columns, rows) < LEAST_SIDE) return refuse('small');
  const syntax = data.string('x00020010') ?? PLAIN[0]!;
  if (syntax === JPEG && pixels.fragments?.length) {
    const whole = parser.readEncapsulatedPixelDataFromFragments(data, pixels, 0, pixels.fragments.length);
    const reading = await readPicture(whole as Uint8Array);
    return reading.ok ? { ...reading, ...withMm(reading.image, data, columns) } : reading;
  }
  if (!PLAIN.includes(syntax)) return refuse('packed');
  const bits = data.uint16('x00280100') ?? 16;
  if (data.uint16('x00280002') !== 1 || (bits !== 8 && bits !== 16)) return refuse('packed');
  if (pixels.length < (columns * rows * bits) / 8) return refuse('broken');
  const view = new DataView(bytes.buffer, bytes.byteOffset + pixels.dataOffset, pixels.length);
  const isSigned = data.uint16('x00280103') === 1;
  const slope = data.floatString('x00281053') ?? 1;
  const intercept = data.floatString('x00281052') ?? 0;
  const read = (at: number): number => {
    if (bits === 8) return isSigned ? view.getInt8(at) : view.getUint8(at);
    return isSigned ? view.getInt16(2 * at, true) : view.getUint16(2 * at, true);
  };
  const sign = data.string('x00280004') === 'MONOCHROME1' ? -1 : 1;
  const values = Float32Array.from(
    { length: columns * rows },
    (_, at) => sign * (slope * read(at) + intercept),
  );
  const sorted = values.filter((_, at) => at % 11 === 0).sort();
  const low = sorted[Math.floor(0.01 * sorted.length)]!;
  const high = sorted[Math.floor(0.995 * sorted.length)]!;
  const image = { columns, rows, columnMm: 1, rowMm: 1, values, low, high: high > low ? high : low + 1 };
  return { ok: true, ...withMm(image, data, columns) };
}

/** The image with its millimetres, where the file says them. */
function withMm(image: PageImage, data: DataSet, storedColumns: number) {
  const tag = data.elements.x00280030 ? 'x00280030' : 'x00181164';
  const rowMm = data.floatString(tag, 0);
  const columnMm = data.floatString(tag, 1);
  if (!rowMm || !columnMm) return { image, knowsMm: false };
  const smaller = storedColumns / image.columns;
  return { image: { ...image, rowMm: rowMm * smaller, columnMm: columnMm * smaller }, knowsMm: true };
}
