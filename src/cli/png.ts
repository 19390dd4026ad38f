import { crc32, deflateSync } from 'node:zlib';

/** Grey picture of 16 bits. */
export interface GreyImage {
  readonly columns: number;
  readonly rows: number;
  readonly values: Uint16Array;
  /** Distance of pixels, mm. */
  readonly columnMm: number;
  readonly rowMm: number;
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}

/** PNG of 16-bit grey (ISO/IEC 15948), with the size of its pixels and a text. */
export function encodePng({ columns, rows, values, columnMm, rowMm }: GreyImage, text: string): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(columns, 0);
  header.writeUInt32BE(rows, 4);
  header.set([16, 0, 0, 0, 0], 8);
  const lines = Buffer.alloc(rows * (1 + 2 * columns));
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      lines.writeUInt16BE(values[row * columns + column]!, row * (1 + 2 * columns) + 1 + 2 * column);
  const size = Buffer.alloc(9);
  size.writeUInt32BE(Math.round(1000 / columnMm), 0);
  size.writeUInt32BE(Math.round(1000 / rowMm), 4);
  size[8] = 1;
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('pHYs', size),
    chunk('tEXt', Buffer.from(`Comment\0${text}`, 'latin1')),
    chunk('IDAT', deflateSync(lines)),
    chunk('IEND', new Uint8Array()),
  ]);
}
