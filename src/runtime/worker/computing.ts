import { releaseProxy } from 'comlink';
import type { Computing } from './simulator.ts';
import { createSlicedSimulator } from './slicedSimulator.ts';

/** What stands in the worker: a simulator that gives back the line on which it told of its progress. */
export function createComputing(): Computing {
  const simulator = createSlicedSimulator();
  return {
    ...simulator,
    ping: () => true,
    async run(scenario, lane, onProgress) {
      try {
        return await simulator.run(scenario, lane, onProgress);
      } finally {
        // a channel of its own for each run: left to the collector, they pile up on the page
        (onProgress as { readonly [releaseProxy]?: () => void } | undefined)?.[releaseProxy]?.();
      }
    },
  };
}
