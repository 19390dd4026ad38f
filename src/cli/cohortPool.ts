import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';
import type { CohortRequest } from '../core/simulation/cohort/cohort.ts';
import type { Life } from '../core/simulation/cohort/life.ts';

/**
 * Computes a cohort's lives over several threads. Each takes the next person when it is free; lives are returned in the people's order, so
 * that the number of threads changes nothing but the time.
 */
export async function runCohort(
  request: CohortRequest,
  workers = availableParallelism(),
  onLife: (done: number) => void = () => {},
): Promise<Life[]> {
  const program = await bundleWorker();
  const lives = new Array<Life>(request.people);
  let next = 0;
  let done = 0;
  const threads: Worker[] = [];
  const work = () =>
    new Promise<void>((resolve, reject) => {
      const thread = new Worker(program, { eval: true, workerData: request, execArgv: [] });
      threads.push(thread);
      const hand = () => {
        if (next < request.people) thread.postMessage(next++);
        else resolve();
      };
      thread.on('message', ({ number, life }: { number: number; life: Life }) => {
        lives[number] = life;
        onLife(++done);
        hand();
      });
      thread.on('error', reject);
      hand();
    });
  try {
    await Promise.all(Array.from({ length: Math.min(workers, request.people) }, work));
  } finally {
    await Promise.all(threads.map((thread) => thread.terminate()));
  }
  return lives;
}

/** The worker as one plain script: a thread starts without its parent's loader, and what that adds slows hot code down. */
async function bundleWorker(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('./cohortWorker.ts', import.meta.url))],
    bundle: true,
    write: false,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    // the packages' modules, as on the page
    mainFields: ['module', 'main'],
    logLevel: 'error',
  });
  return outputFiles[0]!.text;
}
