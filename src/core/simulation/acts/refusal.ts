import type { ReachRefusal } from '../../activity/prepare.ts';
import type { Coded } from '../../quantity/coded.ts';

/** Refusal where a disc's muscles are too weak: `disc`, `wantedNm`, `possibleNm`. */
export type MuscleRefusal = Coded<'muscles'>;

/** Why a person cannot do an act. */
export type Refusal = ReachRefusal | MuscleRefusal;

/** All codes of a refusal: each needs a sentence in every language. */
export const REFUSAL_CODES = ['reach', 'muscles'] as const satisfies readonly Refusal['code'][];
