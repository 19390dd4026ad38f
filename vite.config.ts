import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { messages } from './src/build/messages.ts';
import { offline } from './src/build/offline.ts';
import { shell } from './src/build/shell.ts';

// the page in a single file has a configuration of its own: src/build/single.ts

/** What takes long, or tells something new only seldom: `npm run test:long`. */
const LONG = 'long.test.ts';
const BROWSER_FOLDERS = ['e2e', 'repro', 'picture'];

const core = (name: string, ending: string, exclude: readonly string[] = []) => ({
  plugins: [messages()],
  test: {
    name,
    include: [`test/**/*.${ending}`],
    exclude: [...BROWSER_FOLDERS.map((folder) => `test/${folder}/**`), ...exclude],
    environment: 'node' as const,
    // generous: how long something takes is the bench's to say
    testTimeout: 300_000,
    hookTimeout: 600_000,
  },
});

/** Tests in a real browser, of the page as a visitor gets it. */
const browser = (
  name: string,
  folders: readonly string[],
  ending: string,
  exclude: readonly string[] = [],
) => ({
  plugins: [messages()],
  test: {
    name,
    include: folders.map((folder) => `test/${folder}/**/*.${ending}`),
    exclude: [...exclude],
    globalSetup: 'test/browser/serve.setup.ts',
    environment: 'node' as const,
    // what is waited for may take its time where another job has the processor
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 60_000 } },
  },
});

const SHORT = [`test/**/*.${LONG}`];
export default defineConfig({
  // relative, so that the page works in a folder of any server
  base: './',
  plugins: [react({ jsxImportSource: '#jsx' }), messages(), shell(), offline()],
  // in a worker Vite keeps every licence header, half of the file; all licences stand in licences.md beside the page
  worker: { format: 'es', rolldownOptions: { output: { comments: false } } },
  build: {
    chunkSizeWarningLimit: 900,
    license: { fileName: 'licences.md' },
    rolldownOptions: {
      output: {
        // what is needed together comes in one file: each more costs a slow net its time to and fro
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
    // all cores: nothing else runs beside the tests
    maxWorkers: '100%',
    projects: [
      core('core', 'test.ts', SHORT),
      browser('e2e', ['e2e', 'repro'], 'test.ts', SHORT),
      browser('picture', ['picture'], 'test.ts', SHORT),
      core('core-long', LONG),
      browser('browser-long', BROWSER_FOLDERS, LONG),
    ],
  },
});
