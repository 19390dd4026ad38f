import type { EventResult } from '../events/events.ts';
import type { Findings, LevelLoad } from './records.ts';

export type { EventResult } from '../events/events.ts';
export type { Findings, FractureRecord, FractureShape, LevelFindings, LevelLoad } from './records.ts';

/** Results of a scenario. */
export interface Results {
  readonly version: 1;
  readonly modelVersion: string;
  readonly events: readonly EventResult[];
  readonly findings: Findings;
}

/** Loads of the levels in an event, T1 … L5; none for events without loads. */
export const getLevelLoads = (result: EventResult): readonly LevelLoad[] =>
  result.type === 'activity' && result.feasible ? result.levels : [];

/** Peak nucleus pressure of a disc in an event, MPa; NaN for events without loads. */
export const getDiscPressureMPa = (result: EventResult, disc: string): number =>
  (result.type === 'activity' && result.feasible ? result.discPressureMPa[disc] : undefined) ?? Number.NaN;
