import type { Picture } from '../camera/cameraRig.ts';

/** Circle of the loupe in the picture, px from its left and top, and how far the person makes way for it. */
export interface LoupePlace {
  x: number;
  y: number;
  radius: number;
  /** Way of the person's middle from that of the free part, px; + to the right. */
  asidePx: number;
}

export const createLoupePlace = (): LoupePlace => ({ x: 0, y: 0, radius: 0, asidePx: 0 });

/** Diameter, as fractions of the free width and height. */
const OF_WIDTH = 0.47;
const OF_HEIGHT = 0.6;
/** On a phone, where the person is narrow and stands below the loupe's side. */
const OF_NARROW = 0.38;
const NARROW_PX = 480;
/** Room there for the question below the sentence, px. */
const QUESTION_PX = 34;
const EDGE_PX = 14;

/** Puts the loupe in front of the person, or behind on a phone, where the views' names are in front. */
export function writeLoupePlace(picture: Picture, place: LoupePlace): void {
  const { width, height, coveredLeft, coveredRight, coveredTop, coveredBottom } = picture;
  const freeWidth = width - coveredLeft - coveredRight;
  const freeHeight = height - coveredTop - coveredBottom;
  const narrow = width < NARROW_PX;
  const diameter = Math.min((narrow ? OF_NARROW : OF_WIDTH) * freeWidth, OF_HEIGHT * freeHeight);
  place.radius = diameter / 2;
  place.x = narrow ? coveredLeft + EDGE_PX / 2 + place.radius : width - coveredRight - EDGE_PX - place.radius;
  place.y = coveredTop + (narrow ? QUESTION_PX : EDGE_PX) + place.radius;
  place.asidePx = ((narrow ? 1 : -1) * (diameter + EDGE_PX)) / 2;
}
