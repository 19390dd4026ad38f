import * as v from 'valibot';
import type { FractureRecord } from '../results/records.ts';
import { numberIn, object } from '../schema.ts';

/** Schema of months of everyday life. */
export const timeSchema = object({
  type: v.literal('time'),
  months: v.optional(numberIn(0.1, 240), 6),
});

export type TimeEvent = v.InferOutput<typeof timeSchema>;

export interface TimeResult {
  readonly index: number;
  readonly type: 'time';
  readonly name: 'months';
  readonly feasible: true;
  /** Age at the end of that time, years. */
  readonly ageYears: number;
  readonly fractures: readonly FractureRecord[];
}
