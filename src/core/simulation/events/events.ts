import type { ActivityEvent, ActivityResult } from './activity.ts';
import { activitySchema } from './activity.ts';
import type { CementEvent, CementResult } from './cement.ts';
import { cementSchema } from './cement.ts';
import type { TimeEvent, TimeResult } from './time.ts';
import { timeSchema } from './time.ts';

/** Types of event in a scenario: for each the event as read, and its result. Their runners are in `runners.ts`. */
export interface EventTypes {
  activity: { event: ActivityEvent; result: ActivityResult };
  cement: { event: CementEvent; result: CementResult };
  time: { event: TimeEvent; result: TimeResult };
}

export type EventType = keyof EventTypes;
export type ScenarioEvent = EventTypes[EventType]['event'];
export type EventResult = EventTypes[EventType]['result'];

/** Schema of each type of event. */
export const EVENT_SCHEMAS = {
  activity: activitySchema,
  cement: cementSchema,
  time: timeSchema,
} as const satisfies Record<EventType, unknown>;

export const EVENT_TYPES = Object.keys(EVENT_SCHEMAS) as EventType[];
