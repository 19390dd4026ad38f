/** Interval of the checks, ms, and number of failed ones in a row after which the page is reloaded. */
const LOOK_MS = 5000;
const LOOKS = 3;

/** Whether the picture has lost its graphics, or a part of the page has failed; a device without graphics is not broken. */
export function isBroken(): boolean {
  const canvas = document.querySelector<HTMLCanvasElement>('canvas[data-engine]');
  return (
    document.querySelector('.page .notice-error') !== null ||
    canvas?.getContext('webgl2')?.isContextLost() === true
  );
}

/** Reloads an unattended page that stays broken. Counted in checks, not by the clock: a page that slept has made none. */
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
