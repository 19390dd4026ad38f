import * as v from 'valibot';
import type { FractureRecord } from '../results/records.ts';
import { numberIn, object } from '../schema.ts';

/** Days in bed. */
export const restSchema = object({
  type: v.literal('rest'),
  days: v.optional(numberIn(1, 180), 7),
});

export type RestEvent = v.InferOutput<typeof restSchema>;

export interface RestResult {
  readonly index: number;
  readonly type: 'rest';
  readonly name: 'days';
  readonly feasible: true;
  /** At the end of that time. */
  readonly ageYears: number;
  readonly fractures: readonly FractureRecord[];
}
