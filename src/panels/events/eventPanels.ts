import type { ScenarioEvent } from '../../core/simulation/scenario.ts';
import { activity } from './activity.ts';
import { cement } from './cement.tsx';
import type { EventPanel } from './eventPanel.ts';
import { time } from './time.tsx';

export type EventType = ScenarioEvent['type'];
type EventOf<T extends EventType> = Extract<ScenarioEvent, { type: T }>;
type EventPanels = { readonly [T in EventType]: EventPanel<EventOf<T>> };

/** Every type of event, in the order in which the panel has them. */
export const EVENT_PANELS = { activity, cement, time } satisfies EventPanels;

export const getEventPanel = <T extends EventType>({ type }: EventOf<T>): EventPanel<EventOf<T>> =>
  (EVENT_PANELS as EventPanels)[type as T];
