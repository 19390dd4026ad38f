import type { Point, Solid } from './primitives.ts';

/** A bone ready to be meshed: mm, x anterior, y up, z right. */
export interface BoneSolid {
  readonly name: string;
  readonly solid: Solid;
  /** 1 on the part that a crush fracture deforms, falling to 0 across its border; of a disc of the neck, its weight for the bone above. */
  readonly deformWeight: Solid;
  /** A box round the whole bone with a margin of a few mm. */
  readonly low: Point;
  readonly high: Point;
  /** Number of triangles aimed at; more where the surface would otherwise deviate or tear. */
  readonly triangles: number;
  /** Spacing of the samples, mm, where the usual one is finer than needed. */
  readonly sampleMm?: number;
}

/** Bones by name, each built when it is used. */
export type BoneFamily = Readonly<Record<string, () => BoneSolid>>;
