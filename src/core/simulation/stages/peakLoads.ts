import { LEVEL_COUNT, LEVELS } from '../../anatomy/levels.ts';
import { calcStrengthN } from '../../bone/strength.ts';
import { getCentralStrengthN, type Person } from '../patient/person.ts';
import type { SpineState } from '../patient/state.ts';
import type { LevelLoad } from '../results/records.ts';
import type { VertebralLoads } from './loadStage.ts';
import type { SectionStage } from './sectionStage.ts';

/** Greatest load of each level in an event, and the loads with it. */
export interface Peaks {
  readonly compressionN: Float64Array;
  readonly shearN: Float64Array;
  readonly flexionMomentNm: Float64Array;
  readonly pressureMPa: Float64Array;
}

export const createPeaks = (): Peaks => ({
  compressionN: new Float64Array(LEVEL_COUNT),
  shearN: new Float64Array(LEVEL_COUNT),
  flexionMomentNm: new Float64Array(LEVEL_COUNT),
  pressureMPa: new Float64Array(LEVEL_COUNT),
});

/** Updates the peaks. A body past its peak keeps the eccentricity of its greatest load: later ones come from the collapse itself. */
export function notePeaks(peaks: Peaks, loads: VertebralLoads, stage: SectionStage): void {
  for (let i = 0; i < LEVEL_COUNT; i++) {
    if (loads.pressureMPa[i]! > peaks.pressureMPa[i]!) peaks.pressureMPa[i] = loads.pressureMPa[i]!;
    const compression = loads.compressionN[i]!;
    const peak = peaks.compressionN[i]!;
    if (compression <= peak) continue;
    peaks.shearN[i] = loads.shearN[i]!;
    peaks.flexionMomentNm[i] =
      stage.levels[i]!.pastPeak && peak > 0
        ? (peaks.flexionMomentNm[i]! * compression) / peak
        : loads.flexionMomentNm[i]!;
    peaks.compressionN[i] = compression;
  }
}

/** Peak load of each level in the event, and its strength at the start of the event. */
export function describeLevels(person: Person, before: SpineState, peaks: Peaks): LevelLoad[] {
  return LEVELS.map((level, i) => {
    const section = before.sections[i]!;
    const peakCompressionN = peaks.compressionN[i]!;
    const eccentricityMm = (1000 * peaks.flexionMomentNm[i]!) / peakCompressionN;
    const strengthN = calcStrengthN(person.sections[i]!, section, eccentricityMm);
    return {
      level,
      peakCompressionN,
      shearAtPeakN: peaks.shearN[i]!,
      flexionMomentAtPeakNm: peaks.flexionMomentNm[i]!,
      centralStrengthN: getCentralStrengthN(person, i, section),
      strengthN,
      loadOverStrength: peakCompressionN / strengthN,
    };
  });
}
