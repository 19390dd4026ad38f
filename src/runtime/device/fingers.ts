/** What a finger can press. A slider follows its fingers itself. */
const CONTROL =
  'button, a[href], summary, label, select, input:not([type="range"]), textarea, [role="button"], [role="radio"], [role="tab"], [role="option"]';
/** How long after a press of ours a browser's own click on the same control is the same finger's, ms. */
const ECHO_MS = 700;

interface Finger {
  readonly control: HTMLElement | null;
  /** Whether another finger was down while this one was: browsers then make no click of it, or make one all the same. */
  crowded: boolean;
}

const findControl = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>(CONTROL) : null;

/** Does what a tap on a control does. */
function press(control: HTMLElement): void {
  const isTyped = control.matches('textarea, input:not([type="checkbox"], [type="radio"], [type="file"])');
  if (isTyped || control instanceof HTMLSelectElement) control.focus();
  // a list that does not open by itself has the focus, for its keys
  if (control instanceof HTMLSelectElement && 'showPicker' in control) control.showPicker();
  else if (!isTyped) control.click();
}

/**
 * Presses a control by its own finger, whatever else is on the glass: a hand that rests there, or a finger whose end the browser
 * swallowed. Browsers make a click of the first finger alone. What a single finger does is left to them.
 *
 * @returns takes the listeners off again
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
      // the browser knows of no other: those that are left have ended unseen
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
      // after those that wait for a click of their own
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
