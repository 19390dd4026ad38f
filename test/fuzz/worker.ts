import { parentPort, workerData } from 'node:worker_threads';
import { findBroken } from './check.ts';
import { drawScenario } from './randomScenario.ts';

// One of the threads of main.ts: the number of a case comes in, what is wrong with it goes out.
parentPort!.on('message', (number: number) => {
  const { seed } = workerData as { readonly seed: number };
  parentPort!.postMessage({ number, result: findBroken(drawScenario(seed, number)) });
});
