import { useLayoutEffect, useRef } from 'react';

/** Letter sizes, rem: the first at which everything fits is used. */
const SIZES = [2.1, 1.75, 1.5, 1.3, 1.15, 1, 0.85];

/** Sets the first child of an element in the largest size that fits. */
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
    // a screen that is rotated, and a button that appears below
    const observer = new ResizeObserver(size);
    for (const watched of [element, ...element.children]) observer.observe(watched);
    return () => observer.disconnect();
  }, [text]);
  return room;
}
