import { releaseProxy } from 'comlink';
import type { Scenario } from '../../core/simulation/scenario.ts';
import type { Computing } from './simulator.ts';
import { createSlicedSimulator } from './slicedSimulator.ts';

/**
 * What stands in the worker: a simulator that gives back the line on which it told of its progress.
 *
 * @param expected what will be asked for first, as far as is known: begun at once, before it is asked
 */
export function createComputing(expected: Scenario | null = null): Computing {
  const simulator = createSlicedSimulator();
  let begun = expected && { key: JSON.stringify(expected), run: simulator.run(expected, 'shown') };
  // whoever asks for it hears of it
  begun?.run.catch(() => {});
  return {
    ...simulator,
    ping: () => true,
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
        // a channel of its own for each run: left to the collector, they pile up on the page
        (onProgress as { readonly [releaseProxy]?: () => void } | undefined)?.[releaseProxy]?.();
      }
    },
  };
}
