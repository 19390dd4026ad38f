import { DRAW_NOW, type Drawing, type Tile } from '../../runtime/picture/picture.ts';

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

/** Larger picture than any device shows well, px on its longer side. */
export const LARGE_PX = [3840, 7680] as const;

/** Size of the picture without its caption as it is on the screen, px. */
export function getPictureSize(): { readonly width: number; readonly height: number } {
  return findCanvas() ?? { width: 0, height: 0 };
}

/** Canvas with a picture of the stage as it is seen, with its labels, over a line that describes it. @param longPx its longer side; null: as on the screen */
export function drawPicture(caption: Caption, longPx: number | null): HTMLCanvasElement | null {
  const stage = findCanvas();
  if (!stage) return null;
  const scale = longPx === null ? 1 : longPx / Math.max(stage.width, stage.height);
  const picture = createPictureCanvas(stage.width * scale, stage.height * scale);
  const of = Math.max(1, Math.ceil(scale));
  writePicture(picture, caption, (context, width, height) => {
    for (let row = 0; row < of; row++)
      for (let column = 0; column < of; column++) {
        const last = row === of - 1 && column === of - 1;
        drawStage(stage, { stepS: 0, tile: { of, column, row }, more: !last });
        context.drawImage(stage, (column * width) / of, (row * height) / of, width / of, height / of);
      }
  });
  return picture;
}

/** PNG of a picture. */
export const writePng = (picture: HTMLCanvasElement): Promise<Blob | null> =>
  new Promise((resolve) => picture.toBlob(resolve, 'image/png'));

/** Canvas for a picture of this size over its caption, in even numbers of px, as films want them. */
export function createPictureCanvas(width: number, height: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = 2 * Math.round(width / 2);
  canvas.height = 2 * Math.round((height + width * CAPTION_HEIGHT) / 2);
  return canvas;
}

/** Asks the stage to draw. */
function drawStage(stage: HTMLCanvasElement, drawing: Drawing): void {
  stage.dispatchEvent(new CustomEvent(DRAW_NOW, { detail: drawing }));
}

type DrawSpine = (context: CanvasRenderingContext2D, width: number, height: number) => void;

/** Writes ground, spine, labels and caption into a canvas made for them. */
function writePicture(picture: HTMLCanvasElement, caption: Caption, drawSpine: DrawSpine): void {
  const stage = findCanvas()!;
  const { width } = picture;
  const captionHeight = Math.round(width * CAPTION_HEIGHT);
  const height = picture.height - captionHeight;
  const context = picture.getContext('2d')!;
  const style = getComputedStyle(document.documentElement);
  drawGround(context, width, height, style);
  drawSpine(context, width, height);
  drawLabels(context, stage, width, style);
  drawCaption(context, caption, height, captionHeight, style);
}

/** Draws the next frame of a film into its canvas. @param stepS time since the last one, s */
export function drawFrame(picture: HTMLCanvasElement, caption: Caption, stepS: number): void {
  const stage = findCanvas()!;
  writePicture(picture, caption, (context, width, height) => {
    drawStage(stage, { stepS, tile: ONE_TILE, more: true });
    context.drawImage(stage, 0, 0, width, height);
  });
}
const ONE_TILE: Tile = { of: 1, column: 0, row: 0 };

/** Gives the stage back to the screen after a film. */
export function endFrames(): void {
  const stage = findCanvas();
  if (stage) drawStage(stage, { stepS: 0, tile: ONE_TILE, more: false });
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
  stage: HTMLCanvasElement,
  width: number,
  style: CSSStyleDeclaration,
) {
  const frame = stage.getBoundingClientRect();
  const scale = width / frame.width;
  const root = Number.parseFloat(style.fontSize);
  context.textBaseline = 'middle';
  for (const label of document.querySelectorAll<HTMLElement>('.stage-labels > *')) {
    const box = label.getBoundingClientRect();
    const text = label.textContent?.trim();
    if (!text || box.width === 0) continue;
    const [x, y] = [(box.left - frame.left) * scale, (box.top - frame.top) * scale];
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
