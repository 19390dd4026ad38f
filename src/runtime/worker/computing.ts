import { releaseProxy } from 'comlink';
import type { Scenario } from '../../core/simulation/scenario.ts';
import type { Computing } from './simulator.ts';
import { createSlicedSimulator } from './slicedSimulator.ts';

/**
 * Simulator inside the worker, which releases the channel for progress after each run.
 *
 * @param expected scenario that will probably be asked for first: begun at once
 */
export function createComputing(expected: Scenario | null = null): Computing {
  const simulator = createSlicedSimulator();
  let begun = expected && { key: JSON.stringify(expected), run: simulator.run(expected, 'shown') };
  // a failure reaches whoever asks for it
  begun?.run.catch(() => {});
  return {
    ...simulator,
    ping: () => true,
    press: async (...request) => (await import('./slicedPress.ts')).pressInSlices(...request),
    cancel(lane) {
      if (lane === 'shown') begun = null;
      simulator.cancel(lane);
    },
    async run(scenario, lane, onProgress) {
      const ahead = lane === 'shown' && begun?.key === JSON.stringify(scenario) ? begun : null;
      if (lane === 'shown') begun = null;
      try {
        if (ahead) return await ahead.run;
        return await simulator.run(scenario, lane, onProgress);
      } finally {
        // each run has a channel of its own: left to the garbage collector, they pile up on the page
        (onProgress as { readonly [releaseProxy]?: () => void } | undefined)?.[releaseProxy]?.();
      }
    },
  };
}
