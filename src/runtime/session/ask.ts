import type { Run } from '../../core/simulation/run.ts';
import type { Scenario } from '../../core/simulation/scenario.ts';

/** Computes a scenario; rejects where a newer request replaced it. */
export type Ask = (scenario: Scenario) => Promise<Run>;

/** Error of a request that a newer one replaced. */
export class GivenUp extends Error {}

/** @param run computes a scenario; null or undefined where a newer request replaced it */
export const createAsk =
  (run: (scenario: Scenario) => Promise<Run | null | undefined>): Ask =>
  async (scenario) => {
    const done = await run(scenario);
    if (!done) throw new GivenUp();
    return done;
  };
