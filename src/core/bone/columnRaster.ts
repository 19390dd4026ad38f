import { cos, sin } from '../math/transcendental.ts';

/** Positions of a section's columns in the unit circle: a square raster of trabecular columns, then the cortical ring around them. */
export interface ColumnRaster {
  readonly count: number;
  readonly trabecularCount: number;
  /** Positions of the trabecular columns in the unit circle; of the ring's pieces, cosine and sine. x anterior, z right. */
  readonly x: Float64Array;
  readonly z: Float64Array;
  /** Raster cell (iz · raster + ix) of each trabecular column. */
  readonly cell: Uint16Array;
  /** Columns with z > 0, and the index of every column's mirror image. */
  readonly rightHalf: Uint16Array;
  readonly mirrorIndex: Uint16Array;
}

/**
 * @param raster cells along each side of the bounding box, even: then no column stands on the mirror plane z = 0
 * @param ringPieces straight pieces of the cortical ring, even
 */
export function createColumnRaster(raster: number, ringPieces: number): ColumnRaster {
  if (raster % 2 !== 0 || ringPieces % 2 !== 0)
    throw new Error('A raster and its ring need an even number of pieces.');
  const x: number[] = [];
  const z: number[] = [];
  const cell: number[] = [];
  const columnAt = new Int32Array(raster * raster);
  for (let iz = 0; iz < raster; iz++)
    for (let ix = 0; ix < raster; ix++) {
      const xHere = ((ix + 0.5) / raster) * 2 - 1;
      const zHere = ((iz + 0.5) / raster) * 2 - 1;
      if (xHere * xHere + zHere * zHere > 1) continue;
      columnAt[iz * raster + ix] = x.length;
      x.push(xHere);
      z.push(zHere);
      cell.push(iz * raster + ix);
    }
  const trabecularCount = x.length;
  const mirrorIndex = cell.map(
    (at) => columnAt[(raster - 1 - Math.floor(at / raster)) * raster + (at % raster)]!,
  );
  for (let piece = 0; piece < ringPieces; piece++) {
    // the left half is the mirror image of the right one to the last bit
    const left = piece >= ringPieces / 2;
    const angle = (((left ? ringPieces - 1 - piece : piece) + 0.5) / ringPieces) * 2 * Math.PI;
    x.push(cos(angle));
    z.push(left ? -sin(angle) : sin(angle));
    mirrorIndex.push(trabecularCount + ringPieces - 1 - piece);
  }
  return {
    count: x.length,
    trabecularCount,
    x: Float64Array.from(x),
    z: Float64Array.from(z),
    cell: Uint16Array.from(cell),
    rightHalf: Uint16Array.from(z.keys()).filter((j) => z[j]! > 0),
    mirrorIndex: Uint16Array.from(mirrorIndex),
  };
}
