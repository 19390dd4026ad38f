import { cos, sin } from '../../math/transcendental.ts';
import type { Triple } from '../rays/view.ts';

/** Place and axes of a bone in the world, mm; the axes are the columns of a rotation matrix written row by row. */
export interface Frame {
  readonly at: Triple;
  readonly axes: Float64Array;
}

export const toWorld = ({ at, axes: m }: Frame, x: number, y: number, z: number): Triple => [
  at[0] + m[0]! * x + m[1]! * y + m[2]! * z,
  at[1] + m[3]! * x + m[4]! * y + m[5]! * z,
  at[2] + m[6]! * x + m[7]! * y + m[8]! * z,
];

/** A direction of the bone in the world. */
export const turn = ({ axes: m }: Frame, x: number, y: number, z: number): Triple => [
  m[0]! * x + m[1]! * y + m[2]! * z,
  m[3]! * x + m[4]! * y + m[5]! * z,
  m[6]! * x + m[7]! * y + m[8]! * z,
];

/** Unit circle in so many points. */
export const circle = (count: number): readonly (readonly [number, number])[] =>
  Array.from({ length: count }, (_, i) => {
    const angle = (2 * Math.PI * i) / count;
    return [cos(angle), sin(angle)] as const;
  });
