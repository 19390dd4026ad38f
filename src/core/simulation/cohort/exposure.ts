import { LEVEL_COUNT } from '../../anatomy/levels.ts';
import { type ActLoads, calcActLoads } from '../acts/actLoads.ts';
import type { Person } from '../patient/person.ts';
import type { SpineState } from '../patient/state.ts';
import { calcMeasure, createDailyEvent, DAILY_ACTS, type DailyAct } from './dailyLife.ts';

/**
 * Intensities at which an act whose parameter varies is computed; between them loads are linear in the parameter. The outermost
 * is exceeded once in 300,000 performances. Loads grow evenly with the weight lifted or pushed and with the speed of a fall, so
 * that two performances suffice; a person who cannot do the harder one is given an easier one.
 */
const NODES = [0, 2, 4.5] as const;
const HARDEST = [4.5, 3, 1.5] as const;
const EVEN = new Set(['loadKg', 'forceN', 'speedMPerS']);

/** Loads of one daily act in a person of given shape. */
export interface ActExposure {
  readonly act: DailyAct;
  /** Ascending values of what varies, at least one, and the peak loads of T1 … L5 there, N and Nm; beyond the last she cannot do it. */
  readonly at: readonly number[];
  readonly loads: readonly ActLoads[];
}

/** Loads of daily life on a person, as long as her shape does not change. */
export interface Exposure {
  readonly acts: readonly ActExposure[];
  /** Range of the eccentricity of the relevant peak loads at each level, m, + = towards the front. */
  readonly fromM: Float64Array;
  readonly toM: Float64Array;
}

/** Fraction of a level's greatest load below which loads do not count for the range of eccentricities. */
const MATTERS = 0.4;

export function calcExposure(person: Person, state: SpineState): Exposure {
  const acts = DAILY_ACTS.flatMap((act) => {
    const exposure = calcActExposure(person, state, act);
    return exposure ? [exposure] : [];
  });
  const fromM = new Float64Array(LEVEL_COUNT);
  const toM = new Float64Array(LEVEL_COUNT);
  for (let i = 0; i < LEVEL_COUNT; i++) {
    const all = acts.flatMap(({ loads }) => loads);
    const greatest = Math.max(...all.map((load) => load.compressionN[i]!));
    const arms = all
      .filter((load) => load.compressionN[i]! >= MATTERS * greatest)
      .map((load) => load.flexionMomentNm[i]! / load.compressionN[i]!);
    fromM[i] = Math.min(...arms);
    toM[i] = Math.max(...arms);
  }
  return { acts, fromM, toM };
}

/** Loads of an act; null where scenarios do not have it, or this person cannot do it at all. */
function calcActExposure(person: Person, state: SpineState, act: DailyAct): ActExposure | null {
  const at: number[] = [];
  const loads: ActLoads[] = [];
  const add = (node: number): boolean => {
    const measure = calcMeasure(act, node);
    if (measure === at.at(-1)) return false; // the parameter's range has been reached
    const event = createDailyEvent(act, node);
    if (!event) return false;
    const load = calcActLoads(person, state, event);
    if ('code' in load) return false;
    at.push(measure);
    loads.push(load);
    return true;
  };
  if (act.key && EVEN.has(act.key)) {
    if (add(0)) HARDEST.some(add);
  } else (act.key ? NODES : [0]).every(add);
  return at.length > 0 ? { act, at, loads } : null;
}
