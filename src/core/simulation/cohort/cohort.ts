import type { Life } from './life.ts';
import { live } from './living.ts';
import type { Population } from './people.ts';

/** A cohort asked for: the same request gives the same lives, on however many cores. */
export interface CohortRequest {
  readonly population: Population;
  readonly people: number;
  readonly years: number;
  readonly seed: number;
  readonly overrides: Readonly<Record<string, number>>;
}

/** The life of one of its people, whom nobody else's influences. */
export const liveInCohort = (request: CohortRequest, number: number): Life =>
  live(request.population, request.years, request.seed, number, request.overrides);
