import type { CohortRequest } from '../core/simulation/cohort/cohort.ts';
import type { Life } from '../core/simulation/cohort/life.ts';
import { runOverThreads } from './threads.ts';

/** Computes a cohort's lives, in the people's order. */
export const runCohort = (
  request: CohortRequest,
  threads?: number,
  onLife?: (done: number) => void,
): Promise<Life[]> =>
  runOverThreads<Life>(
    new URL('./cohortWorker.ts', import.meta.url),
    request,
    request.people,
    threads,
    onLife,
  );
