declare global {
  interface Window {
    /** The mechanics' thread where it was started before the page's own script (`src/shell/opening.ts`). */
    columnaWorker?: Worker | undefined;
  }
}

/** Whether the page may start a thread: one in a frame whose sandbox takes its origin away may not. */
export const mayStartWorker = (): boolean =>
  typeof Worker !== 'undefined' && !(globalThis.origin === 'null' && location.protocol.startsWith('http'));

/** Name of a worker that begins with the patient who stands there where the address says nothing else. */
export const STANDING = 'standing';

/** Starts the mechanics while the page's script is still on its way. */
export function startEarly(url: string, isStanding: boolean): void {
  const worker = new Worker(url, { type: 'module', name: isStanding ? STANDING : '' });
  window.columnaWorker = worker;
  // one that could not start is started again, by someone who hears why
  worker.addEventListener('error', () => {
    if (window.columnaWorker === worker) window.columnaWorker = undefined;
  });
}

/** Hands it over, once. */
export function takeEarly(): Worker | undefined {
  const worker = window.columnaWorker;
  window.columnaWorker = undefined;
  return worker;
}
