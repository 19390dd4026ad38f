import type { MAX_EVENTS } from '../../core/simulation/scenario.ts';

/** Most events in a scenario. The compiler compares it with the schema's own, which is not loaded before a link is read. */
export const EVENT_LIMIT: typeof MAX_EVENTS = 100;
