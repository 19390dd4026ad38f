import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';

/**
 * Computes numbered tasks in several threads. Each takes the next task when it is free; results are returned in the tasks' order, so
 * that the number of threads changes nothing but the time.
 *
 * @param script module that answers each task's number with `{ number, result }`
 * @param data `workerData` of the script
 */
export async function runOverThreads<Result>(
  script: URL,
  data: unknown,
  tasks: number,
  threads = availableParallelism(),
  onResult: (done: number) => void = () => {},
): Promise<Result[]> {
  const program = await bundle(script);
  const results = new Array<Result>(tasks);
  let next = 0;
  let done = 0;
  const workers: Worker[] = [];
  const work = () =>
    new Promise<void>((resolve, reject) => {
      const worker = new Worker(program, { eval: true, workerData: data, execArgv: [] });
      workers.push(worker);
      const hand = () => {
        if (next < tasks) worker.postMessage(next++);
        else resolve();
      };
      worker.on('message', ({ number, result }: { number: number; result: Result }) => {
        results[number] = result;
        onResult(++done);
        hand();
      });
      worker.on('error', reject);
      hand();
    });
  try {
    await Promise.all(Array.from({ length: Math.min(threads, tasks) }, work));
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
  return results;
}

/** Bundles the script into one plain file: a thread starts without its parent's loader, which would slow hot code down. */
async function bundle(script: URL): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(script)],
    bundle: true,
    write: false,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    // the packages' ES modules, as on the page
    mainFields: ['module', 'main'],
    logLevel: 'error',
  });
  return outputFiles[0]!.text;
}
