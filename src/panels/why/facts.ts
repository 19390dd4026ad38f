import { LEVEL_COUNT, type Level, levelIndex } from '../../core/anatomy/levels.ts';
import { type FractureRecord, getLevelLoads } from '../../core/simulation/results/results.ts';
import type { Trace } from '../../core/simulation/results/trace.ts';
import type { Run } from '../../core/simulation/run.ts';
import type { Shown } from '../../runtime/session/session.ts';

/** Facts on why a level held or broke in the event on the stage, all from its results. */
export interface Facts {
  readonly level: Level;
  readonly outcome: 'broke' | 'sank' | 'yielded' | 'held';
  readonly fracture: FractureRecord | null;
  readonly peakCompressionN: number;
  /** Distance of the load in front of the body's centre at that time, mm. */
  readonly loadInFrontMm: number;
  readonly centralStrengthN: number;
  readonly strengthN: number;
  readonly loadOverStrength: number;
  /** Cause of its fracture; null where it held. */
  readonly cause: Cause | null;
  /** Rank among all levels by load over strength, from 1. */
  readonly rank: number;
}

/** Cause of a level's fracture. */
export interface Cause {
  readonly shape: FractureRecord['shape'];
  /** Angle between the bodies above and below at the greatest load, + = forward, degrees. */
  readonly bentDeg: number;
  /** Deficit of density at the front of the body against its back, %. */
  readonly frontThinnerPercent: number;
}

const MM_PER_M = 1000;
/** Load below which its position is not mentioned, N. */
const LEAST_LOAD_N = 1;

/** Facts of a level; null where the event has no loads: cement, a span of time, or no event at all. */
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

/** Load over strength of a level where the event has none: as she stands. */
export const calcRestingLoad = ({ peaks }: Shown, level: Level): number =>
  peaks.loadOverStrength.at(levelIndex(level) - LEVEL_COUNT)!;

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
