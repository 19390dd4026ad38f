import { calcBoneTable } from '../../core/simulation/boneTable.ts';
import { createRunCache, type RunCache, runScenario } from '../../core/simulation/run.ts';
import type { Lane, Simulator } from './simulator.ts';

/** Time computed before newer requests are checked, ms. */
const SLICE_MS = 20;

const nextTask = () => new Promise<void>((resolve) => setTimeout(resolve));

/** Creates a simulator that computes in the present thread, a slice at a time. */
export function createSlicedSimulator(): Simulator {
  // trials must not displace the scenario on the screen
  const caches: Record<Lane, RunCache> = {
    shown: createRunCache(),
    reference: createRunCache(),
    whatIf: createRunCache(),
    others: createRunCache(),
    years: createRunCache(),
    untreated: createRunCache(),
  };
  const latest: Record<Lane, number> = {
    shown: 0,
    reference: 0,
    whatIf: 0,
    others: 0,
    years: 0,
    untreated: 0,
  };
  return {
    async run(scenario, lane, onProgress) {
      latest[lane] += 1;
      const request = latest[lane];
      const work = runScenario(scenario, caches[lane]);
      await nextTask();
      while (latest[lane] === request) {
        const until = performance.now() + SLICE_MS;
        let step = work.next();
        while (!step.done && performance.now() < until) step = work.next();
        if (step.done) return step.value;
        onProgress?.(step.value);
        await nextTask();
      }
      return null;
    },
    calcBones: async (scenario) => calcBoneTable(scenario),
    cancel(lane) {
      latest[lane] += 1;
    },
    dispose() {
      for (const lane of Object.keys(latest) as Lane[]) latest[lane] += 1;
    },
  };
}
