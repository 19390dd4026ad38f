import {
  type CohortRequest,
  countPeople,
  type Shard,
  type ShardRequest,
  type TrialRequest,
} from '../core/simulation/cohort/cohort.ts';
import type { Life, LifePair } from '../core/simulation/cohort/life.ts';
import { runOverThreads } from './threads.ts';

const WHOLE: Shard = { first: 0, step: 1 };

const run = <Result>(
  request: CohortRequest | TrialRequest,
  shard: Shard,
  threads?: number,
  onLife?: (done: number) => void,
): Promise<Result[]> =>
  runOverThreads<Result>(
    new URL('./cohortWorker.ts', import.meta.url),
    { request, shard } satisfies ShardRequest,
    countPeople(request.people, shard),
    threads,
    onLife,
  );

/** Computes a cohort's lives, in the people's order. */
export const runCohort = (
  request: CohortRequest,
  threads?: number,
  onLife?: (done: number) => void,
  shard = WHOLE,
): Promise<Life[]> => run(request, shard, threads, onLife);

/** The same with and without a treatment. */
export const runTrial = (
  request: TrialRequest,
  threads?: number,
  onLife?: (done: number) => void,
  shard = WHOLE,
): Promise<LifePair[]> => run(request, shard, threads, onLife);
