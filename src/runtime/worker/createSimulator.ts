import { mayStartWorker } from './earlyWorker.ts';
import type { ComingSimulator } from './simulator.ts';
import { createWorkerSimulator } from './workerSimulator.ts';

/** Creates a simulator in a worker, or in this thread where none can start; the mechanics is loaded only there. */
export function createSimulator(): ComingSimulator {
  if (mayStartWorker()) return createWorkerSimulator();
  const made = import('./slicedSimulator.ts').then((module) => module.createSlicedSimulator());
  return {
    run: async (...request) => (await made).run(...request),
    calcBones: async (...request) => (await made).calcBones(...request),
    cancel: (lane) => void made.then((simulator) => simulator.cancel(lane)),
    dispose: () => void made.then((simulator) => simulator.dispose()),
    arrived: made.catch(() => {}),
  };
}
