import { defineConfig } from 'vitest/config';
import { messages } from './vite.messages.ts';

/** Tests in a real browser, of the page as a visitor gets it. */
const browser = (
  name: string,
  folders: readonly string[],
  options: { readonly fileParallelism?: boolean } = {},
) => ({
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
