import { getLevelLoads, type LevelLoad, type Results } from '../../core/simulation/results/results.ts';
import type { Run } from '../../core/simulation/run.ts';

/** Reads of a whole run; nothing here computes mechanics. */

/** What the last event that loads anything asked of the levels; null where there was none. */
export const getLastLoads = ({ events }: Results): readonly LevelLoad[] | null =>
  events
    .map(getLevelLoads)
    .filter((levels) => levels.length > 0)
    .at(-1) ?? null;

/** The level that came nearest to its strength in a run's last event that loads anything. */
export function findNearest({ results }: Run): LevelLoad {
  return getLastLoads(results)!.reduce((worst, row) =>
    row.loadOverStrength > worst.loadOverStrength ? row : worst,
  );
}

export const isBroken = ({ results }: Run): boolean =>
  results.events.some(({ fractures }) => fractures.length > 0);
