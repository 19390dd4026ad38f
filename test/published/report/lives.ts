import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { runCohort } from '../../../src/cli/cohortPool.ts';
import type { CohortRequest } from '../../../src/core/simulation/cohort/cohort.ts';
import type { Life } from '../../../src/core/simulation/cohort/life.ts';
import { WOMEN_OVER_60 } from '../../../src/core/simulation/cohort/people.ts';
import type { Setting } from './row.ts';

/** The cohort behind V4, V5, V6, V9 and V10. */
export const COHORT = { people: 120, years: 5, seed: 1 } as const;

const ROOT = resolve(import.meta.dirname, '../../..');
const CACHE = join(ROOT, 'node_modules/.cache/columna');
/** A lock older than this was left by a run that was ended, ms. */
const STALE_MS = 1_800_000;

/**
 * The lives of the cohort. Cached on disk under a hash of the model, so that the rows' tests, which run side by side, compute them
 * once, and not again until the model changes.
 */
export async function getLives(setting: Setting, onLife?: (done: number) => void): Promise<readonly Life[]> {
  const request: CohortRequest = {
    ...COHORT,
    population: { ...WOMEN_OVER_60, strengthCv: setting.strengthCv },
    overrides: setting.overrides,
  };
  const model = hashModel();
  const file = join(CACHE, `lives-${model}-${hash(JSON.stringify(request))}.json`);
  const lock = `${file}.lock`;
  mkdirSync(CACHE, { recursive: true });
  for (;;) {
    if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Life[];
    if (takeLock(lock)) break;
    await wait(200);
  }
  try {
    const lives = await runCohort(request, undefined, onLife);
    writeFileSync(`${file}.new`, JSON.stringify(lives));
    renameSync(`${file}.new`, file);
    for (const old of readdirSync(CACHE))
      if (old.endsWith('.json') && !old.includes(model)) rmSync(join(CACHE, old), { force: true });
    return lives;
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

function takeLock(lock: string): boolean {
  try {
    mkdirSync(lock);
    return true;
  } catch {
    // another test file is at it, or one was ended while it was
    const age = Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (age > STALE_MS) rmSync(lock, { recursive: true, force: true });
    return false;
  }
}

const hash = (...texts: readonly string[]): string => {
  const sum = createHash('sha256');
  for (const text of texts) sum.update(text);
  return sum.digest('hex').slice(0, 24);
};

/** Everything a life depends on: the core's text and the models' tables. */
function hashModel(): string {
  const list = (folder: string, ending: string) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith(ending))
      .map((name) => join(folder, name));
  // what shapes the bones of the picture, and what this report writes, is not read by mechanics
  const tables = list('models', '.json').filter((file) => !/meshing-|meshes|validation/.test(file));
  const files = [...list('src/core', '.ts'), ...tables].sort();
  return hash(...files.flatMap((file) => [file, readFileSync(join(ROOT, file), 'utf8')]));
}
