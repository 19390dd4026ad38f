import { ANKLE, KNEE, TOE } from '../../core/activity/landmarks.ts';
import { LANDMARKS, type Trace } from '../../core/simulation/results/trace.ts';

/** Visible part of a flat picture, mm, y down. */
export interface Seen {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Number of values in a frame of landmarks. */
export const NUMBERS = 3 * LANDMARKS.length;
/** Margin round what moves, mm. */
const AIR_MM = 190;
/** Landmarks of the legs, left out: the picture is of the back, and reaches below the hips only as far as the hands do. */
const LEGS: readonly number[] = [...KNEE, ...ANKLE, ...TOE];

/** Range of head, trunk, arms and load in a trace. */
export function calcSeen({ landmarksM }: Trace): Seen {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let i = 0; i < landmarksM.length; i += 3) {
    const [x, y] = [1000 * landmarksM[i]!, -1000 * landmarksM[i + 1]!];
    if (!Number.isFinite(x) || LEGS.includes(i % NUMBERS)) continue;
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return {
    left: left - AIR_MM,
    top: top - AIR_MM,
    width: right - left + 2 * AIR_MM,
    height: Math.min(bottom + AIR_MM, AIR_MM / 2) - top + AIR_MM,
  };
}

/** Common range of two figures side by side, so that both are at one scale and on one floor. */
export const join = (one: Seen, other: Seen): Seen => {
  const top = Math.min(one.top, other.top);
  const bottom = Math.max(one.top + one.height, other.top + other.height);
  const width = Math.max(one.width, other.width);
  return { left: one.left - (width - one.width) / 2, top, width, height: bottom - top };
};
