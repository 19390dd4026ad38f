import type { LevelLoad } from '../../core/simulation/results/results.ts';
import type { Run } from '../../core/simulation/run.ts';

/** Reads of a whole run; nothing here computes mechanics. */

/** The level that came nearest to its strength in a run's last event that loads anything. */
export function findNearest({ results }: Run): LevelLoad {
  const { levels } = results.events.filter((event) => event.levels.length > 0).at(-1)!;
  return levels.reduce((worst, row) => (row.loadOverStrength > worst.loadOverStrength ? row : worst));
}

export const isBroken = ({ results }: Run): boolean =>
  results.events.some(({ fractures }) => fractures.length > 0);
