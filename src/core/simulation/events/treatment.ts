import * as v from 'valibot';
import type { Coded } from '../../quantity/coded.ts';
import type { CourseKind } from '../../treatment/course.ts';
import { DRUG_NAMES } from '../../treatment/drugs.ts';
import { BRACE_NAMES, TRAINING_NAMES } from '../../treatment/effects.ts';
import type { FractureRecord } from '../results/records.ts';
import { object, oneOf } from '../schema.ts';

/** What is started and stopped, and takes effect over the time that follows; of each type its names, the first where none is given. */
export const TREATMENTS = {
  drug: DRUG_NAMES,
  /** 7.5 mg of prednisolone a day or more: a harm to bone. */
  glucocorticoid: ['oral'],
  /** Enough of it where intake was low. */
  nutrition: ['calcium-vitamin-d'],
  training: TRAINING_NAMES,
  brace: BRACE_NAMES,
  /** Whatever eases: no size of its own, since trials give none. */
  'pain-relief': ['tablets'],
} as const satisfies Partial<Record<CourseKind, readonly string[]>>;

export type TreatmentType = keyof typeof TREATMENTS;
export const TREATMENT_TYPES = Object.keys(TREATMENTS) as TreatmentType[];
export type TreatmentName<T extends TreatmentType = TreatmentType> = (typeof TREATMENTS)[T][number];

/** Drugs and braces are taken one at a time: another one ends the one before. */
export const ONE_AT_A_TIME: readonly TreatmentType[] = ['drug', 'brace'];

const ACTIONS = ['start', 'stop'] as const;

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

export interface TreatmentEvent<T extends TreatmentType = TreatmentType> {
  readonly type: T;
  readonly name: TreatmentName<T>;
  readonly action: (typeof ACTIONS)[number];
}

/** Of whichever type. */
export type AnyTreatmentEvent = { readonly [T in TreatmentType]: TreatmentEvent<T> }[TreatmentType];

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
