import { LEVEL_COUNT } from '../anatomy/levels.ts';
import { applyCreep } from '../bone/creep.ts';
import { createLoadedSection } from '../bone/loadedSection.ts';
import { calcUnloadedPosition } from '../bone/sectionSolve.ts';
import { metres } from '../quantity/units.ts';
import { calcActLoads } from './actLoads.ts';
import { describeFractures } from './fractures.ts';
import type { Person } from './person.ts';
import { type EventOutcome, showAtRest } from './runActivity.ts';
import type { TimeEvent } from './scenario.ts';
import { copySpineState, type SpineState } from './state.ts';

/** What a day's bending amounts to: so far, so often (source model). */
const DAILY_BEND = { type: 'activity', name: 'bend', trunkFlexionDeg: 50, technique: 'back' } as const;
const BENDS_PER_DAY = 100;
const DAYS_PER_MONTH = 30.4;
/** Loads are computed anew so often at most: what has crept has moved the load. */
const STEP_MONTHS = 3;

/**
 * Months of everyday life: bone that is bent under load day after day, below its strength, keeps a little of it. Its trace is
 * quiet standing in the new state.
 */
export function* runTime(
  person: Person,
  before: SpineState,
  event: TimeEvent,
  index: number,
): Generator<number, EventOutcome> {
  const state = copySpineState(before);
  for (let passed = 0; passed < event.months; passed += STEP_MONTHS) {
    creep(person, state, Math.min(STEP_MONTHS, event.months - passed));
    yield passed / event.months;
  }
  const trace = yield* showAtRest(person, state, index);
  return {
    result: {
      index,
      type: event.type,
      name: 'months',
      feasible: true,
      levels: [],
      discPressureMPa: {},
      fractures: describeFractures(person, before, state, () => 0),
    },
    trace,
    state,
  };
}

/** Creeps all bodies; whoever cannot bend any more loads nothing. */
function creep(person: Person, state: SpineState, months: number): void {
  const loads = calcActLoads(person, state, DAILY_BEND);
  if (typeof loads === 'string') return;
  for (let i = 0; i < LEVEL_COUNT; i++) {
    const section = person.sections[i]!;
    const load = {
      compressionN: loads.compressionN[i]!,
      flexionMomentNmm: 1000 * loads.flexionMomentNm[i]!,
    };
    const crept = applyCreep(section, state.sections[i]!, load, BENDS_PER_DAY, months * DAYS_PER_MONTH);
    const unloaded = calcUnloadedPosition(createLoadedSection(section, crept));
    state.sections[i] = crept;
    state.shorteningM[i] = metres(unloaded[0]!);
    state.wedgeRad[i] = unloaded[1]!;
    state.lateralWedgeRad[i] = unloaded[2]!;
  }
}
