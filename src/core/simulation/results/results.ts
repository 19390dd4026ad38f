import type { EventResult as Own } from '../events/events.ts';
import type { AfterEvent } from './afterEvent.ts';
import type { Findings, LevelLoad } from './records.ts';

export type { AfterEvent, HealingRecord, LevelBoneRecord } from './afterEvent.ts';
export type { Pain, PainPosture, PainSource } from './pain.ts';
export type { Findings, FractureRecord, FractureShape, LevelFindings, LevelLoad } from './records.ts';

/** What an event did, and the person after it. */
export type EventResult = Own & AfterEvent;

/** Results of a scenario. */
export interface Results {
  readonly version: 1;
  readonly modelVersion: string;
  /** The person before the first event, where time or a treatment is among them: what they are held against. */
  readonly start?: AfterEvent;
  readonly events: readonly EventResult[];
  readonly findings: Findings;
}

/** Loads of the levels in an event, T1 … L5; none for events without loads. */
export const getLevelLoads = (result: Own): readonly LevelLoad[] =>
  result.type === 'activity' && result.feasible ? result.levels : [];

/** Peak nucleus pressure of a disc in an event, MPa; NaN for events without loads. */
export const getDiscPressureMPa = (result: Own, disc: string): number =>
  (result.type === 'activity' && result.feasible ? result.discPressureMPa[disc] : undefined) ?? Number.NaN;
