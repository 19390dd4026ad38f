import { proxy, type Remote, releaseProxy, wrap } from 'comlink';
import type { PressReport, PressRequest } from '../../core/simulation/inside/pressing.ts';
import { createWorker } from './createWorker.ts';
import { mayStartWorker } from './earlyWorker.ts';
import type { Computing } from './simulator.ts';

/** Presses bodies, one at a time: another one replaces it. */
export interface Presser {
  /** Resolves when the body is pressed, or when another has replaced it; rejects where it fails. */
  press(request: PressRequest, onReport: (report: PressReport) => void): Promise<void>;
  dispose(): void;
}

/** Creates a presser: a second worker of the page's own script, or this thread where none can start. */
export const createPresser = (): Presser => (mayStartWorker() ? createPressWorker() : createPresserHere());

function createPresserHere(): Presser {
  const made = import('./slicedPress.ts');
  return {
    press: async (request, onReport) => (await made).pressInSlices(request, onReport),
    dispose: () => void made.then(({ stopPressing }) => stopPressing()),
  };
}

function createPressWorker(): Presser {
  const worker = createWorker();
  const remote: Remote<Computing> = wrap<Computing>(worker);
  const failed = new Promise<never>((_, reject) => {
    worker.addEventListener('error', ({ message }) => reject(new Error(message || 'no worker')));
  });
  failed.catch(() => {});
  return {
    press: (request, onReport) => Promise.race([remote.press(request, proxy(onReport)), failed]),
    dispose() {
      remote[releaseProxy]();
      worker.terminate();
    },
  };
}
