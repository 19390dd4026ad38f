declare global {
  interface Window {
    /** Worker that was started before the page's own script (`src/shell/opening.ts`). */
    columnaWorker?: Worker | undefined;
  }
}

/** Whether the page may start a worker: in a frame whose sandbox removes its origin it may not. */
export const mayStartWorker = (): boolean =>
  typeof Worker !== 'undefined' && !(globalThis.origin === 'null' && location.protocol.startsWith('http'));

/** Name of a worker that begins with the default patient. */
export const STANDING = 'standing';
/** Name of a worker that takes images. */
export const IMAGING = 'imaging';

/** Starts the worker while the page's script is still loading. */
export function startEarly(url: string, isStanding: boolean): void {
  const worker = new Worker(url, { type: 'module', name: isStanding ? STANDING : '' });
  window.columnaWorker = worker;
  // one that could not start is started again by code that reports why
  worker.addEventListener('error', () => {
    if (window.columnaWorker === worker) window.columnaWorker = undefined;
  });
}

/** Returns the worker that was started early, once. */
export function takeEarly(): Worker | undefined {
  const worker = window.columnaWorker;
  window.columnaWorker = undefined;
  return worker;
}
