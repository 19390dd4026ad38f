/** Controls that a finger can press. A slider follows its fingers itself. */
const CONTROL =
  'button, a[href], summary, label, select, input:not([type="range"]), textarea, [role="button"], [role="radio"], [role="tab"], [role="option"]';
/** Time after a simulated press in which the browser's own click on the same control is ignored as a duplicate, ms. */
const ECHO_MS = 700;

interface Finger {
  readonly control: HTMLElement | null;
  /** Whether another finger was down at the same time: browsers then make no click of it, or make one all the same. */
  crowded: boolean;
}

const findControl = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>(CONTROL) : null;

/** Performs a tap on a control. */
function press(control: HTMLElement): void {
  const isTyped = control.matches('textarea, input:not([type="checkbox"], [type="radio"], [type="file"])');
  if (isTyped || control instanceof HTMLSelectElement) control.focus();
  // a list that does not open by itself gets the focus, for the keyboard
  if (control instanceof HTMLSelectElement && 'showPicker' in control) control.showPicker();
  else if (!isTyped) control.click();
}

/**
 * Presses a control by any finger, also while others rest on the screen or the browser has lost the end of a touch. Browsers make a
 * click of the first finger only; a single finger is left to them.
 *
 * @returns a function that removes the listeners
 */
export function bindFingers(): () => void {
  const fingers = new Map<number, Finger>();
  let pressed: { readonly control: HTMLElement; readonly timeMs: number } | null = null;
  const stop = new AbortController();
  const options = { signal: stop.signal, capture: true };

  addEventListener(
    'pointerdown',
    ({ pointerId, pointerType, isPrimary, target }) => {
      pressed = null;
      if (pointerType === 'mouse') return;
      // a primary pointer means that the browser knows of no other: the rest have ended unseen
      if (isPrimary) fingers.clear();
      for (const finger of fingers.values()) finger.crowded = true;
      fingers.set(pointerId, { control: findControl(target), crowded: !isPrimary || fingers.size > 0 });
    },
    options,
  );
  addEventListener('pointercancel', ({ pointerId }) => fingers.delete(pointerId), options);
  addEventListener(
    'pointerup',
    ({ pointerId, clientX, clientY, timeStamp }) => {
      const finger = fingers.get(pointerId);
      fingers.delete(pointerId);
      const control = finger?.crowded ? finger.control : null;
      if (!control?.contains(document.elementFromPoint(clientX, clientY))) return;
      pressed = { control, timeMs: timeStamp };
      // after listeners that wait for a click of their own
      setTimeout(press, 0, control);
    },
    options,
  );
  addEventListener(
    'click',
    (event) => {
      if (!event.isTrusted || !pressed || event.timeStamp - pressed.timeMs > ECHO_MS) return;
      if (findControl(event.target) !== pressed.control) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    },
    options,
  );
  return () => stop.abort();
}
