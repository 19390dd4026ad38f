import { proxy, type Remote, releaseProxy, wrap } from 'comlink';
import { createWorker } from './createWorker.ts';
import type { ComingSimulator, Computing } from './simulator.ts';

/** Part of a worker that is used here. */
export type Thread = Pick<Worker, 'addEventListener' | 'removeEventListener' | 'postMessage' | 'terminate'>;

/**
 * Pause between two pings while something is computed, and silence after which the worker counts as dead, ms; longer while its script
 * is loading, which may come over a slow network. Pause before another is started where one could not be: the net may be back by then.
 */
const WATCH_MS = { ask: 1000, silent: 8000, starting: 45_000, restart: 2000 } as const;
type WatchMs = Readonly<Record<keyof typeof WATCH_MS, number>>;
/** Times that a request is repeated with a new worker after one has died. */
const RETRIES = 2;

class WorkerDied extends Error {}

/** Creates a simulator that passes requests to a worker; one that hangs or has ended is replaced, and the request repeated. */
export function createWorkerSimulator(
  start: () => Thread = createWorker,
  watchMs: WatchMs = WATCH_MS,
): ComingSimulator {
  let current: ReturnType<typeof employ> | null = null;
  const employ = () => {
    const worker = start();
    const remote: Remote<Computing> = wrap<Computing>(worker as Worker);
    const watch = watchOver(remote, watchMs);
    // a worker whose script cannot be fetched or run answers nothing
    worker.addEventListener('error', (event) => {
      const why = (event as ErrorEvent).message || 'its script could not be loaded';
      setTimeout(watch.die, watchMs.restart, why);
    });
    let isDismissed = false;
    const dismiss = () => {
      // each waiting request reports it
      if (isDismissed) return;
      isDismissed = true;
      if (current === made) current = null;
      watch.end();
      remote[releaseProxy]();
      worker.terminate();
    };
    const made = { remote, watch, dismiss };
    return made;
  };

  // its script is loaded before the first request: on a slow network the first figures wait for it
  current = employ();
  const { remote, watch } = current;
  const arrived = watch.orDeath(remote.ping()).catch(() => {});
  const ask = async <T>(request: (remote: Remote<Computing>) => Promise<T>): Promise<T> => {
    for (let retries = 0; ; retries++) {
      current ??= employ();
      const { remote, watch, dismiss } = current;
      try {
        return await watch.during(request(remote));
      } catch (error) {
        if (!(error instanceof WorkerDied)) throw error;
        dismiss();
        if (retries === RETRIES) throw new Error(`the worker does not answer: ${error.message}`);
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

/** Pings a worker while it has something to do. */
function watchOver(remote: Remote<Computing>, ms: WatchMs) {
  let pending = 0;
  let silence = 0;
  let hasAnswered = false;
  let timer: ReturnType<typeof setInterval> | undefined;
  let dead: WorkerDied | null = null;
  /** Who waits for an answer. No promise of its death: one that stays open keeps whatever was raced against it, each run included. */
  const waiting = new Set<(error: WorkerDied) => void>();
  const die = (why: string) => {
    dead ??= new WorkerDied(why);
    for (const tell of waiting) tell(dead);
  };
  const orDeath = async <T>(work: Promise<T>): Promise<T> => {
    let stop = () => {};
    try {
      return await new Promise<T>((resolve, reject) => {
        waiting.add(reject);
        stop = () => waiting.delete(reject);
        work.then(resolve, reject);
        if (dead) reject(dead);
      });
    } finally {
      stop();
    }
  };
  // silence is counted in pings, not by the clock: a page that slept has sent none
  const listen = () => {
    silence++;
    if (silence * ms.ask > (hasAnswered ? ms.silent : ms.starting)) die('silence');
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
    die,
    end,
    /** The work, or a rejection if the worker dies over it. */
    orDeath,
    /** The same, and the worker is pinged meanwhile: silence for too long is death. */
    async during<T>(work: Promise<T>): Promise<T> {
      if (pending++ === 0) {
        silence = 0;
        timer = setInterval(listen, ms.ask);
      }
      try {
        return await orDeath(work);
      } finally {
        if (--pending === 0) end();
      }
    },
  };
}
