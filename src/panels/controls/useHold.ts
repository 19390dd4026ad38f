import { type PointerEvent, useRef } from 'react';

type SliderEvent = PointerEvent<HTMLInputElement>;

/**
 * A slider that a touch anywhere on it takes hold of, which not every browser's own does. The pointer that took hold last moves it,
 * whatever else is down.
 *
 * @param follow goes to where the pointer is
 * @param onRelease called when it lets go, or when `release` is
 */
export function useHold(follow: (event: SliderEvent) => void, onRelease?: () => void) {
  const held = useRef<number | null>(null);
  const release = () => {
    if (held.current !== null) onRelease?.();
    held.current = null;
  };
  const letGo = ({ pointerId }: SliderEvent) => {
    if (held.current === pointerId) release();
  };
  const handlers = {
    onPointerDown: (event: SliderEvent) => {
      if (event.button !== 0) return;
      event.preventDefault();
      event.currentTarget.focus();
      event.currentTarget.setPointerCapture(event.pointerId);
      held.current = event.pointerId;
      follow(event);
    },
    onPointerMove: (event: SliderEvent) => {
      if (held.current === event.pointerId) follow(event);
    },
    onPointerUp: letGo,
    onPointerCancel: letGo,
    onLostPointerCapture: letGo,
  };
  return { handlers, release };
}
