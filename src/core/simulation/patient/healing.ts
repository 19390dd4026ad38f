import { LEVEL_COUNT, levelIndex } from '../../anatomy/levels.ts';
import { type RaisedBody, raiseEndPlates } from '../../bone/raise.ts';
import { sinkBody } from '../../bone/sink.ts';
import { metres } from '../../quantity/units.ts';
import { findCourses } from '../../treatment/course.ts';
import {
  calcLateCollapse,
  calcReopenedShare,
  calcUndecidedWeeks,
  FRESH,
  heal,
  type Reopening,
} from '../../treatment/healing.ts';
import { calcBodyHeights } from '../results/heights.ts';
import type { FractureRecord } from '../results/records.ts';
import type { Person } from './person.ts';
import { copySpineState, type SpineState } from './state.ts';

export const WEEKS_PER_MONTH = 30.4 / 7;

/** A change of a body's loss that is not looked at, as a share of it: a hundredth of a millimetre. */
const NOTHING = 1e-3;

/** Breaks that an event has left begin to heal; what broke again begins anew. @param state changed */
export function noteBreaks(state: SpineState, fractures: readonly FractureRecord[]): void {
  for (const { level } of fractures) state.healing[levelIndex(level)] = FRESH;
}

/** Height that a body has lost in front and may give back, mm: none where cement holds it. */
export const calcMovableMm = (person: Person, state: SpineState, i: number): number =>
  state.cementMl[i]! > 0 ? 0 : Math.max(0, calcBodyHeights(person, state, i).anteriorLossMm);

/** Weeks until some break's healing is decided: no step of time may reach over that. */
export const findUndecidedWeeks = ({ healing }: SpineState): number =>
  Math.min(...healing.map((one) => (one ? calcUndecidedWeeks(one) : Number.POSITIVE_INFINITY)));

/** Lets weeks pass over all breaks: they sink on and heal. @param state changed */
export function passHealing(person: Person, state: SpineState, weeks: number): void {
  const taking = findCourses(person.condition.courses, 'drug', 'teriparatide').some(
    ({ toMonths }) => toMonths === null,
  );
  for (let i = 0; i < LEVEL_COUNT; i++) {
    const before = state.healing[i];
    if (!before) continue;
    const after = heal(before, weeks, calcMovableMm(person, state, i), taking);
    state.healing[i] = after;
    const grows = calcLateCollapse(before.weeks, after.weeks);
    if (grows - 1 > NOTHING) putBody(state, i, sinkBody(person.sections[i]!, state.sections[i]!, grows));
  }
}

/** How the bodies stand in a posture that unloads them: what has not healed opens. The state itself where nothing does. */
export function applyReopening(person: Person, before: SpineState, posture: Reopening): SpineState {
  const state = copySpineState(before);
  let any = false;
  for (let i = 0; i < LEVEL_COUNT; i++) {
    const healing = before.healing[i];
    if (!healing || calcMovableMm(person, before, i) === 0) continue;
    const share = calcReopenedShare(healing, posture);
    if (share < NOTHING) continue;
    state.known[i] = 1;
    putBody(state, i, raiseEndPlates(person.sections[i]!, before.sections[i]!, share));
    any = true;
  }
  return any ? state : before;
}

function putBody(state: SpineState, i: number, { state: section, unloaded }: RaisedBody): void {
  state.sections[i] = section;
  state.shorteningM[i] = metres(unloaded[0]!);
  state.wedgeRad[i] = unloaded[1]!;
  state.lateralWedgeRad[i] = unloaded[2]!;
}
