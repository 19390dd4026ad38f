import type { ReachRefusal } from '../../activity/prepare.ts';
import type { Coded } from '../../quantity/coded.ts';
import type { TreatmentRefusal } from '../events/treatment.ts';

/** Refusal where a disc's muscles are too weak: `disc`, `wantedNm`, `possibleNm`. */
export type MuscleRefusal = Coded<'muscles'>;

/** Why a person cannot do an act. */
export type Refusal = ReachRefusal | MuscleRefusal;

/** Why an act cannot be done, or a treatment not be started or stopped. */
export type AnyRefusal = Refusal | TreatmentRefusal;

/** Every code there is: each needs its sentence in every language. */
export const REFUSAL_CODES = [
  'reach',
  'muscles',
  'alreadyStarted',
  'notStarted',
] as const satisfies readonly AnyRefusal['code'][];
