import { getLevelLoads, type LevelLoad, type Results } from '../../core/simulation/results/results.ts';
import type { Run } from '../../core/simulation/run.ts';

/** Functions that read a whole run; nothing here computes mechanics. */

/** Loads of the levels in the last event that has loads; null where there is none. */
export const getLastLoads = ({ events }: Results): readonly LevelLoad[] | null =>
  events
    .map(getLevelLoads)
    .filter((levels) => levels.length > 0)
    .at(-1) ?? null;

/** Level nearest to its strength in the last event that has loads. */
export function findNearest({ results }: Run): LevelLoad {
  return getLastLoads(results)!.reduce((worst, row) =>
    row.loadOverStrength > worst.loadOverStrength ? row : worst,
  );
}

export const isBroken = ({ results }: Run): boolean =>
  results.events.some(({ fractures }) => fractures.length > 0);
