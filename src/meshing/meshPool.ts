import { rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';
import { boneSolid } from './bones.ts';
import { type BoneMesh, SAMPLE_MM } from './mesh.ts';

/**
 * Meshes bones in several threads, those that take longest first. Each takes the next name when it is free; meshes are returned
 * in the names' order, so that the number of threads changes nothing but the time.
 */
export async function meshBones(
  names: readonly string[],
  onMesh: (mesh: BoneMesh) => void,
  threads = availableParallelism(),
): Promise<BoneMesh[]> {
  const program = await bundleWorker();
  const meshes = new Array<BoneMesh>(names.length);
  const efforts = names.map(calcEffort);
  const order = names.map((_, i) => i).sort((a, b) => efforts[b]! - efforts[a]!);
  let next = 0;
  const workers: Worker[] = [];
  const work = () =>
    new Promise<void>((resolve, reject) => {
      const worker = new Worker(program, { execArgv: [] });
      workers.push(worker);
      let current = -1;
      const hand = () => {
        current = order[next++] ?? -1;
        if (current >= 0) worker.postMessage(names[current]);
        else resolve();
      };
      worker.on('message', (mesh: BoneMesh) => {
        meshes[current] = mesh;
        onMesh(mesh);
        hand();
      });
      worker.on('error', reject);
      hand();
    });
  try {
    await Promise.all(Array.from({ length: Math.min(threads, names.length) }, work));
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
    rmSync(program);
  }
  return meshes;
}

/** Number of samples in the box round a bone, which determines the time. */
function calcEffort(name: string): number {
  const { low, high, sampleMm = SAMPLE_MM } = boneSolid(name);
  return [0, 1, 2].reduce((product, k) => (product * (high[k]! - low[k]!)) / sampleMm, 1);
}

/** Bundles the worker into one plain script, under node_modules so that it finds the packages: a thread starts without tsx. */
async function bundleWorker(): Promise<string> {
  const outfile = fileURLToPath(
    new URL(`../../node_modules/.cache/columna/meshWorker-${process.pid}.mjs`, import.meta.url),
  );
  await build({
    entryPoints: [fileURLToPath(new URL('./meshWorker.ts', import.meta.url))],
    bundle: true,
    outfile,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    packages: 'external',
    logLevel: 'error',
  });
  return outfile;
}
