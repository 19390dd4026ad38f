import { type Camera, Vector3 } from 'three';

/** A bracket between the healthy column's top and the column's own, with the height lost; decoration, the panel says the same. */
export interface HeightMark {
  /** @param words null hides it */
  show(words: string | null): void;
  /** @param before T1 of the healthy column; now, of this one; world, m: the first three numbers */
  place(before: Float32Array, now: Float32Array, camera: Camera, width: number, height: number): void;
}

/** Behind the column, m. */
const BEHIND_M = 0.075;

export function createHeightMark(container: HTMLElement): HeightMark {
  const mark = document.createElement('span');
  mark.className = 'stage-height';
  mark.hidden = true;
  const label = document.createElement('span');
  mark.append(label);
  container.append(mark);
  const point = new Vector3();
  return {
    show(words) {
      mark.hidden = words === null;
      if (words !== null && label.textContent !== words) label.textContent = words;
    },
    place(before, now, camera, width, height) {
      if (mark.hidden) return;
      point.fromArray(before);
      point.x -= BEHIND_M;
      point.project(camera);
      const x = ((point.x + 1) / 2) * width;
      const top = ((1 - point.y) / 2) * height;
      point.fromArray(now).project(camera);
      const tall = Math.max(0, ((1 - point.y) / 2) * height - top);
      mark.style.transform = `translate(${x.toFixed(1)}px, ${top.toFixed(1)}px) translateX(-100%)`;
      mark.style.height = `${tall.toFixed(1)}px`;
    },
  };
}
