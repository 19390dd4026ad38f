import { LEVEL_COUNT, type Level, levelIndex } from '../../core/anatomy/levels.ts';
import { type FractureRecord, getLevelLoads } from '../../core/simulation/results/results.ts';
import type { Trace } from '../../core/simulation/results/trace.ts';
import type { Run } from '../../core/simulation/run.ts';
import type { Shown } from '../../runtime/session/session.ts';

/** Why a level held or gave way in the event on the stage: figures of its results, and nothing else. */
export interface Facts {
  readonly level: Level;
  readonly outcome: 'broke' | 'sank' | 'yielded' | 'held';
  readonly fracture: FractureRecord | null;
  readonly peakCompressionN: number;
  /** Where the load met the body at that instant, in front of its centre, mm. */
  readonly loadInFrontMm: number;
  readonly centralStrengthN: number;
  readonly strengthN: number;
  readonly loadOverStrength: number;
  /** What let it give way; null where it did not. */
  readonly cause: Cause | null;
  /** Its place among all levels, the one nearest to its limit first, from 1. */
  readonly rank: number;
}

/** How a level came to give way. */
export interface Cause {
  readonly shape: FractureRecord['shape'];
  /** Between the bodies above and below as the load was greatest, + = forward, degrees. */
  readonly bentDeg: number;
  /** How much less dense the front of the body is than its back, %. */
  readonly frontThinnerPercent: number;
}

const MM_PER_M = 1000;
/** Loads at which nothing is said of where they sat, N. */
const LEAST_LOAD_N = 1;

/** Null where the event loads nothing: cement, a span of time, or no event at all. */
export function getFacts({ run }: Shown, level: Level): Facts | null {
  const { results } = run;
  const event = results.events.at(-1);
  if (!event) return null;
  const levels = getLevelLoads(event);
  const row = levels[levelIndex(level)];
  if (!row) return null;
  const { peakCompressionN, flexionMomentAtPeakNm, centralStrengthN, strengthN, loadOverStrength } = row;
  const fracture = event.fractures.filter((record) => record.level === level).at(-1) ?? null;
  return {
    level,
    outcome: fracture
      ? fracture.progression
        ? 'sank'
        : 'broke'
      : loadOverStrength >= 1
        ? 'yielded'
        : 'held',
    fracture,
    peakCompressionN,
    loadInFrontMm:
      peakCompressionN > LEAST_LOAD_N ? (flexionMomentAtPeakNm / peakCompressionN) * MM_PER_M : 0,
    centralStrengthN,
    strengthN,
    loadOverStrength,
    cause: fracture && getCause(run, fracture),
    rank: 1 + levels.filter((other) => other.loadOverStrength > loadOverStrength).length,
  };
}

function getCause({ trace, condition }: Run, { level, shape, timeS }: FractureRecord): Cause {
  const i = levelIndex(level);
  const weakness = condition.bone[i]!.anteriorWeakness;
  return {
    shape,
    bentDeg: calcBentDeg(trace, i, timeS),
    frontThinnerPercent: (100 * 2 * weakness) / (1 + weakness),
  };
}

/** Angle between the bodies above and below a level at a time of a trace, + = forward, degrees; T1 has none above it. */
function calcBentDeg({ orientations, frameRateHz, frameCount }: Trace, i: number, timeS: number): number {
  const frame = Math.min(frameCount - 1, Math.max(0, Math.round(timeS * frameRateHz)));
  const pitchRad = (body: number): number => {
    const at = 4 * (frame * (LEVEL_COUNT + 1) + body);
    return 2 * Math.atan2(orientations[at + 2]!, orientations[at + 3]!);
  };
  return ((pitchRad(i + 1) - pitchRad(Math.max(0, i - 1))) * 180) / Math.PI;
}
