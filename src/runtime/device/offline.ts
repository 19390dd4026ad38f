/** Performance mark that the stage sets when its first picture is drawn. */
export const FIRST_VIEW = 'first-view';
/** Time after loading at which the page is stored even without a picture (no graphics), ms. */
const LATEST_MS = 15_000;

/** Stores the page for visits without a network, once its first picture is complete. */
export function keepForOffline(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator) || !location.protocol.startsWith('http'))
    return;
  // a frame whose sandbox removes its origin may not even ask
  if (globalThis.origin === 'null') return;
  let kept = false;
  const keep = () => {
    if (kept) return;
    kept = true;
    // where a browser refuses, as in private windows, the page needs the network
    navigator.serviceWorker.register('./sw.js').catch(() => {});
  };
  new PerformanceObserver((list, observer) => {
    if (list.getEntriesByName(FIRST_VIEW).length === 0) return;
    observer.disconnect();
    keep();
  }).observe({ type: 'mark', buffered: true });
  setTimeout(keep, LATEST_MS);
}
