import type { Life } from './life.ts';
import { live } from './living.ts';
import type { Population } from './people.ts';

/** Request for a cohort: the same request gives the same lives, on any number of cores. */
export interface CohortRequest {
  readonly population: Population;
  readonly people: number;
  readonly years: number;
  readonly seed: number;
  readonly overrides: Readonly<Record<string, number>>;
}

/** Life of one person of the cohort, independent of all others. */
export const liveInCohort = (request: CohortRequest, number: number): Life =>
  live(request.population, request.years, request.seed, number, request.overrides);
