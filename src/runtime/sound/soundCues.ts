import { LEVEL_COUNT, type Level } from '../../core/anatomy/levels.ts';
import { getTraits } from '../session/eventTraits.ts';
import type { Shown } from '../session/session.ts';

/** A sound at a moment of playback. */
export interface Cue {
  readonly timeS: number;
  readonly kind: 'crunch' | 'breath';
  /** What gives way in a crunch. */
  readonly level?: Level;
  /** 0 … 1. */
  readonly strength: number;
}

/** A breath swells for so long before the effort is greatest, s. */
export const SWELL_S = 0.7;
/** Load over strength from which an act is an effort that is heard. */
const EFFORT_FROM = 0.3;
/** Height lost by a fracture that is heard as loud as any, %. */
const LOUDEST_PERCENT = 40;

/** What is heard in a run: a crunch as each body gives way, and one breath for the effort of an act. */
export function findCues({ scenario, run: { trace } }: Shown): readonly Cue[] {
  const event = scenario.events[trace.eventIndex];
  if (!event || !getTraits(event).isHeard) return [];
  const cues: Cue[] = trace.fractures.map((fracture, n) => ({
    timeS: trace.collapses[n]!.fromS,
    kind: 'crunch',
    level: fracture.level,
    strength: Math.min(
      1,
      0.5 +
        Math.max(fracture.anteriorHeightLossPercent, fracture.middleHeightLossPercent) /
          (2 * LOUDEST_PERCENT),
    ),
  }));
  const { loadOverStrength } = trace;
  let peak = 0;
  for (let at = 0; at < loadOverStrength.length; at++)
    if (loadOverStrength[at]! > loadOverStrength[peak]!) peak = at;
  const effort = loadOverStrength[peak] ?? 0;
  if (effort < EFFORT_FROM) return cues;
  const peakS = Math.floor(peak / LEVEL_COUNT) / trace.frameRateHz;
  return [{ timeS: Math.max(0, peakS - SWELL_S), kind: 'breath', strength: Math.min(1, effort) }, ...cues];
}

/** Cues that playback has come to: after one moment, and up to another. One at the very start is heard as it begins. */
export const takeCues = (cues: readonly Cue[], fromS: number, toS: number): readonly Cue[] =>
  cues.filter(({ timeS }) => (timeS > fromS || (timeS === 0 && fromS === 0)) && timeS <= toS && toS > fromS);

/** Time of playback for which the caption of a sound stands, s: in slow motion it stands longer. */
const CAPTION_S = 1;

/** The sound whose caption stands at a moment: the last that has begun. */
export const getHeard = (cues: readonly Cue[], timeS: number): Cue | null =>
  cues.reduce<Cue | null>(
    (last, cue) =>
      cue.timeS <= timeS && timeS < cue.timeS + CAPTION_S && cue.timeS >= (last?.timeS ?? 0) ? cue : last,
    null,
  );
