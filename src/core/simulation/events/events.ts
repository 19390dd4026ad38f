import type { ActivityEvent, ActivityResult } from './activity.ts';
import { activitySchema } from './activity.ts';
import type { CementEvent, CementResult } from './cement.ts';
import { cementSchema } from './cement.ts';
import type { TimeEvent, TimeResult } from './time.ts';
import { timeSchema } from './time.ts';

/** What may happen in a scenario: of each type its event as the reader hands it on, and its result. Runners stand in `runners.ts`. */
export interface EventTypes {
  activity: { event: ActivityEvent; result: ActivityResult };
  cement: { event: CementEvent; result: CementResult };
  time: { event: TimeEvent; result: TimeResult };
}

export type EventType = keyof EventTypes;
export type ScenarioEvent = EventTypes[EventType]['event'];
export type EventResult = EventTypes[EventType]['result'];

/** What a scenario's text may say of each. */
export const EVENT_SCHEMAS = {
  activity: activitySchema,
  cement: cementSchema,
  time: timeSchema,
} as const satisfies Record<EventType, unknown>;

export const EVENT_TYPES = Object.keys(EVENT_SCHEMAS) as EventType[];
