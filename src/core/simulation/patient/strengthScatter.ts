import { LEVEL_COUNT } from '../../anatomy/levels.ts';
import type { Random } from '../../math/random.ts';
import { exp, ln } from '../../math/transcendental.ts';

/** Coefficient of variation of strength between people of equal density and size (our assumption). */
export const STRENGTH_CV = 0.2;

/** Share of the variance that all bodies of a spine have in common, and correlation of the rest between neighbours (our assumption). */
const COMMON_SHARE = 0.6;
const NEIGHBOUR_CORRELATION = 0.6;

/** Correlation of the logarithms of two levels' factors. */
export function calcScatterCorrelation(i: number, j: number): number {
  let rest = 1 - COMMON_SHARE;
  for (let step = Math.abs(i - j); step > 0; step--) rest *= NEIGHBOUR_CORRELATION;
  return COMMON_SHARE + rest;
}

/**
 * Scatter of one person's strength about what density and size predict: a factor for each level T1 … L5, lognormal with mean 1,
 * correlated within a spine, the more the nearer the levels.
 */
export function drawStrengthScatter(random: Random, cv = STRENGTH_CV): Float64Array {
  const variance = ln(1 + cv * cv);
  const common = Math.sqrt(COMMON_SHARE) * random.normal();
  const fresh = Math.sqrt(1 - NEIGHBOUR_CORRELATION * NEIGHBOUR_CORRELATION);
  let rest = random.normal();
  return Float64Array.from({ length: LEVEL_COUNT }, (_, i) => {
    if (i > 0) rest = NEIGHBOUR_CORRELATION * rest + fresh * random.normal();
    const deviate = common + Math.sqrt(1 - COMMON_SHARE) * rest;
    return exp(Math.sqrt(variance) * deviate - variance / 2);
  });
}
