import { levelIndex } from '../../anatomy/levels.ts';
import { calcLostVolumeMl, raiseEndPlates } from '../../bone/raise.ts';
import { createLoadedSection } from '../../bone/sectionForce.ts';
import { calcUnloadedPosition } from '../../bone/sectionSolve.ts';
import { metres } from '../../quantity/units.ts';
import { calcRaisedFraction } from '../../treatment/balloon.ts';
import type { Person } from '../patient/person.ts';
import { copySpineState, type SpineState } from '../patient/state.ts';
import { calcBodyHeights, isFractured } from '../results/heights.ts';
import { showAtRest } from './activityRun.ts';
import { createBalloonTrace } from './balloonTrace.ts';
import type { CementEvent, CementResult } from './cement.ts';
import { applyCement, createCementResult } from './cementRun.ts';
import type { EventOutcome } from './outcome.ts';

/**
 * Kyphoplasty: a balloon raises the end plates part of the way, and cement fills its cavity and sets in the shape that the body
 * then has. Its trace is quiet standing while that is done.
 */
export function* runBalloon(
  person: Person,
  before: SpineState,
  event: CementEvent,
  index: number,
): Generator<number, EventOutcome<CementResult>> {
  const i = levelIndex(event.level);
  const fraction = calcFraction(person, before, i, event.volumeMl);
  const raised = applyRaise(person, before, i, fraction);
  const placed = applyCement(person.sections[i]!, raised.sections[i]!, event.volumeMl);
  const state = copySpineState(raised);
  state.sections[i] = placed.state;
  state.cementMl[i]! += event.volumeMl - placed.leakedMl;
  const from = yield* halve(showAtRest(person, before, index), 0);
  const to = yield* halve(showAtRest(person, state, index), 0.5);
  return {
    result: createCementResult(event, index, placed.leakedMl),
    trace: createBalloonTrace(
      person,
      { from, to },
      (swelling) => applyRaise(person, before, i, fraction * swelling),
      state,
      i,
    ),
    state,
    condition: person.condition,
  };
}

/** Fraction of the lost height that the balloon restores: none where set cement holds the end plates. */
function calcFraction(person: Person, { sections }: SpineState, i: number, balloonMl: number): number {
  const section = person.sections[i]!;
  const state = sections[i]!;
  if (state.cement.some((filled) => filled > 0)) return 0;
  const unloaded = calcUnloadedPosition(createLoadedSection(section, state));
  return calcRaisedFraction(calcLostVolumeMl(section, unloaded), balloonMl);
}

/** Spine after a body was raised; a fractured body stays fractured. */
export function applyRaise(person: Person, before: SpineState, i: number, fraction: number): SpineState {
  const state = copySpineState(before);
  if (fraction === 0) return state;
  if (isFractured(before, i, calcBodyHeights(person, before, i))) state.known[i] = 1;
  const { state: section, unloaded } = raiseEndPlates(person.sections[i]!, before.sections[i]!, fraction);
  state.sections[i] = section;
  state.shorteningM[i] = metres(unloaded[0]!);
  state.wedgeRad[i] = unloaded[1]!;
  state.lateralWedgeRad[i] = unloaded[2]!;
  return state;
}

/** One of two equal halves of a computation, by its progress. */
function* halve<T>(work: Generator<number, T>, done: number): Generator<number, T> {
  let step = work.next();
  while (!step.done) {
    yield done + step.value / 2;
    step = work.next();
  }
  return step.value;
}
