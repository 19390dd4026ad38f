import { type Camera, Vector3 } from 'three';
import type { Picture } from '../camera/cameraRig.ts';
import type { Box } from './labelPlaces.ts';

/** Bracket between the top of the healthy column and that of the present one, with the height lost; the panel says the same. */
export interface HeightMark {
  /** @param words text; null hides the mark */
  show(words: string | null): void;
  /** @param before T1 of the healthy column; now, of the present one; world, m: the first three numbers */
  place(before: Float32Array, now: Float32Array, camera: Camera, picture: Picture): void;
  /** Box of the mark with its text, px; of zero width where it is hidden. */
  readonly box: Readonly<Box>;
}

/** Distance behind the column, m. */
const BEHIND_M = 0.075;
/** Width of the bracket, of the gap to its text, and of the margin to the picture's edges, px. */
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
  /** Size of the picture in which the text was measured, px: on a wall display letters are larger. */
  let [pictureWidth, pictureHeight] = [0, 0];
  // only when the text or the picture changes: reading a size in every frame would force a new layout
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
      // in a close view the column's top is outside the picture
      mark.style.visibility = seen ? '' : 'hidden';
      box.right = box.left;
      if (!seen) return;
      const tall = Math.max(1, Math.min(bottomPx, ((1 - point.y) / 2) * height) - top);
      box.right = Math.max(coveredLeft + EDGE_PX + wide, Math.min(width - EDGE_PX, wanted));
      box.left = box.right - wide;
      // text that is higher than the bracket extends above and below it
      const over = Math.max(0, (high - tall) / 2);
      box.top = top - over;
      box.bottom = top + tall + over;
      mark.style.transform = `translate(${(box.right - BRACKET_PX).toFixed(1)}px, ${top.toFixed(1)}px)`;
      mark.style.height = `${tall.toFixed(1)}px`;
    },
  };
}
