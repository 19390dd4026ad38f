import { LEVEL_COUNT, levelIndex } from '../../core/anatomy/levels.ts';
import { getFrame } from '../../runtime/session/moment.ts';
import { calcStrengthChange } from '../../runtime/session/preview.ts';
import type { SessionState } from '../../runtime/session/session.ts';
import { writeLoadColour } from '../bones/loadColours.ts';

/** Load over strength from which a body has the whole colour of its load; one far below keeps the colour of bone. */
const WHOLE_FROM = 0.45;

const ratios = new Float32Array(LEVEL_COUNT);

/** Strength of the others' colour beside a bone that has given way, so that this one is found; their hue stays the chart's. */
const BESIDE_BROKEN = 0.5;

/**
 * Writes the colour of each body, linear, and its strength, 0 … 1: that of the greatest load over strength in the act so far, which
 * the chart beside it shows too. A bone that has given way so stays red when she has let go.
 */
export function paintLoad(state: SessionState, timeS: number, tinted: boolean, tints: Float32Array): void {
  const { shown } = state;
  if (!shown) return;
  const { fractures, collapses } = shown.run.trace;
  const settledS = collapses[0]?.toS ?? Number.POSITIVE_INFINITY;
  const beside = timeS < settledS ? 1 : BESIDE_BROKEN;
  const first = getFrame(shown.run.trace, timeS) * LEVEL_COUNT;
  for (let level = 0; level < LEVEL_COUNT; level++) {
    ratios[level] = shown.peaks.loadOverStrength[first + level]! / calcStrengthChange(state, level);
    writeLoadColour(ratios, level, tints, 4 * level);
    tints[4 * level + 3] = tinted ? beside * Math.min(1, ratios[level]! / WHOLE_FROM) : 0;
  }
  for (let n = 0; n < fractures.length; n++)
    if (tinted && collapses[n]!.fromS <= timeS) tints[4 * levelIndex(fractures[n]!.level) + 3] = 1;
}
