import table from '../../../models/years.json' with { type: 'json' };
import { pow } from '../math/transcendental.ts';

const { meanGPerCm2, sdGPerCm2, trabecularPower, shellPower } = table.areal;

/**
 * Areal density of the lumbar spine that DXA would see, over that at the start, when trabecular bone and shell have changed by these factors:
 * a third of a change of the one (fitted to 10.6 % of areal loss in the first ten years, source swan-2012) and two fifths of the other's
 * (our assumption).
 */
export const calcArealFactor = (trabecularFactor: number, shellFactor: number): number =>
  pow(trabecularFactor, trabecularPower) * pow(shellFactor, shellPower);

/** The T-score of bone that began at another and whose areal density has changed by a factor (reference women: source nhanes-dxa). */
export const calcTScore = (fromTScore: number, arealFactor: number): number =>
  fromTScore + (arealFactor - 1) * (meanGPerCm2 / sdGPerCm2 + fromTScore);
