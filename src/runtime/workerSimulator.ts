import { proxy, type Remote, releaseProxy, wrap } from 'comlink';
import { createWorker } from './createWorker.ts';
import type { Simulator } from './simulator.ts';

/** Hands requests to a worker of its own. */
export function createWorkerSimulator(): Simulator {
  const worker = createWorker();
  const remote: Remote<Simulator> = wrap<Simulator>(worker);
  // a worker that cannot start answers nothing: turn that into a failure of whoever waits
  const failed = new Promise<never>((_, reject) => {
    worker.onerror = (event) => reject(new Error(event.message || 'the worker could not start'));
  });
  failed.catch(() => {});
  return {
    run: (scenario, lane, onProgress) =>
      Promise.race([remote.run(scenario, lane, onProgress && proxy(onProgress)), failed]),
    calcBones: (patient, overrides) => Promise.race([remote.calcBones(patient, overrides), failed]),
    cancel: (lane) => void remote.cancel(lane),
    dispose() {
      remote[releaseProxy]();
      worker.terminate();
    },
  };
}
