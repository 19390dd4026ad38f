import { parentPort } from 'node:worker_threads';
import { levelIndex } from '../core/anatomy/levels.ts';
import { findBreakingOverload } from '../core/simulation/cohort/breakingOverload.ts';
import { DAILY_ACTS, MEASURED_LEVELS } from '../core/simulation/cohort/dailyLife.ts';

// One of the threads of overloads.ts: receives the number of an act and a level, returns the breaking overload.
parentPort!.on('message', (number: number) => {
  const act = DAILY_ACTS[Math.floor(number / MEASURED_LEVELS.length)]!;
  const level = levelIndex(MEASURED_LEVELS[number % MEASURED_LEVELS.length]!);
  parentPort!.postMessage({ number, result: findBreakingOverload(act, level) });
});
