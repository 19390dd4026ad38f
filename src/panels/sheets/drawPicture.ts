import { DRAW_NOW } from '../../runtime/picture/picture.ts';

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

/** PNG of the stage as it is seen, with its labels, over a line that describes it. */
export async function drawPicture(caption: Caption): Promise<Blob | null> {
  const stage = findCanvas();
  if (!stage) return null;
  const { width } = stage;
  const captionHeight = Math.round(width * CAPTION_HEIGHT);
  const picture = document.createElement('canvas');
  picture.width = width;
  picture.height = stage.height + captionHeight;
  const context = picture.getContext('2d')!;
  const style = getComputedStyle(document.documentElement);
  drawGround(context, width, stage.height, style);
  stage.dispatchEvent(new Event(DRAW_NOW));
  context.drawImage(stage, 0, 0);
  drawLabels(context, stage, style);
  drawCaption(context, caption, stage.height, captionHeight, style);
  return new Promise((resolve) => picture.toBlob(resolve, 'image/png'));
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
function drawLabels(context: CanvasRenderingContext2D, stage: HTMLCanvasElement, style: CSSStyleDeclaration) {
  const frame = stage.getBoundingClientRect();
  const scale = stage.width / frame.width;
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
