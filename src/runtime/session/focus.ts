import { LEVEL_COUNT, levelIndex } from '../../core/anatomy/levels.ts';
import { getTraits } from './eventTraits.ts';
import type { Shown } from './session.ts';

/** Index of the level that the event concerns, if it concerns one. */
export function findTreated({ scenario, run: { trace } }: Shown): number | null {
  const event = scenario.events[trace.eventIndex];
  const level = event && getTraits(event).findLevel(event);
  return level ? levelIndex(level) : null;
}

/** Level in a close view: the one that breaks first, else the treated one, else the one loaded nearest to its strength. */
export function findFocus(shown: Shown): number {
  const {
    run: { trace },
    peaks,
  } = shown;
  const level = trace.fractures[0] ? levelIndex(trace.fractures[0].level) : findTreated(shown);
  if (level !== null) return level;
  const last = peaks.loadOverStrength.subarray(-LEVEL_COUNT);
  return last.indexOf(Math.max(...last));
}
