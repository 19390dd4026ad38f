import { DRAW_NOW, type Drawing } from '../../runtime/picture/picture.ts';

/** Height of the caption and of its letters, over the picture's width. */
const CAPTION_HEIGHT = 0.055;
const LETTER_HEIGHT = 0.019;

export interface Caption {
  readonly title: string;
  readonly text: string;
}

const findCanvas = () => document.querySelector<HTMLCanvasElement>('.stage-view canvas');

/** Whether the stage has a picture: not without graphics, nor while its context is lost. */
export function hasPicture(): boolean {
  const context = findCanvas()?.getContext('webgl2');
  return Boolean(context && !context.isContextLost());
}

/** Longer sides of stills that are larger than the screen's, px. */
export const LARGE_PX = [3840, 7680] as const;

/** Canvas for pictures of the stage over a line that describes them, without what the chart covers of it. */
export interface Picture {
  readonly canvas: HTMLCanvasElement;
  readonly stage: HTMLCanvasElement;
  /** Width of what is left out on the stage's left side, px of the stage. */
  readonly leftPx: number;
  /** Px of the picture per px of the stage. */
  readonly scale: number;
}

/** Picture whose longer side has at most so many px, or as many where it is to be enlarged. Its sides are even, as films want them. */
export function createPicture(longPx: number, isEnlarged: boolean): Picture {
  const stage = findCanvas();
  if (!stage) throw new Error('there is no stage to draw');
  const leftPx = findCovered(stage);
  const whole = longPx / Math.max(stage.width - leftPx, stage.height);
  const scale = isEnlarged ? whole : Math.min(1, whole);
  const canvas = document.createElement('canvas');
  const width = (stage.width - leftPx) * scale;
  canvas.width = 2 * Math.round(width / 2);
  canvas.height = 2 * Math.round((stage.height * scale + width * CAPTION_HEIGHT) / 2);
  return { canvas, stage, leftPx, scale };
}

/** Width that the chart covers on the stage's left side, px of the stage. */
function findCovered(stage: HTMLCanvasElement): number {
  const [chart, frame] = [document.querySelector('.stage-chart'), stage.getBoundingClientRect()];
  const box = chart?.getBoundingClientRect();
  const isOver =
    box && box.width > 0 && box.bottom <= frame.bottom && box.right < frame.left + frame.width / 2;
  return isOver ? ((box.right - frame.left) * stage.width) / frame.width : 0;
}

/**
 * Draws the stage into a picture, with ground, labels and caption; larger than the stage, tile by tile.
 *
 * @param stepS time for which the camera moves before it, s
 * @param more whether another follows
 */
export function drawPicture(picture: Picture, caption: Caption, stepS = 0, more = false): void {
  const { canvas, stage, leftPx, scale } = picture;
  const { width } = canvas;
  const captionHeight = Math.round(width * CAPTION_HEIGHT);
  const height = canvas.height - captionHeight;
  const context = canvas.getContext('2d')!;
  const style = getComputedStyle(document.documentElement);
  drawGround(context, width, height, style);
  const of = Math.max(1, Math.ceil(scale));
  const [tileWidth, tileHeight] = [(stage.width * scale) / of, (stage.height * scale) / of];
  for (let row = 0; row < of; row++)
    for (let column = 0; column < of; column++) {
      const isFirst = row === 0 && column === 0;
      const isLast = row === of - 1 && column === of - 1;
      askToDraw(stage, {
        stepS: isFirst ? stepS : 0,
        tile: { of, column, row },
        more: more || !isLast,
      });
      const x = column * tileWidth - leftPx * scale;
      context.drawImage(stage, x, row * tileHeight, tileWidth, tileHeight);
    }
  drawLabels(context, picture, style);
  drawCaption(context, caption, height, captionHeight, style);
}

function askToDraw(stage: HTMLCanvasElement, drawing: Drawing): void {
  stage.dispatchEvent(new CustomEvent(DRAW_NOW, { detail: drawing }));
}

/** Gives the stage back to the screen after pictures of which another was to follow. */
export function endPictures({ stage }: Picture): void {
  askToDraw(stage, { stepS: 0, tile: { of: 1, column: 0, row: 0 }, more: false });
}

/** PNG of a picture. */
export async function writePng({ canvas }: Picture): Promise<Blob> {
  const png = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!png) throw new Error('the browser has no memory for a picture of this size');
  return png;
}

/** Background as of `.stage` in modes/explore.css. */
function drawGround(
  context: CanvasRenderingContext2D,
  width: number,
  height: number,
  style: CSSStyleDeclaration,
) {
  const ground = context.createRadialGradient(0.58, 0.42, 0, 0.58, 0.42, 0.9);
  ground.addColorStop(0, style.getPropertyValue('--ground-lit'));
  ground.addColorStop(1, style.getPropertyValue('--ground'));
  context.save();
  context.scale(width, height);
  context.fillStyle = ground;
  context.fillRect(0, 0, 1, 1);
  context.restore();
}

/** Draws the page's labels, which are not in the canvas, at their positions. */
function drawLabels(
  context: CanvasRenderingContext2D,
  { stage, leftPx, scale: perStagePx }: Picture,
  style: CSSStyleDeclaration,
) {
  const frame = stage.getBoundingClientRect();
  const perCssPx = stage.width / frame.width;
  const scale = perCssPx * perStagePx;
  const left = frame.left + leftPx / perCssPx;
  const root = Number.parseFloat(style.fontSize);
  context.textBaseline = 'middle';
  for (const label of document.querySelectorAll<HTMLElement>('.stage-labels > *')) {
    const box = label.getBoundingClientRect();
    const text = label.textContent?.trim();
    if (!text || box.width === 0) continue;
    const [x, y] = [(box.left - left) * scale, (box.top - frame.top) * scale];
    context.fillStyle = style.getPropertyValue('--alert');
    context.fillRect(x, y, 2 * scale, box.height * scale);
    context.font = `${0.9 * root * scale}px ${style.getPropertyValue('--sans')}`;
    context.fillStyle = style.getPropertyValue('--ink');
    context.fillText(text, x + 0.5 * root * scale, y + (box.height * scale) / 2);
  }
}

function drawCaption(
  context: CanvasRenderingContext2D,
  { title, text }: Caption,
  top: number,
  height: number,
  style: CSSStyleDeclaration,
) {
  const { width } = context.canvas;
  const letters = width * LETTER_HEIGHT;
  const inset = letters;
  context.fillStyle = style.getPropertyValue('--sheet');
  context.fillRect(0, top, width, height);
  context.textBaseline = 'middle';
  context.fillStyle = style.getPropertyValue('--ink');
  context.font = `${letters * 1.3}px ${style.getPropertyValue('--serif')}`;
  context.fillText(title, inset, top + height / 2);
  const start = inset + context.measureText(title).width + letters;
  context.font = `${letters}px ${style.getPropertyValue('--sans')}`;
  context.fillStyle = style.getPropertyValue('--muted');
  // the last argument condenses text that is too long
  context.fillText(text, start, top + height / 2, width - start - inset);
}
