import type { PressedBody, PressedFrame } from '../../core/simulation/inside/pressing.ts';
import type { Measure } from '../../scales/stressScale.ts';

/** Plane that cuts a body: upright, turned about the vertical axis (0 = between right and left, 90° = between front and back), or level. */
export interface Cut {
  readonly isLevel: boolean;
  readonly turnRad: number;
  /** Place between the ends of the body, −1 … 1: what lies on the side of 1 is taken away. */
  readonly place: number;
}

/** One body between two points of its curve. */
export interface ShownBody {
  readonly body: PressedBody;
  readonly frame: PressedFrame;
  readonly next: PressedFrame;
  /** Part of the way from `frame` to `next`. */
  readonly part: number;
  /** Times that displacements are drawn larger than they are. */
  readonly stretch: number;
  /** What stands over it, and at the arrow of its force. */
  readonly name: string;
  readonly force: string;
  /** Force over the greatest of all bodies' curves: length of its arrow. */
  readonly forceShare: number;
}

/** Words at the sides of a body. */
export type Side = 'front' | 'back' | 'left' | 'right';

export interface PictureProps {
  readonly shown: readonly ShownBody[];
  readonly cut: Cut;
  readonly measure: Measure;
  readonly sides: Readonly<Record<Side, string>>;
  readonly label: string;
  readonly onCut: (cut: Cut) => void;
}
