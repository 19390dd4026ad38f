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
  /** Aimed at; more where the surface would otherwise stray or tear. */
  readonly triangles: number;
  /** Spacing of the samples where the usual one would be a waste. */
  readonly sampleMm?: number;
}

/** Bones by name, each built when it is asked for. */
export type BoneFamily = Readonly<Record<string, () => BoneSolid>>;
