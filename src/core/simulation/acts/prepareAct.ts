import { type Act, createAct } from '../../activity/act.ts';
import type { Performance } from '../../activity/performance.ts';
import { preparePerformance } from '../../activity/prepare.ts';
import type { Person } from '../patient/person.ts';
import { calcStandingPosture } from '../patient/standing.ts';
import type { SpineState } from '../patient/state.ts';
import type { ActivityEvent } from '../scenario.ts';
import type { Refusal } from './refusal.ts';

/** Act prepared for one person in one shape. */
export interface PreparedAct {
  readonly act: Act;
  readonly performance: Performance;
}

/** @returns the prepared act, or why its load is out of this person's reach */
export function prepareAct(person: Person, state: SpineState, event: ActivityEvent): PreparedAct | Refusal {
  const act = createAct(event);
  const upright = calcStandingPosture(person.model, person.standing, state);
  const performance = preparePerformance(person.model, state, upright, act);
  return 'code' in performance ? performance : { act, performance };
}
