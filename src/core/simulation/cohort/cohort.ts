import type { AnyTreatmentEvent } from '../events/treatments.ts';
import type { Life, LifePair } from './life.ts';
import { live, liveTreated } from './living.ts';
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

/** Request for a cohort that is compared with and without a treatment. */
export interface TrialRequest extends CohortRequest {
  readonly treatment: AnyTreatmentEvent;
}

/** Both lives of one person of a trial: she is the same when it begins. */
export function liveInTrial(request: TrialRequest, number: number): LifePair {
  const { population, years, seed, overrides, treatment } = request;
  const live = (taken: AnyTreatmentEvent | null) =>
    liveTreated(population, years, seed, number, overrides, taken);
  return { without: live(null), with: live(treatment) };
}

/** Part of a cohort: every so many people from the first on. */
export interface Shard {
  readonly first: number;
  readonly step: number;
}

export interface ShardRequest {
  readonly request: CohortRequest | TrialRequest;
  readonly shard: Shard;
}

/** Number of a cohort's people that a shard has. */
export const countPeople = (people: number, { first, step }: Shard): number =>
  Math.max(0, Math.ceil((people - first) / step));
