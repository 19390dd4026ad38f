import { getPolicy, type ModeName } from '../../runtime/session/modePolicy.ts';
import type { Picture } from './cameraRig.ts';

/** Part of the canvas for one figure, px. */
export interface Part {
  readonly left: number;
  readonly width: number;
  /** Width covered by the chart on its left side. */
  readonly coveredLeft: number;
  /** Width covered by the views' names on its right side. */
  readonly coveredRight: number;
}

/** Width of the chart over the stage as in its style, rem. */
const CHART_REM = 15.75;
const PHONE = '(max-width: 40rem)';
/** Media query under which the chart is below the stage: on a phone, upright or sideways. */
const CHART_BELOW = `${PHONE}, (max-width: 55rem) and (max-height: 30rem) and (min-aspect-ratio: 1 / 1)`;
/** Width of the views' names, which on a phone are below each other on the right. */
const VIEWS_PX = 84;

/** Width covered by the chart, px. */
function calcChartWidth(hasComparison: boolean, mode: ModeName): number {
  const { chart } = getPolicy(mode);
  const isOver = chart === 'always' || (chart === 'one person' && !hasComparison);
  if (!isOver || matchMedia(CHART_BELOW).matches) return 0;
  return CHART_REM * Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
}

/** The whole canvas, or its parts for two side by side: what the chart leaves free is halved. */
export function calcParts(width: number, hasComparison: boolean, mode: ModeName): readonly Part[] {
  const coveredLeft = Math.min(calcChartWidth(hasComparison, mode), width / 2);
  const coveredRight = matchMedia(PHONE).matches ? VIEWS_PX : 0;
  if (!hasComparison) return [{ left: 0, width, coveredLeft, coveredRight }];
  const split = Math.round((width + coveredLeft) / 2);
  return [
    { left: 0, width: split, coveredLeft, coveredRight: 0 },
    { left: split, width: width - split, coveredLeft: 0, coveredRight },
  ];
}

/** Picture that controls leave of a part: text above it (more lines on a phone), playback below. */
export function writePicture(
  { width, coveredLeft, coveredRight }: Part,
  height: number,
  picture: Mutable<Picture>,
): void {
  picture.width = width;
  picture.height = height;
  picture.coveredLeft = coveredLeft;
  picture.coveredRight = coveredRight;
  picture.coveredTop = Math.min(width > 600 ? 56 : 64, height * 0.16);
  picture.coveredBottom = Math.min(76, height * 0.18);
  picture.asidePx = 0;
}

export type Mutable<T> = { -readonly [K in keyof T]: T[K] };

export const createPicture = (): Mutable<Picture> => ({
  width: 0,
  height: 0,
  coveredLeft: 0,
  coveredRight: 0,
  coveredTop: 0,
  coveredBottom: 0,
  asidePx: 0,
});
