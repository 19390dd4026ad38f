import { useLayoutEffect, useRef } from 'react';

/** Sizes of letters, rem: the first in which all stands in its room is taken. */
const SIZES = [2.1, 1.75, 1.5, 1.3, 1.15, 1, 0.85];

/** Writes the first child of an element as large as the element has room for. */
export function useFit(text: string) {
  const room = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other words need another size
  useLayoutEffect(() => {
    const element = room.current!;
    const words = element.firstElementChild as HTMLElement;
    const size = () => {
      for (const rem of SIZES) {
        words.style.fontSize = `${rem}rem`;
        if (element.scrollHeight <= element.clientHeight) return;
      }
    };
    size();
    // a screen that is turned, and a button that comes below
    const observer = new ResizeObserver(size);
    for (const watched of [element, ...element.children]) observer.observe(watched);
    return () => observer.disconnect();
  }, [text]);
  return room;
}
