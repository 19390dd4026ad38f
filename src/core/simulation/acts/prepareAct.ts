import { type Act, createAct } from '../../activity/act.ts';
import type { Performance } from '../../activity/performance.ts';
import { preparePerformance } from '../../activity/prepare.ts';
import type { Person } from '../patient/person.ts';
import { calcStandingPosture } from '../patient/standing.ts';
import type { SpineState } from '../patient/state.ts';
import type { ActivityEvent } from '../scenario.ts';
import type { Refusal } from './refusal.ts';

/** An act made ready for one person in one shape. */
export interface PreparedAct {
  readonly act: Act;
  readonly performance: Performance;
}

/** @returns the act made ready, or why this person cannot reach what it asks for */
export function prepareAct(person: Person, state: SpineState, event: ActivityEvent): PreparedAct | Refusal {
  const act = createAct(event);
  const upright = calcStandingPosture(person.model, person.standing, state);
  const performance = preparePerformance(person.model, state, upright, act);
  return 'code' in performance ? performance : { act, performance };
}
