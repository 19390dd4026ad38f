type Corner = 'upperLeft' | 'upperRight';

/** Side of a corner, px. */
const CORNER_PX = 110;
/** How long the first corner is held, ms; what follows must be done within the second time. */
const HOLD_MS = 2000;
const FOLLOW_MS = 8000;
/** Way of a finger that still counts as held, px. */
const STILL_PX = 40;
/** After the hold: no visitor does this by chance. */
const TAPS: readonly Corner[] = ['upperRight', 'upperRight', 'upperLeft'];

export interface GesturePoint {
  readonly x: number;
  readonly y: number;
  readonly timeMs: number;
}

const findCorner = ({ x, y }: GesturePoint, width: number): Corner | null => {
  if (y > CORNER_PX) return null;
  if (x <= CORNER_PX) return 'upperLeft';
  return x >= width - CORNER_PX ? 'upperRight' : null;
};

/** Tells whether a finger that is lifted ends the staff's gesture: hold the upper left corner, then tap the pattern. */
export function createStaffGesture() {
  let down: GesturePoint | null = null;
  /** Taps of the pattern that were done; null: not held yet. */
  let done: number | null = null;
  let untilMs = 0;
  return {
    press(point: GesturePoint): void {
      down = point;
    },
    lift(point: GesturePoint, width: number): boolean {
      const from = down;
      down = null;
      const corner = from && findCorner(from, width);
      const still = from !== null && Math.hypot(point.x - from.x, point.y - from.y) <= STILL_PX;
      if (!from || !corner || !still) {
        done = null;
        return false;
      }
      if (corner === 'upperLeft' && point.timeMs - from.timeMs >= HOLD_MS) {
        done = 0;
        untilMs = point.timeMs + FOLLOW_MS;
        return false;
      }
      const fits = done !== null && point.timeMs <= untilMs && TAPS[done] === corner;
      done = fits ? done! + 1 : null;
      if (done !== TAPS.length) return false;
      done = null;
      return true;
    },
  };
}

/** @returns takes the listeners off again */
export function bindStaffGesture(onOpen: () => void): () => void {
  const gesture = createStaffGesture();
  const stop = new AbortController();
  const options = { signal: stop.signal, capture: true };
  const read = ({ clientX: x, clientY: y, timeStamp: timeMs }: PointerEvent) => ({ x, y, timeMs });
  // each finger for itself: another may rest on the glass, or never have come up again
  const fingers = new Map<number, GesturePoint>();
  addEventListener('pointerdown', (event) => fingers.set(event.pointerId, read(event)), options);
  addEventListener('pointercancel', ({ pointerId }) => fingers.delete(pointerId), options);
  addEventListener(
    'pointerup',
    (event) => {
      const from = fingers.get(event.pointerId);
      fingers.delete(event.pointerId);
      if (!from) return;
      gesture.press(from);
      if (gesture.lift(read(event), innerWidth)) onOpen();
    },
    options,
  );
  return () => stop.abort();
}
