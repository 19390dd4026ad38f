import type { Locator, Page } from 'playwright-core';

/** A picture of few pixels. */
export interface Small {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue and alpha of each pixel, 0 … 255. */
  readonly rgba: ArrayLike<number>;
}

/** Width to which a picture is brought before it is compared, px: what one driver draws smoother than another is gone. */
const WIDTH_PX = 160;
/** Side of what is compared as a whole, px; they overlap by half. */
const CELL_PX = 4;

/** A part of what is seen, as fractions of its width and height. */
export type Clip = readonly [left: number, top: number, width: number, height: number];

/** What is seen of a part of an element, small. */
export async function shrink(
  seen: Locator,
  [left, top, width, height]: Clip,
): Promise<Small & { readonly webp: Buffer }> {
  const box = (await seen.boundingBox())!;
  const clip = {
    ...{ x: box.x + left * box.width, y: box.y + top * box.height },
    ...{ width: width * box.width, height: height * box.height },
  };
  return decode(seen.page(), await seen.page().screenshot({ clip }), WIDTH_PX);
}

/** Decodes a picture by the browser, in the page, and encodes it as WebP; narrower where a width is given. */
export async function decode(
  page: Page,
  file: Buffer,
  widthPx?: number,
): Promise<Small & { readonly webp: Buffer }> {
  const { url, ...small } = await page.evaluate(
    async ([base64, wanted]) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const bitmap = await createImageBitmap(new Blob([bytes]));
      const width = wanted ?? bitmap.width;
      const height = Math.round((bitmap.height * width) / bitmap.width);
      const canvas = Object.assign(document.createElement('canvas'), { width, height });
      const context = canvas.getContext('2d')!;
      context.imageSmoothingQuality = 'high';
      context.drawImage(bitmap, 0, 0, width, height);
      const { data } = context.getImageData(0, 0, width, height);
      return { width, height, rgba: Array.from(data), url: canvas.toDataURL('image/webp', 1) };
    },
    [file.toString('base64'), widthPx] as const,
  );
  return { ...small, webp: Buffer.from(url.slice(url.indexOf(',') + 1), 'base64') };
}

/**
 * How far two pictures are apart: the greatest distance in CIELAB (ΔE, 1976; about 2 is just seen) between the mean colours of a cell.
 * A mean: noise, and an edge that is drawn smoother, do not count; a bone that is not there does.
 */
export function calcDifference(a: Small, b: Small): number {
  if (a.width !== b.width || a.height !== b.height) return Infinity;
  const [labA, labB] = [toLab(a), toLab(b)];
  let greatest = 0;
  for (let top = 0; top + CELL_PX <= a.height; top += CELL_PX / 2)
    for (let left = 0; left + CELL_PX <= a.width; left += CELL_PX / 2) {
      const apart = [0, 0, 0];
      for (let y = top; y < top + CELL_PX; y++)
        for (let x = left; x < left + CELL_PX; x++)
          for (let axis = 0; axis < 3; axis++) {
            const at = 3 * (y * a.width + x) + axis;
            apart[axis]! += (labA[at]! - labB[at]!) / CELL_PX ** 2;
          }
      greatest = Math.max(greatest, Math.hypot(...apart));
    }
  return greatest;
}

/** CIELAB of each pixel of an sRGB picture, white D65. */
function toLab({ rgba, width, height }: Small): Float64Array {
  const out = new Float64Array(3 * width * height);
  const toLinear = (value: number) => {
    const channel = value / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  };
  const bend = (t: number) => (t > 216 / 24389 ? Math.cbrt(t) : (t * 24389) / 27 / 116 + 16 / 116);
  for (let n = 0; n < width * height; n++) {
    const [r, g, b] = [0, 1, 2].map((channel) => toLinear(rgba[4 * n + channel]!)) as [
      number,
      number,
      number,
    ];
    const x = bend((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505);
    const y = bend(0.2126 * r + 0.7152 * g + 0.0722 * b);
    const z = bend((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089);
    out.set([116 * y - 16, 500 * (x - y), 200 * (y - z)], 3 * n);
  }
  return out;
}
