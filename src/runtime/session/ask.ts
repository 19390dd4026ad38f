import type { Run } from '../../core/simulation/run.ts';
import type { Scenario } from '../../core/simulation/scenario.ts';

/** Computes a scenario; rejects where something newer took its place. */
export type Ask = (scenario: Scenario) => Promise<Run>;

/** Given up because something newer was asked. */
export class GivenUp extends Error {}

/** @param run computes a scenario; null or undefined where something newer took its place */
export const createAsk =
  (run: (scenario: Scenario) => Promise<Run | null | undefined>): Ask =>
  async (scenario) => {
    const done = await run(scenario);
    if (!done) throw new GivenUp();
    return done;
  };
