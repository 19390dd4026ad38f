import type { ReachRefusal } from '../../activity/prepare.ts';
import type { Coded } from '../../quantity/coded.ts';

/** A disc's muscles would have to make more than they can: `disc`, `wantedNm`, `possibleNm`. */
export type MuscleRefusal = Coded<'muscles'>;

/** Why a person cannot do an act. */
export type Refusal = ReachRefusal | MuscleRefusal;

/** Every code there is: each needs its sentence in every language. */
export const REFUSAL_CODES = ['reach', 'muscles'] as const satisfies readonly Refusal['code'][];
