import { type Level, levelIndex } from '../../core/anatomy/levels.ts';
import { type FractureRecord, getLevelLoads } from '../../core/simulation/results/results.ts';
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
  /** Its place among all levels, the one nearest to its limit first, from 1. */
  readonly rank: number;
}

const MM_PER_M = 1000;
/** Loads at which nothing is said of where they sat, N. */
const LEAST_LOAD_N = 1;

/** Null where the event loads nothing: cement, a span of time, or no event at all. */
export function getFacts({ run: { results } }: Shown, level: Level): Facts | null {
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
    rank: 1 + levels.filter((other) => other.loadOverStrength > loadOverStrength).length,
  };
}
