/** What the stage marks when its first picture is drawn. */
export const FIRST_VIEW = 'first-view';
/** Without a picture (no graphics) the page is kept all the same, ms after it has loaded. */
const LATEST_MS = 15_000;

/** Keeps the page for visits without a network, once its first picture no longer waits for anything. */
export function keepForOffline(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator) || !location.protocol.startsWith('http'))
    return;
  // a frame whose sandbox takes its origin away may not even ask
  if (globalThis.origin === 'null') return;
  let kept = false;
  const keep = () => {
    if (kept) return;
    kept = true;
    // a browser that refuses (private windows do) has the page as long as it has a network
    navigator.serviceWorker.register('./sw.js').catch(() => {});
  };
  new PerformanceObserver((list, observer) => {
    if (list.getEntriesByName(FIRST_VIEW).length === 0) return;
    observer.disconnect();
    keep();
  }).observe({ type: 'mark', buffered: true });
  setTimeout(keep, LATEST_MS);
}
