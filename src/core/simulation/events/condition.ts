import type { EventType, ScenarioEvent } from './events.ts';

/** Which events make something of the patient apart from her bodies' shapes. */
const CHANGES_CONDITION = {
  activity: false,
  cement: false,
  time: true,
  rest: true,
  drug: true,
  glucocorticoid: true,
  nutrition: true,
  training: true,
  brace: true,
  'pain-relief': true,
} as const satisfies Record<EventType, boolean>;

export const changesCondition = ({ type }: ScenarioEvent): boolean => CHANGES_CONDITION[type];
