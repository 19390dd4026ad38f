import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const BROWSER_FOLDERS = ['test/e2e', 'test/repro', 'test/picture'];

/** Files of the short run, or those of the long one (`npm run test:long`), whose names end in `.long.test.ts`. */
const choose = (folders: readonly string[], isLong: boolean, exclude: readonly string[] = []) => ({
  include: folders.map((folder) => `${folder}/**/*${isLong ? '.long' : ''}.test.ts`),
  exclude: isLong ? [...exclude] : ['**/*.long.test.ts', ...exclude],
});

const core = (name: string, isLong: boolean) => ({
  test: {
    name,
    ...choose(
      ['test'],
      isLong,
      BROWSER_FOLDERS.map((folder) => `${folder}/**`),
    ),
    environment: 'node' as const,
    // generous: how long something takes is the bench's to say
    testTimeout: 300_000,
    hookTimeout: 600_000,
  },
});

/** Tests in a real browser, of the page as a visitor gets it. */
const browser = (name: string, folders: readonly string[], isLong: boolean) => ({
  test: {
    name,
    ...choose(folders, isLong),
    globalSetup: 'test/browser/serve.setup.ts',
    environment: 'node' as const,
    // what is waited for may take its time where another job has the processor
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 60_000 } },
  },
});

export default defineConfig({
  test: {
    // nothing else runs beside the tests; a page that is waited for leaves its core to another
    maxWorkers: availableParallelism() + 1,
    projects: [
      core('core', false),
      browser('e2e', ['test/e2e', 'test/repro'], false),
      browser('picture', ['test/picture'], false),
      core('core-long', true),
      browser('browser-long', BROWSER_FOLDERS, true),
    ],
  },
});
