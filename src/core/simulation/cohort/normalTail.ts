import { findRoot } from '../../math/scalar.ts';
import { exp } from '../../math/transcendental.ts';

const ROOT_OF_2_PI = 2.5066282746310002;

/** Deviate beyond which the tail is computed by Laplace's continued fraction, and up to which by a series. */
const SPLIT = 2.5;
const FRACTION_TERMS = 60;

/** Probability that a standard normal deviate exceeds z. */
export function calcNormalTail(z: number): number {
  if (z < 0) return 1 - calcNormalTail(-z);
  if (z > 38) return 0;
  const density = exp((-z * z) / 2) / ROOT_OF_2_PI;
  if (z > SPLIT) {
    let fraction = z;
    for (let k = FRACTION_TERMS; k >= 1; k--) fraction = z + k / fraction;
    return density / fraction;
  }
  let term = z;
  let sum = z;
  for (let k = 3; term > 1e-17 * sum; k += 2) {
    term *= (z * z) / k;
    sum += term;
  }
  return 0.5 - density * sum;
}

/** Deviate exceeded with a given probability, 0 < probability < 1. */
export const findNormalDeviate = (probability: number): number =>
  findRoot((z) => probability - calcNormalTail(z), -38, 38, 1e-13);
