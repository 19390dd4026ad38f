import type { MAX_EVENTS } from '../../core/simulation/scenario.ts';

/** Most events of a scenario. The compiler holds it to the schema's own, which is not loaded before a link is read. */
export const EVENT_LIMIT: typeof MAX_EVENTS = 100;
