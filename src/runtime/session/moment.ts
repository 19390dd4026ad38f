import { LEVEL_COUNT } from '../../core/anatomy/levels.ts';
import {
  type Findings,
  type FractureRecord,
  getLevelLoads,
  type LevelFindings,
} from '../../core/simulation/results/results.ts';
import type { Trace } from '../../core/simulation/results/trace.ts';
import type { Run } from '../../core/simulation/run.ts';

/** Functions that read a trace at a time; nothing here computes mechanics. */

/** Findings at a time, s. */
export function getFindings(trace: Trace, timeS: number): Findings {
  let at = trace.findings.length - 1;
  while (at > 0 && trace.findings[at]!.timeS > timeS) at--;
  return trace.findings[at]!.findings;
}

/** Fractures whose collapse has begun by a time, s. */
export const getFractures = (trace: Trace, timeS: number): readonly FractureRecord[] =>
  trace.fractures.filter((_, n) => trace.collapses[n]!.fromS <= timeS);

/** Height loss of a body that a fracture is told by, %: of its middle where it is biconcave, else of its front. */
export const getToldLossPercent = (
  { shape, progression }: FractureRecord,
  { anteriorHeightLossPercent, middleHeightLossPercent }: LevelFindings,
): number => (shape === 'biconcave' && !progression ? middleHeightLossPercent : anteriorHeightLossPercent);

/**
 * Height loss of a body that counts as fractured by a time or is collapsing then, %; null for any other. In the act that breaks it,
 * the loss that the sentence tells; later its greatest.
 */
export function getFractureLossPercent(trace: Trace, row: LevelFindings, timeS: number): number | null {
  const n = trace.fractures.findIndex(({ level }) => level === row.level);
  const breaks = n >= 0 && trace.collapses[n]!.fromS <= timeS;
  const lost = breaks
    ? getToldLossPercent(trace.fractures[n]!, row)
    : Math.max(row.anteriorHeightLossPercent, row.middleHeightLossPercent);
  if (row.fractured) return lost;
  return breaks && lost >= LEAST_TOLD_PERCENT ? lost : null;
}
/** Least loss that is shown, %: less rounds to 0. */
const LEAST_TOLD_PERCENT = 1;

/** Whether a fracture of the trace is still collapsing at a time, so that what it has lost still grows. */
export const isCollapsing = (
  { fractures, collapses }: Trace,
  fracture: FractureRecord,
  timeS: number,
): boolean => timeS < collapses[fractures.indexOf(fracture)]!.toS;

/** Index of the frame at a time. */
export const getFrame = (trace: Trace, timeS: number): number =>
  Math.max(0, Math.min(trace.frameCount - 1, Math.floor(timeS * trace.frameRateHz + 1e-6)));

/** For every frame and level, the greatest load over strength so far, and the load at that time, N. */
export interface Peaks {
  readonly loadOverStrength: Float32Array;
  readonly compressionN: Float32Array;
}

export function calcPeaks({ trace, results }: Run): Peaks {
  const loadOverStrength = trace.loadOverStrength.slice();
  const compressionN = trace.compressionN.slice();
  for (let i = LEVEL_COUNT; i < loadOverStrength.length; i++) {
    const before = i - LEVEL_COUNT;
    if (loadOverStrength[before]! < loadOverStrength[i]!) continue;
    loadOverStrength[i] = loadOverStrength[before]!;
    compressionN[i] = compressionN[before]!;
  }
  // a load may be greatest between two frames: from the greatest frame on the results' value is used
  const last = results.events.at(-1);
  for (const [level, load] of (last ? getLevelLoads(last) : []).entries()) {
    const most = loadOverStrength.at(level - LEVEL_COUNT)!;
    for (
      let i = loadOverStrength.length - LEVEL_COUNT + level;
      i >= 0 && loadOverStrength[i] === most;
      i -= LEVEL_COUNT
    ) {
      loadOverStrength[i] = load.loadOverStrength;
      compressionN[i] = load.peakCompressionN;
    }
  }
  return { loadOverStrength, compressionN };
}
