import { LEVEL_COUNT } from '../../anatomy/levels.ts';
import { type ActLoads, calcActLoads } from '../actLoads.ts';
import type { Person } from '../person.ts';
import type { SpineState } from '../state.ts';
import { createDailyEvent, DAILY_ACTS, type DailyAct } from './dailyLife.ts';

/**
 * Intensities at which an act with a parameter that varies is computed; between them loads are interpolated. The outermost is
 * passed once in 300,000 times.
 */
const NODES = [0, 1.5, 3, 4.5] as const;

/** Loads of one daily act in a person of a given shape. */
export interface ActExposure {
  readonly act: DailyAct;
  /** Ascending intensities, at least one, and the peak loads of T1 … L5 there, N and Nm. What is harder she cannot do. */
  readonly z: readonly number[];
  readonly loads: readonly ActLoads[];
}

/** What daily life asks of a person, as long as her shape does not change. */
export interface Exposure {
  readonly acts: readonly ActExposure[];
  /** Range of the peak loads' eccentricity at each level, m, + = towards the front; of loads that matter there. */
  readonly fromM: Float64Array;
  readonly toM: Float64Array;
}

/** Loads below this share of a level's greatest are not looked at where the range of eccentricities is set. */
const MATTERS = 0.4;

export function calcExposure(person: Person, state: SpineState): Exposure {
  const acts = DAILY_ACTS.flatMap((act) => {
    const exposure = calcActExposure(person, state, act);
    return exposure ? [exposure] : [];
  });
  const fromM = new Float64Array(LEVEL_COUNT);
  const toM = new Float64Array(LEVEL_COUNT);
  for (let i = 0; i < LEVEL_COUNT; i++) {
    const all = acts.flatMap(({ loads }) => loads.map((load) => load));
    const greatest = Math.max(...all.map((load) => load.compressionN[i]!));
    const arms = all
      .filter((load) => load.compressionN[i]! >= MATTERS * greatest)
      .map((load) => load.flexionMomentNm[i]! / load.compressionN[i]!);
    fromM[i] = Math.min(...arms);
    toM[i] = Math.max(...arms);
  }
  return { acts, fromM, toM };
}

/** Null where scenarios do not know the act, or this person cannot do it at all. */
function calcActExposure(person: Person, state: SpineState, act: DailyAct): ActExposure | null {
  const z: number[] = [];
  const loads: ActLoads[] = [];
  let last = '';
  for (const node of act.varies ? NODES : [0]) {
    const event = createDailyEvent(act, node);
    if (!event) return null;
    const same = JSON.stringify(event) === last; // the parameter's range has been reached
    const load = same ? loads.at(-1)! : calcActLoads(person, state, event);
    if (typeof load === 'string') break;
    last = JSON.stringify(event);
    z.push(node);
    loads.push(load);
  }
  return z.length > 0 ? { act, z, loads } : null;
}
