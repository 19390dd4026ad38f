import { LEVEL_COUNT, levelIndex } from '../../core/anatomy/levels.ts';
import type { Shown } from './session.ts';

/** The level that the event fills with cement. */
export function findCemented({ scenario, run: { trace } }: Shown): number | null {
  const event = scenario.events[trace.eventIndex];
  return event?.type === 'cement' ? levelIndex(event.level) : null;
}

/** What a close view shows: what breaks first, else what is cemented, else what is loaded nearest to its strength. */
export function findFocus(shown: Shown): number {
  const {
    run: { trace },
    peaks,
  } = shown;
  const level = trace.fractures[0] ? levelIndex(trace.fractures[0].level) : findCemented(shown);
  if (level !== null) return level;
  const last = peaks.loadOverStrength.subarray(-LEVEL_COUNT);
  return last.indexOf(Math.max(...last));
}
