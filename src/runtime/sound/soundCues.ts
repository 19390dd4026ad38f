import { LEVEL_COUNT, type Level } from '../../core/anatomy/levels.ts';
import { getTraits } from '../session/eventTraits.ts';
import type { Shown } from '../session/session.ts';

/** Sound at a playback time. */
export interface Cue {
  readonly timeS: number;
  readonly kind: 'crunch' | 'breath';
  /** Level that breaks, for a crunch. */
  readonly level?: Level;
  /** Strength of the sound, 0 … 1. */
  readonly strength: number;
}

/** Time by which a breath begins before the greatest effort, s. */
export const SWELL_S = 0.7;
/** Load over strength from which an act is audible as an effort. */
const EFFORT_FROM = 0.3;
/** Height loss from which a fracture is as loud as any, %. */
const LOUDEST_PERCENT = 40;

/** Sounds of a run: a crunch as each body breaks, and one breath for the effort of an act. */
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

/** Cues between two playback times, s, the later one included. One at the very start is played as playback begins. */
export const takeCues = (cues: readonly Cue[], fromS: number, toS: number): readonly Cue[] =>
  cues.filter(({ timeS }) => (timeS > fromS || (timeS === 0 && fromS === 0)) && timeS <= toS && toS > fromS);

/** Playback time for which the caption of a sound is shown, s: longer in slow motion. */
const CAPTION_S = 1;

/** Sound whose caption is shown at a time: the last that has begun. */
export const getHeard = (cues: readonly Cue[], timeS: number): Cue | null =>
  cues.reduce<Cue | null>(
    (last, cue) =>
      cue.timeS <= timeS && timeS < cue.timeS + CAPTION_S && cue.timeS >= (last?.timeS ?? 0) ? cue : last,
    null,
  );
