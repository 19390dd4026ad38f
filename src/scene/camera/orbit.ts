import { isFramed } from '../../runtime/device/frame.ts';

/** Rotation, zoom and pan by the visitor, on top of the framing. */
export interface Orbit {
  /** Azimuth and tilt added to the view's own, rad. */
  azimuth: number;
  tilt: number;
  /** Zoom factor. */
  zoom: number;
  /** Pan in the picture's plane, m. */
  panX: number;
  panY: number;
}

const RAD_PER_PX = 0.0065;
/** Greatest tilt of the camera, short of straight above or below, rad. */
export const MAX_TILT = 1.3;
const MIN_ZOOM = 0.5;
const MAX_ZOOM = 8;
const KEY_ROTATION_RAD = 0.15;
const KEY_ZOOM = 1.15;
/** Longest time and greatest movement of a tap: a finger does not stay quite still. */
const LONGEST_TAP_MS = 450;
const LARGEST_TAP_PX = 9;
/** Time after which a finger that has not moved counts as resting or lost when another comes down, ms. */
const RESTING_MS = 1500;
const KEYS: Readonly<Record<string, { zoom: number } | { azimuth: number; tilt: number }>> = {
  ArrowLeft: { azimuth: -KEY_ROTATION_RAD, tilt: 0 },
  ArrowRight: { azimuth: KEY_ROTATION_RAD, tilt: 0 },
  ArrowUp: { azimuth: 0, tilt: -KEY_ROTATION_RAD },
  ArrowDown: { azimuth: 0, tilt: KEY_ROTATION_RAD },
  '+': { zoom: KEY_ZOOM },
  '=': { zoom: KEY_ZOOM },
  '-': { zoom: 1 / KEY_ZOOM },
};

export const createOrbit = (): Orbit => ({ azimuth: 0, tilt: 0.06, zoom: 1, panX: 0, panY: 0 });

/**
 * Controls: a tap picks, one finger orbits, two pinch and pan, the wheel zooms, the arrow keys rotate and + − zoom.
 *
 * @param metresPerPixel at the present depth of the target
 * @param onTap called for a tap or click, px from the canvas's upper left corner
 * @returns a function that removes the listeners
 */
export function bindOrbit(
  canvas: HTMLElement,
  orbit: Orbit,
  metresPerPixel: () => number,
  onChange: () => void,
  onTap: (x: number, y: number) => void,
): () => void {
  let tap: { readonly id: number; readonly x: number; readonly y: number; readonly sinceMs: number } | null =
    null;
  const pointers = new Map<number, { x: number; y: number; lastMs: number }>();
  const stop = new AbortController();
  const { signal } = stop;

  const rotate = (dx: number, dy: number) => {
    orbit.azimuth -= dx;
    orbit.tilt = Math.max(-MAX_TILT, Math.min(MAX_TILT, orbit.tilt + dy));
    onChange();
  };
  const zoom = (times: number) => {
    orbit.zoom = Math.max(MIN_ZOOM, Math.min(MAX_ZOOM, orbit.zoom * times));
    onChange();
  };

  canvas.addEventListener(
    'pointerdown',
    (event) => {
      canvas.setPointerCapture(event.pointerId);
      for (const [other, { lastMs }] of pointers)
        if (event.timeStamp - lastMs > RESTING_MS) pointers.delete(other);
      pointers.set(event.pointerId, { x: event.clientX, y: event.clientY, lastMs: event.timeStamp });
      const { pointerId: id, offsetX: x, offsetY: y, timeStamp: sinceMs } = event;
      tap = pointers.size === 1 ? { id, x, y, sinceMs } : null;
    },
    { signal },
  );
  canvas.addEventListener(
    'pointermove',
    (event) => {
      const before = pointers.get(event.pointerId);
      if (!before) return;
      const dx = event.clientX - before.x;
      const dy = event.clientY - before.y;
      if (pointers.size === 1) rotate(dx * RAD_PER_PX, dy * RAD_PER_PX);
      else {
        const other = [...pointers].find(([id]) => id !== event.pointerId)![1];
        const was = Math.hypot(before.x - other.x, before.y - other.y);
        const is = Math.hypot(event.clientX - other.x, event.clientY - other.y);
        // each of the two fingers moves the picture by half of its way
        orbit.panX -= (dx / 2) * metresPerPixel();
        orbit.panY += (dy / 2) * metresPerPixel();
        zoom(is / Math.max(was, 1));
      }
      before.lastMs = event.timeStamp;
      before.x = event.clientX;
      before.y = event.clientY;
    },
    { signal },
  );
  canvas.addEventListener(
    'pointerup',
    (event) => {
      if (tap?.id !== event.pointerId || event.timeStamp - tap.sinceMs > LONGEST_TAP_MS) return;
      if (Math.hypot(event.offsetX - tap.x, event.offsetY - tap.y) <= LARGEST_TAP_PX) onTap(tap.x, tap.y);
    },
    { signal },
  );
  for (const type of ['pointerup', 'pointercancel', 'lostpointercapture'] as const)
    canvas.addEventListener(type, (event) => pointers.delete(event.pointerId), { signal });
  canvas.addEventListener(
    'wheel',
    (event) => {
      // in a frame the wheel scrolls the embedding page, until the picture has the focus
      if (isFramed() && !(event.ctrlKey || event.metaKey || document.activeElement === canvas)) return;
      event.preventDefault();
      zoom(Math.exp(-event.deltaY * 0.0012));
    },
    { signal, passive: false },
  );
  canvas.addEventListener(
    'keydown',
    (event) => {
      const step = KEYS[event.key];
      if (!step) return;
      event.preventDefault();
      if ('zoom' in step) zoom(step.zoom);
      else rotate(step.azimuth, step.tilt);
    },
    { signal },
  );
  return () => stop.abort();
}
