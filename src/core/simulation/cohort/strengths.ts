import { LEVEL_COUNT } from '../../anatomy/levels.ts';
import type { Section } from '../../bone/section.ts';
import { calcStrengthN } from '../../bone/strength.ts';
import { clamp, mix } from '../../math/scalar.ts';
import { millimetres } from '../../quantity/units.ts';
import type { SpineState } from '../patient/state.ts';
import type { Exposure } from './exposure.ts';

/** Number of eccentricities at which strength is computed, over the range of daily life. */
const NODES = 5;

/** Range of eccentricity within which a body's strength counts as constant, m. */
const NARROW_M = 0.0004;

/** Inverse strength of each level over the eccentricities of daily life: level × NODES, 1/N, evenly from `fromM` to `toM`. */
export interface Strengths {
  readonly inverse: Float64Array;
  readonly fromM: Float64Array;
  readonly toM: Float64Array;
}

export function calcStrengths(
  sections: readonly Section[],
  state: SpineState,
  { fromM, toM }: Exposure,
): Strengths {
  const inverse = new Float64Array(LEVEL_COUNT * NODES);
  for (let i = 0; i < LEVEL_COUNT; i++) {
    const narrow = toM[i]! - fromM[i]! < NARROW_M;
    for (let node = 0; node < NODES; node++) {
      const armMm = millimetres(mix(fromM[i]!, toM[i]!, narrow ? 0.5 : node / (NODES - 1)));
      inverse[i * NODES + node] =
        narrow && node > 0 ? inverse[i * NODES]! : 1 / calcStrengthN(sections[i]!, state.sections[i]!, armMm);
    }
  }
  return { inverse, fromM, toM };
}

/** Inverse strength of level i under a load at the given eccentricity, 1/N. */
export function calcInverseStrength({ inverse, fromM, toM }: Strengths, i: number, armM: number): number {
  const range = toM[i]! - fromM[i]!;
  const at = range > 0 ? clamp((armM - fromM[i]!) / range, 0, 1) * (NODES - 1) : 0;
  const node = Math.min(NODES - 2, Math.floor(at));
  return mix(inverse[i * NODES + node]!, inverse[i * NODES + node + 1]!, at - node);
}
