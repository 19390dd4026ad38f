import { BufferGeometry } from 'three';
import type { MergedBones } from './mergeBones.ts';

/** Geometry of some of the merged bones, with their own vertices: only its range of corners is its own. */
export interface SomeBones {
  readonly geometry: BufferGeometry;
  /** Shows the bones from the first to the last, at a level of detail. */
  show(first: number, last: number, detail: number): void;
}

export function createSomeBones({ geometry: all, details, starts }: MergedBones): SomeBones {
  const geometry = new BufferGeometry();
  Object.assign(geometry.attributes, all.attributes);
  geometry.setIndex(details[0]!);
  const show = (first: number, last: number, detail: number) => {
    const from = starts[detail]!;
    geometry.setIndex(details[detail]!);
    geometry.setDrawRange(from[first]!, from[last + 1]! - from[first]!);
  };
  show(0, 0, 0);
  return { geometry, show };
}
