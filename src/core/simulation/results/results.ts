import type { EventResult } from '../events/events.ts';
import type { Findings, LevelLoad } from './records.ts';

export type { EventResult } from '../events/events.ts';
export type { Findings, FractureRecord, FractureShape, LevelFindings, LevelLoad } from './records.ts';

/** What is known of a scenario. */
export interface Results {
  readonly version: 1;
  readonly modelVersion: string;
  readonly events: readonly EventResult[];
  readonly findings: Findings;
}

/** What an event asked of the levels, T1 … L5; none where it computed no loads. */
export const getLevelLoads = (result: EventResult): readonly LevelLoad[] =>
  result.type === 'activity' && result.feasible ? result.levels : [];

/** Peak nucleus pressure of a disc in an event, MPa; NaN where it computed no loads. */
export const getDiscPressureMPa = (result: EventResult, disc: string): number =>
  (result.type === 'activity' && result.feasible ? result.discPressureMPa[disc] : undefined) ?? Number.NaN;
