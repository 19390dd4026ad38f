import type { ActivityEvent, ActivityResult } from './activity.ts';
import { activitySchema } from './activity.ts';
import type { CementEvent, CementResult } from './cement.ts';
import { cementSchema } from './cement.ts';
import type { RestEvent, RestResult } from './rest.ts';
import { restSchema } from './rest.ts';
import type { TimeEvent, TimeResult } from './time.ts';
import { timeSchema } from './time.ts';
import type { TreatmentResult } from './treatment.ts';
import {
  braceSchema,
  drugSchema,
  glucocorticoidSchema,
  nutritionSchema,
  painReliefSchema,
  trainingSchema,
} from './treatment.ts';
import type { TreatmentEvent, TreatmentType } from './treatments.ts';

/** Started or stopped. */
type Treatments = {
  readonly [T in TreatmentType]: { event: TreatmentEvent<T>; result: TreatmentResult<T> };
};

/** Types of event in a scenario: for each the event as read, and its result. Their runners are in `runners.ts`. */
export interface EventTypes extends Treatments {
  activity: { event: ActivityEvent; result: ActivityResult };
  cement: { event: CementEvent; result: CementResult };
  time: { event: TimeEvent; result: TimeResult };
  rest: { event: RestEvent; result: RestResult };
}

export type EventType = keyof EventTypes;
export type ScenarioEvent = EventTypes[EventType]['event'];
export type EventResult = EventTypes[EventType]['result'];

/** Schema of each type of event. */
export const EVENT_SCHEMAS = {
  activity: activitySchema,
  cement: cementSchema,
  time: timeSchema,
  rest: restSchema,
  drug: drugSchema,
  glucocorticoid: glucocorticoidSchema,
  nutrition: nutritionSchema,
  training: trainingSchema,
  brace: braceSchema,
  'pain-relief': painReliefSchema,
} as const satisfies Record<EventType, unknown>;

export const EVENT_TYPES = Object.keys(EVENT_SCHEMAS) as EventType[];
