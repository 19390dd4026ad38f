import type { Point } from '../../core/imaging/exams/sixPoints.ts';

/** How an image lies in its frame: screen px of its first pixel's corner, and px a pixel. */
export interface Placement {
  readonly left: number;
  readonly top: number;
  readonly scale: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Zoom and shift against the image that fits its frame. */
export interface Zoom {
  readonly factor: number;
  /** Shift of the image's middle, as parts of the fitted image. */
  readonly x: number;
  readonly y: number;
}

export const FITTED: Zoom = { factor: 1, x: 0, y: 0 };
const MOST = 12;

export function place(image: Size, frame: Size, { factor, x, y }: Zoom): Placement {
  const fit = Math.min(frame.width / image.width, frame.height / image.height);
  const scale = fit * factor;
  return {
    left: frame.width / 2 - (image.width * scale) / 2 + x * image.width * fit,
    top: frame.height / 2 - (image.height * scale) / 2 + y * image.height * fit,
    scale,
  };
}

/** The centre of a pixel on the screen. */
export const toScreen = ({ left, top, scale }: Placement, [column, row]: Point): Point => [
  left + (column + 0.5) * scale,
  top + (row + 0.5) * scale,
];

export const toImage = ({ left, top, scale }: Placement, x: number, y: number): Point => [
  (x - left) / scale - 0.5,
  (y - top) / scale - 0.5,
];

const bound = (value: number, most: number): number => Math.min(most, Math.max(-most, value));

/** Keeps some of the image in its frame. */
const hold = ({ factor, x, y }: Zoom): Zoom => ({
  factor,
  x: bound(x, factor / 2),
  y: bound(y, factor / 2),
});

export function shift(zoom: Zoom, dx: number, dy: number, image: Size, frame: Size): Zoom {
  const fit = Math.min(frame.width / image.width, frame.height / image.height);
  return hold({ ...zoom, x: zoom.x + dx / (image.width * fit), y: zoom.y + dy / (image.height * fit) });
}

/** Zooms about a place of the frame, which stays where it is. */
export function zoomAt(
  zoom: Zoom,
  by: number,
  at: { readonly x: number; readonly y: number },
  image: Size,
  frame: Size,
): Zoom {
  const factor = Math.min(MOST, Math.max(1, zoom.factor * by));
  if (factor === 1) return FITTED;
  const real = factor / zoom.factor;
  const fit = Math.min(frame.width / image.width, frame.height / image.height);
  const dx = at.x - frame.width / 2;
  const dy = at.y - frame.height / 2;
  return hold({
    factor,
    x: (dx - (dx - zoom.x * image.width * fit) * real) / (image.width * fit),
    y: (dy - (dy - zoom.y * image.height * fit) * real) / (image.height * fit),
  });
}
