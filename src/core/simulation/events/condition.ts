import type { EventType, ScenarioEvent } from './events.ts';

/** Whether events of a type change the patient's condition, apart from the shapes of her bodies. */
const CHANGES_CONDITION = {
  activity: false,
  cement: false,
  time: true,
} as const satisfies Record<EventType, boolean>;

export const changesCondition = ({ type }: ScenarioEvent): boolean => CHANGES_CONDITION[type];
