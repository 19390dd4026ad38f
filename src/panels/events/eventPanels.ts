import type { EventType, EventTypes } from '../../core/simulation/events/events.ts';
import { activity } from './activity.ts';
import { cement } from './cement.tsx';
import type { EventPanel } from './eventPanel.ts';
import { time } from './time.tsx';

type EventOf<T extends EventType> = EventTypes[T]['event'];
type EventPanels = { readonly [T in EventType]: EventPanel<EventOf<T>> };

/** Panel of every type of event, in the order in which they are shown. */
export const EVENT_PANELS = { activity, cement, time } satisfies EventPanels;

export const getEventPanel = <T extends EventType>({ type }: EventOf<T>): EventPanel<EventOf<T>> =>
  (EVENT_PANELS as EventPanels)[type as T];
