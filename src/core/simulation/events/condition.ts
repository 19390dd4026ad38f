import type { EventType, ScenarioEvent } from './events.ts';

/** Which events make something of the patient apart from her bodies' shapes. */
const CHANGES_CONDITION = {
  activity: false,
  cement: false,
  time: true,
} as const satisfies Record<EventType, boolean>;

export const changesCondition = ({ type }: ScenarioEvent): boolean => CHANGES_CONDITION[type];
