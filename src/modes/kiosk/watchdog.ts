/** How often it is looked at, ms, and how many looks in a row find it broken before the page is loaded anew. */
const LOOK_MS = 5000;
const LOOKS = 3;

/** Whether the picture has lost its graphics, or a part of the page has failed. A device that never had graphics shows a flat picture. */
export function isBroken(): boolean {
  const canvas = document.querySelector<HTMLCanvasElement>('canvas[data-engine]');
  return (
    document.querySelector('.page .notice-error') !== null ||
    canvas?.getContext('webgl2')?.isContextLost() === true
  );
}

/** Loads a page that nobody watches anew when it stays broken. Counted in looks, not by the clock: a page that slept has not looked. */
export function watchPage(
  isBrokenNow: () => boolean = isBroken,
  renew: () => void = () => location.reload(),
): () => void {
  let broken = 0;
  const timer = setInterval(() => {
    broken = isBrokenNow() ? broken + 1 : 0;
    if (broken < LOOKS) return;
    broken = 0;
    renew();
  }, LOOK_MS);
  return () => clearInterval(timer);
}
