import { proxy, type Remote, releaseProxy, wrap } from 'comlink';
import { createWorker } from './createWorker.ts';
import type { ComingSimulator, Computing } from './simulator.ts';

/** What is used of a worker. */
export type Thread = Pick<Worker, 'addEventListener' | 'removeEventListener' | 'postMessage' | 'terminate'>;

/**
 * Pause between two questions after a sign of life while something is computed, and the silence after which there is none, ms; a
 * worker's script may come over a slow net.
 */
const WATCH_MS = { ask: 1000, silent: 8000, starting: 45_000 } as const;
type WatchMs = Readonly<Record<keyof typeof WATCH_MS, number>>;
/** Times that a request is put to a new worker where one has died over it. */
const RETRIES = 2;

class WorkerDied extends Error {}

/** Hands requests to a worker of its own; one that hangs or was ended is replaced, and asked again. */
export function createWorkerSimulator(
  start: () => Thread = createWorker,
  watchMs: WatchMs = WATCH_MS,
): ComingSimulator {
  let current: ReturnType<typeof employ> | null = null;
  const employ = () => {
    const worker = start();
    const remote: Remote<Computing> = wrap<Computing>(worker as Worker);
    const watch = watchOver(remote, watchMs);
    // a worker that cannot start answers nothing: turn that into a failure of whoever waits
    const failed = new Promise<never>((_, reject) => {
      worker.addEventListener('error', (event) => {
        reject(new Error((event as ErrorEvent).message || 'the worker could not start'));
      });
    });
    failed.catch(() => {});
    let isDismissed = false;
    const dismiss = () => {
      // each request that waited for it says so
      if (isDismissed) return;
      isDismissed = true;
      if (current === made) current = null;
      watch.end();
      remote[releaseProxy]();
      worker.terminate();
    };
    const made = { remote, watch, failed, dismiss };
    return made;
  };

  // its script is fetched before anything is asked of it: on a slow net it is what the first figures wait for
  current = employ();
  const { remote, failed, watch } = current;
  const arrived = Promise.race([remote.ping(), failed, watch.died]).catch(() => {});
  const ask = async <T>(request: (remote: Remote<Computing>) => Promise<T>): Promise<T> => {
    for (let retries = 0; ; retries++) {
      current ??= employ();
      const { remote, watch, failed, dismiss } = current;
      try {
        return await watch.during(Promise.race([request(remote), failed, watch.died]));
      } catch (error) {
        if (!(error instanceof WorkerDied)) throw error;
        dismiss();
        if (retries === RETRIES) throw new Error('the worker does not answer');
      }
    }
  };
  return {
    run: (scenario, lane, onProgress) =>
      ask((remote) => remote.run(scenario, lane, onProgress && proxy(onProgress))),
    calcBones: (scenario) => ask((remote) => remote.calcBones(scenario)),
    cancel: (lane) => void current?.remote.cancel(lane),
    dispose: () => current?.dismiss(),
    arrived,
  };
}

/** Asks a worker for signs of life while it has something to do. */
function watchOver(remote: Remote<Computing>, ms: WatchMs) {
  let pending = 0;
  let silence = 0;
  let hasAnswered = false;
  let timer: ReturnType<typeof setInterval> | undefined;
  let tellDied: (error: WorkerDied) => void;
  const died = new Promise<never>((_, reject) => {
    tellDied = reject;
  });
  died.catch(() => {});
  // silence is counted in questions, not by the clock: a page that slept has asked none
  const listen = () => {
    silence++;
    if (silence * ms.ask > (hasAnswered ? ms.silent : ms.starting)) tellDied(new WorkerDied());
    else
      remote.ping().then(
        () => {
          silence = 0;
          hasAnswered = true;
        },
        () => {},
      );
  };
  const end = () => clearInterval(timer);
  return {
    /** Rejects when it has been silent for too long. */
    died,
    end,
    async during<T>(work: Promise<T>): Promise<T> {
      if (pending++ === 0) {
        silence = 0;
        timer = setInterval(listen, ms.ask);
      }
      try {
        return await work;
      } finally {
        if (--pending === 0) end();
      }
    },
  };
}
