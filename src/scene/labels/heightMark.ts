import { type Camera, Vector3 } from 'three';
import type { Picture } from '../camera/cameraRig.ts';
import type { Box } from './labelPlaces.ts';

/** A bracket between the healthy column's top and the column's own, with the height lost; decoration, the panel says the same. */
export interface HeightMark {
  /** @param words null hides it */
  show(words: string | null): void;
  /** @param before T1 of the healthy column; now, of this one; world, m: the first three numbers */
  place(before: Float32Array, now: Float32Array, camera: Camera, picture: Picture): void;
  /** Where it stands with its words, px; of no width where it is not. */
  readonly box: Readonly<Box>;
}

/** Behind the column, m. */
const BEHIND_M = 0.075;
/** Width of the bracket, the space to its words, and off the picture's edges, px. */
const BRACKET_PX = 14;
const SPACE_PX = 6;
const EDGE_PX = 4;

export function createHeightMark(container: HTMLElement): HeightMark {
  const mark = document.createElement('span');
  mark.className = 'stage-height';
  mark.hidden = true;
  const label = document.createElement('span');
  mark.append(label);
  container.append(mark);
  const point = new Vector3();
  const box: Box = { left: 0, top: 0, right: 0, bottom: 0 };
  let [wide, high] = [0, 0];
  /** Of the picture in which it was measured, px: on a wall letters are larger. */
  let [pictureWidth, pictureHeight] = [0, 0];
  // where its words or the picture change: asking for a size in every frame would lay the page out anew
  const measure = () => {
    wide = label.offsetWidth + SPACE_PX + BRACKET_PX;
    high = label.offsetHeight;
  };
  return {
    box,
    show(words) {
      const came = mark.hidden && words !== null;
      mark.hidden = words === null;
      if (words === null) box.right = box.left;
      else if (came || label.textContent !== words) {
        label.textContent = words;
        measure();
      }
    },
    place(before, now, camera, { width, height, coveredLeft, coveredTop, coveredBottom }) {
      if (mark.hidden) return;
      if (width !== pictureWidth || height !== pictureHeight) {
        [pictureWidth, pictureHeight] = [width, height];
        measure();
      }
      point.fromArray(before);
      point.x -= BEHIND_M;
      point.project(camera);
      const wanted = ((point.x + 1) / 2) * width;
      const bottomPx = height - coveredBottom;
      const top = Math.max(coveredTop, Math.min(bottomPx - high, ((1 - point.y) / 2) * height));
      let seen = Math.abs(point.x) < 1 && Math.abs(point.y) < 1;
      point.fromArray(now).project(camera);
      seen &&= Math.abs(point.x) < 1 && Math.abs(point.y) < 1;
      // from close by the column's top is out of the picture
      mark.style.visibility = seen ? '' : 'hidden';
      box.right = box.left;
      if (!seen) return;
      const tall = Math.max(1, Math.min(bottomPx, ((1 - point.y) / 2) * height) - top);
      box.right = Math.max(coveredLeft + EDGE_PX + wide, Math.min(width - EDGE_PX, wanted));
      box.left = box.right - wide;
      // words that are higher than the bracket stand off it above and below
      const over = Math.max(0, (high - tall) / 2);
      box.top = top - over;
      box.bottom = top + tall + over;
      mark.style.transform = `translate(${(box.right - BRACKET_PX).toFixed(1)}px, ${top.toFixed(1)}px)`;
      mark.style.height = `${tall.toFixed(1)}px`;
    },
  };
}
