import { ANKLE, KNEE, TOE } from '../../core/activity/landmarks.ts';
import { LANDMARKS, type Trace } from '../../core/simulation/results/trace.ts';

/** What of a flat picture is looked at, mm, y down. */
export interface Seen {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Numbers a landmark frame holds. */
export const NUMBERS = 3 * LANDMARKS.length;
/** Air round what moves, mm. */
const AIR_MM = 190;
/** The picture is of the back: what is below the hips is in it as far as hands reach. */
const LEGS: readonly number[] = [...KNEE, ...ANKLE, ...TOE];

/** Where head, trunk, arms and load come by in a trace. */
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

/** The same room for two beside each other, so that they are seen at one scale and stand on one floor. */
export const join = (one: Seen, other: Seen): Seen => {
  const top = Math.min(one.top, other.top);
  const bottom = Math.max(one.top + one.height, other.top + other.height);
  const width = Math.max(one.width, other.width);
  return { left: one.left - (width - one.width) / 2, top, width, height: bottom - top };
};
