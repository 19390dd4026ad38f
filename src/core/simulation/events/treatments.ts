import type { CourseKind } from '../../treatment/course.ts';
import { BRACE_NAMES, DRUG_NAMES, TRAINING_NAMES } from '../../treatment/names.ts';

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

export const ACTIONS = ['start', 'stop'] as const;

export interface TreatmentEvent<T extends TreatmentType = TreatmentType> {
  readonly type: T;
  readonly name: TreatmentName<T>;
  readonly action: (typeof ACTIONS)[number];
}

/** Of whichever type. */
export type AnyTreatmentEvent = { readonly [T in TreatmentType]: TreatmentEvent<T> }[TreatmentType];
