/** Whether a key is a browser's shortcut out of the page that a page may block; the device's own kiosk mode blocks the rest. */
const leadsOut = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean =>
  ctrlKey ||
  metaKey ||
  (altKey && /^(Arrow(Left|Right)|Home|d|f|e)$/i.test(key)) ||
  /^(F[1-9]|F1[0-2]|Browser\w+|ContextMenu)$/.test(key);

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input:not([type="range"]), textarea') !== null;

/** Number of copies of the page in the history: more than a visitor can go back at once. */
const COPIES = 4;

/** Blocks what leads out of the page or changes it: menus, zoom, selection, dragging, going back. */
export function lockPage(): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  const capture = { signal, capture: true, passive: false };
  const refuse = (event: Event) => {
    // a scroll that has begun can no longer be cancelled
    if (event.cancelable) event.preventDefault();
  };

  // Safari reports a pinch as gestures of its own
  for (const type of ['contextmenu', 'dragstart', 'gesturestart', 'gesturechange', 'gestureend'])
    addEventListener(type, refuse, capture);
  addEventListener('selectstart', (event) => !isTyping(event.target) && refuse(event), capture);
  addEventListener('wheel', (event) => event.ctrlKey && refuse(event), capture);
  addEventListener('touchmove', (event) => event.touches.length > 1 && refuse(event), capture);
  addEventListener(
    'keydown',
    (event) => leadsOut(event) && !isTyping(event.target) && refuse(event),
    capture,
  );
  // the browser would open a file that is dropped
  for (const type of ['dragover', 'drop'])
    addEventListener(
      type,
      (event) => {
        event.preventDefault();
        event.stopImmediatePropagation();
      },
      capture,
    );
  // the middle button and a pen's button would open or paste
  addEventListener('auxclick', refuse, capture);

  // going back leads to a copy of this page; a browser keeps such copies only if a touch came before them
  const { href } = location;
  const hold = () => history.pushState(null, '', href);
  const holdFast = () => {
    for (let n = 0; n < COPIES; n++) hold();
  };
  holdFast();
  addEventListener('pointerup', holdFast, { signal, capture: true, once: true });
  addEventListener('popstate', hold, { signal });
  return () => stop.abort();
}
