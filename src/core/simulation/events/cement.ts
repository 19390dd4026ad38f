import * as v from 'valibot';
import type { Level } from '../../anatomy/levels.ts';
import type { FractureRecord } from '../results/records.ts';
import { levelSchema, numberIn, object, oneOf } from '../schema.ts';

/** Schema of cement into one vertebra, after a balloon where the method says so. */
export const cementSchema = object({
  type: v.literal('cement'),
  level: levelSchema,
  volumeMl: v.optional(numberIn(0.5, 12, 'ml'), 4),
  method: v.optional(oneOf(['vertebroplasty', 'kyphoplasty']), 'vertebroplasty'),
});

export type CementEvent = v.InferOutput<typeof cementSchema>;

export interface CementResult {
  readonly index: number;
  readonly type: 'cement';
  readonly name: CementEvent['method'];
  readonly feasible: true;
  readonly level: Level;
  /** Volume of cement that stayed in the body, and that found no room there, ml. */
  readonly placedMl: number;
  readonly leakedMl: number;
  readonly fractures: readonly FractureRecord[];
}
