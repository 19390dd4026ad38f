import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { messages } from './src/build/messages.ts';
import { offline } from './src/build/offline.ts';
import { shell } from './src/build/shell.ts';

// the page in a single file has a configuration of its own: src/build/single.ts

/** Tests in a real browser, of the page as a visitor gets it. */
const browser = (
  name: string,
  folders: readonly string[],
  options: { readonly fileParallelism?: boolean } = {},
) => ({
  plugins: [messages()],
  test: {
    name,
    include: folders.map((folder) => `test/${folder}/**/*.test.ts`),
    globalSetup: 'test/browser/serve.setup.ts',
    environment: 'node' as const,
    testTimeout: 180_000,
    hookTimeout: 180_000,
    // what is loaded when it is asked for may take its time on a busy machine
    expect: { poll: { timeout: 30_000 } },
    ...options,
  },
});

export default defineConfig({
  // relative, so that the page works in a folder of any server
  base: './',
  plugins: [react(), messages(), shell(), offline()],
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
      {
        plugins: [messages()],
        test: {
          name: 'core',
          include: ['test/**/*.test.ts'],
          exclude: ['test/e2e/**', 'test/repro/**', 'test/picture/**'],
          environment: 'node',
          // generous: how long something takes is the bench's to say
          testTimeout: 120_000,
          hookTimeout: 300_000,
        },
      },
      browser('e2e', ['e2e', 'repro']),
      // software draws a frame in a second: one page at a time
      browser('picture', ['picture'], { fileParallelism: false }),
    ],
  },
});
