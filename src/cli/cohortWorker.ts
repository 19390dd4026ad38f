import { parentPort, workerData } from 'node:worker_threads';
import { liveInCohort, liveInTrial, type ShardRequest } from '../core/simulation/cohort/cohort.ts';

// One of a cohort's threads: a place in the shard comes in, that person's life goes out, with a treatment both of hers.
const { request, shard } = workerData as ShardRequest;
parentPort!.on('message', (number: number) => {
  const person = shard.first + number * shard.step;
  const result = 'treatment' in request ? liveInTrial(request, person) : liveInCohort(request, person);
  parentPort!.postMessage({ number, result });
});
