import { LEVEL_COUNT } from '../../anatomy/levels.ts';
import type { Person } from '../person.ts';
import { finish } from '../run.ts';
import { runActivity } from '../runActivity.ts';
import type { ActivityEvent } from '../scenario.ts';
import type { SpineState } from '../state.ts';

// stands in for simulation/actLoads.ts until that is there

export interface ActLoads {
  readonly compressionN: Float64Array;
  readonly flexionMomentNm: Float64Array;
}

export function calcActLoads(person: Person, state: SpineState, request: ActivityEvent): ActLoads | string {
  const { result } = finish(runActivity(person, state, request, 0, 2, false));
  if (!result.feasible) return result.reason ?? '';
  return {
    compressionN: Float64Array.from({ length: LEVEL_COUNT }, (_, i) => result.levels[i]!.peakCompressionN),
    flexionMomentNm: Float64Array.from(
      { length: LEVEL_COUNT },
      (_, i) => result.levels[i]!.flexionMomentAtPeakNm,
    ),
  };
}
