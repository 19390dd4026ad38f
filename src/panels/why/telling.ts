import type { Level } from '../../core/anatomy/levels.ts';
import { getLevelLoads } from '../../core/simulation/results/results.ts';
import type { Shown } from '../../runtime/session/session.ts';

/** Level that the event on the stage is about: the one that broke first, else the one nearest to its strength. */
export function findTelling({ run: { results } }: Shown): Level | null {
  const event = results.events.at(-1);
  const levels = event ? getLevelLoads(event) : [];
  if (!event || levels.length === 0) return null;
  const first = event.fractures[0]?.level;
  return (
    first ?? levels.reduce((most, row) => (row.loadOverStrength > most.loadOverStrength ? row : most)).level
  );
}
