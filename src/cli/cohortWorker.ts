import { parentPort, workerData } from 'node:worker_threads';
import { type CohortRequest, liveInCohort } from '../core/simulation/cohort/cohort.ts';

// One of a cohort's threads: receives a person's number and returns her life.
const request = workerData as CohortRequest;
parentPort!.on('message', (number: number) => {
  parentPort!.postMessage({ number, result: liveInCohort(request, number) });
});
