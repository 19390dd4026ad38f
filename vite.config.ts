import { availableParallelism } from 'node:os';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { element } from './src/build/element.ts';
import { messages } from './src/build/messages.ts';
import { offline } from './src/build/offline.ts';
import { shell } from './src/build/shell.ts';

// the page in a single file has a configuration of its own: src/build/single.ts

const BROWSER_FOLDERS = ['test/e2e', 'test/repro', 'test/picture'];

/** Files of the short run, or those of the long one (`npm run test:long`), whose names end in `.long.test.ts`. */
const choose = (folders: readonly string[], isLong: boolean, exclude: readonly string[] = []) => ({
  include: folders.map((folder) => `${folder}/**/*${isLong ? '.long' : ''}.test.ts`),
  exclude: isLong ? [...exclude] : ['**/*.long.test.ts', ...exclude],
});

const core = (name: string, isLong: boolean) => ({
  plugins: [messages()],
  test: {
    name,
    ...choose(
      ['test'],
      isLong,
      BROWSER_FOLDERS.map((folder) => `${folder}/**`),
    ),
    environment: 'node' as const,
    // generous: durations are measured by the bench
    testTimeout: 300_000,
    hookTimeout: 1_800_000,
  },
});

/** Tests of the built page in a real browser. */
const browser = (name: string, folders: readonly string[], isLong: boolean) => ({
  plugins: [messages()],
  test: {
    name,
    ...choose(folders, isLong),
    globalSetup: 'test/browser/serve.setup.ts',
    environment: 'node' as const,
    // long enough where another job has the processor
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 60_000 } },
  },
});

export default defineConfig({
  // relative, so that the page works in a folder of any server
  base: './',
  plugins: [react({ jsxImportSource: '#jsx' }), messages(), shell(), element(), offline()],
  // in a worker Vite keeps every licence header, half of the file; all licences are in licences.md beside the page
  worker: { format: 'es', rolldownOptions: { output: { comments: false } } },
  build: {
    chunkSizeWarningLimit: 900,
    license: { fileName: 'licences.md' },
    rolldownOptions: {
      output: {
        // what is needed together is in one file: each more costs a round trip on a slow network
        codeSplitting: {
          groups: [
            { name: 'page', test: /\/src\/main\.tsx$/, priority: 2 },
            { name: 'stage', test: /\/src\/scene\/stage\/Stage\.tsx$/, priority: 1 },
          ],
        },
      },
    },
  },
  test: {
    // nothing else runs beside the tests; while a test waits for its page, its core is free for another
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
