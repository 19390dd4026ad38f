type Corner = 'upperLeft' | 'upperRight';

/** Side of a corner, px. */
const CORNER_PX = 110;
/** Time for which the first corner is held, and time within which the rest must follow, ms. */
const HOLD_MS = 2000;
const FOLLOW_MS = 8000;
/** Greatest movement of a finger that still counts as held, px. */
const STILL_PX = 40;
/** Taps after the hold: no visitor does this by accident. */
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

/** Recognises the staff's gesture when a finger is lifted: hold the upper left corner, then tap the pattern. */
export function createStaffGesture() {
  let down: GesturePoint | null = null;
  /** Number of taps of the pattern done; null: not held yet. */
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

/** @returns a function that removes the listeners */
export function bindStaffGesture(onOpen: () => void): () => void {
  const gesture = createStaffGesture();
  const stop = new AbortController();
  const options = { signal: stop.signal, capture: true };
  const read = ({ clientX: x, clientY: y, timeStamp: timeMs }: PointerEvent) => ({ x, y, timeMs });
  // each finger separately: another may rest on the screen, or its end may have been lost
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
