import * as v from 'valibot';
import type { Coded } from '../../quantity/coded.ts';
import type { FractureRecord } from '../results/records.ts';
import { object, oneOf } from '../schema.ts';
import {
  ACTIONS,
  TREATMENTS,
  type TreatmentEvent,
  type TreatmentName,
  type TreatmentType,
} from './treatments.ts';

/** Drugs, kinds of training and braces must be named; of the rest there is one. */
const createSchema = <const T extends TreatmentType>(type: T) => {
  const names = TREATMENTS[type] as readonly TreatmentName<T>[];
  return object({
    type: v.literal(type),
    name: names.length > 1 ? oneOf(names) : v.optional(oneOf(names), names[0] as never),
    action: oneOf(ACTIONS),
  });
};

export const drugSchema = createSchema('drug');
export const glucocorticoidSchema = createSchema('glucocorticoid');
export const nutritionSchema = createSchema('nutrition');
export const trainingSchema = createSchema('training');
export const braceSchema = createSchema('brace');
export const painReliefSchema = createSchema('pain-relief');

/** Why a treatment cannot be started or stopped. */
export type TreatmentRefusal = Coded<'alreadyStarted' | 'notStarted'>;

interface OfTreatment<T extends TreatmentType> {
  readonly index: number;
  readonly type: T;
  readonly name: TreatmentName<T>;
  readonly action: TreatmentEvent['action'];
  readonly fractures: readonly FractureRecord[];
}

export interface DoneTreatment<T extends TreatmentType> extends OfTreatment<T> {
  readonly feasible: true;
}

/** It changes nothing. */
export interface RefusedTreatment<T extends TreatmentType> extends OfTreatment<T> {
  readonly feasible: false;
  readonly refusal: TreatmentRefusal;
}

export type TreatmentResult<T extends TreatmentType = TreatmentType> = DoneTreatment<T> | RefusedTreatment<T>;
