/**
 * Scrolls the panel, or on a phone the page, to what was just opened in it: below the fold nobody would know that it is there. Nothing
 * else is scrolled, as the browser's own `scrollIntoView` would.
 */
export function bringIntoView(opened: HTMLElement | null): void {
  const scroller = opened?.closest<HTMLElement>('.panel, .page');
  const page = scroller?.closest<HTMLElement>('.page');
  const own = [scroller, page].find(
    (one) =>
      one && /auto|scroll/.test(getComputedStyle(one).overflowY) && one.scrollHeight > one.clientHeight,
  );
  if (!opened || !own) return;
  const padding = Number.parseFloat(getComputedStyle(own).scrollPaddingBlockStart) || 0;
  own.scrollBy(0, opened.getBoundingClientRect().top - own.getBoundingClientRect().top - padding);
}
