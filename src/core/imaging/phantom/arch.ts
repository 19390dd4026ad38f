import type { Mesh } from '../rays/solid.ts';
import { type Frame, toWorld } from './frame.ts';

/** Mesh of a bone in its own frame, metres at the reference's size, with the weight of the body at each vertex: 1 … 0 on the arch. */
export interface BoneShape {
  readonly name: string;
  readonly positions: ArrayLike<number>;
  readonly body: ArrayLike<number>;
  readonly details: readonly Uint32Array[];
}

/** How far the mesh's own body is drawn in, so that it lies within the body computed from its section. */
const DRAWN_IN = 0.45;

/** A generated bone in the world, mm. @param scale of the patient's bones along their axes */
export function poseBone(
  { positions, body, details }: BoneShape,
  scale: { readonly x: number; readonly y: number; readonly z: number },
  frame: Frame,
): Mesh {
  const placed = new Float64Array(positions.length);
  for (let i = 0; i < positions.length; i += 3) {
    const size = 1000 * (1 - DRAWN_IN * body[i / 3]!);
    const at = toWorld(
      frame,
      positions[i]! * scale.x * size,
      positions[i + 1]! * scale.y * size,
      positions[i + 2]! * scale.z * size,
    );
    placed.set(at, i);
  }
  return { positions: placed, triangles: details[0]! };
}
