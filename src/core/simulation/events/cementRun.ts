import { levelIndex } from '../../anatomy/levels.ts';
import {
  calcMarrowVolumeMl,
  copySectionState,
  LAYERS,
  type Section,
  type SectionState,
} from '../../bone/section.ts';
import { type CementCells, spreadCement } from '../../treatment/cement.ts';
import type { Person } from '../patient/person.ts';
import { copySpineState, type SpineState } from '../patient/state.ts';
import { showAtRest } from './activityRun.ts';
import type { CementEvent, CementResult } from './cement.ts';
import type { EventOutcome } from './outcome.ts';

/**
 * Vertebroplasty: cement fills the marrow of a bolus and sets in the shape that the body has. Its trace is quiet standing in the
 * new state. Cement that finds no room leaks and has no effect.
 */
export function* runCement(
  person: Person,
  before: SpineState,
  event: CementEvent,
  index: number,
): Generator<number, EventOutcome<CementResult>> {
  const i = levelIndex(event.level);
  const state = copySpineState(before);
  const placed = applyCement(person.sections[i]!, before.sections[i]!, event.volumeMl);
  state.sections[i] = placed.state;
  state.cementMl[i]! += event.volumeMl - placed.leakedMl;
  const trace = yield* showAtRest(person, state, index);
  return {
    result: createCementResult(event, index, placed.leakedMl),
    trace,
    state,
    condition: person.condition,
  };
}

/** Result of a filling; cement breaks nothing while it sets. */
export function createCementResult(event: CementEvent, index: number, leakedMl: number): CementResult {
  return {
    index,
    type: 'cement',
    name: event.method,
    feasible: true,
    level: event.level,
    placedMl: event.volumeMl - leakedMl,
    leakedMl,
    fractures: [],
  };
}

/** @returns a new section state; crush present when the cement sets remains, and the filled layers' law begins anew there */
export function applyCement(
  section: Section,
  before: SectionState,
  volumeMl: number,
): { readonly state: SectionState; readonly leakedMl: number } {
  const { filled, leakedMl } = spreadCement(createCells(section, before), before.cement, volumeMl);
  const state = copySectionState(before);
  for (let c = 0; c < filled.length; c++) {
    if (filled[c]! === before.cement[c]!) continue;
    state.cement[c] = filled[c]!;
    state.restartMm[c] = state.crushMm[c]!;
  }
  return { state, leakedMl };
}

/** Cells of the body in its present shape: a crushed layer is lower and holds less. */
function createCells(section: Section, { crushMm }: SectionState): CementCells {
  const { count, layerHeightMm, heightMm, depthMm, widthMm } = section;
  const size = LAYERS * count;
  const cells: CementCells = {
    xMm: new Float64Array(size),
    yMm: new Float64Array(size),
    zMm: new Float64Array(size),
    capacityMl: new Float64Array(size),
    halfMm: [depthMm / 2, heightMm / 2, widthMm / 2],
  };
  for (let k = 0; k < LAYERS; k++)
    for (let j = 0; j < count; j++) {
      const cell = k * count + j;
      cells.xMm[cell] = section.xMm[j]!;
      cells.yMm[cell] = (k - (LAYERS - 1) / 2) * layerHeightMm;
      cells.zMm[cell] = section.zMm[j]!;
      cells.capacityMl[cell] =
        calcMarrowVolumeMl(section, k, j) * Math.max(0.1, 1 - crushMm[cell]! / layerHeightMm);
    }
  return cells;
}
