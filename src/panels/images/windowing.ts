import type { PageImage } from '../../runtime/imaging/examAnswer.ts';

/** Values that are shown black and white. */
export interface Window {
  readonly low: number;
  readonly high: number;
}

const OPAQUE = 0xff000000;

/** Paints an image in a window: nothing of it is computed again. */
export function paint(canvas: HTMLCanvasElement, { columns, rows, values }: PageImage, window: Window): void {
  if (canvas.width !== columns || canvas.height !== rows) {
    canvas.width = columns;
    canvas.height = rows;
  }
  const context = canvas.getContext('2d')!;
  const picture = context.createImageData(columns, rows);
  const pixels = new Uint32Array(picture.data.buffer);
  const scale = 255 / Math.max(1e-9, window.high - window.low);
  for (let at = 0; at < pixels.length; at++) {
    const shade = Math.min(255, Math.max(0, (values[at]! - window.low) * scale)) | 0;
    pixels[at] = OPAQUE | (shade << 16) | (shade << 8) | shade;
  }
  context.putImageData(picture, 0, 0);
}

/** Drag over which a window changes by its own width, px. */
const FULL_DRAG_PX = 400;
const NARROWEST = 0.02;

/** A drag to the right widens, one upwards brightens. @param usual in which the image opened */
export function dragWindow({ low, high }: Window, dx: number, dy: number, usual: Window): Window {
  const span = usual.high - usual.low;
  const width = Math.max(NARROWEST * span, high - low + (dx / FULL_DRAG_PX) * span);
  const level = (low + high) / 2 + (dy / FULL_DRAG_PX) * span;
  return { low: level - width / 2, high: level + width / 2 };
}
