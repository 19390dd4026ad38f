import { takeEarly } from './earlyWorker.ts';

/** Creates the worker; a page that is a single file contains its script (`createInlineWorker.ts`). */
export const createWorker = (): Worker =>
  takeEarly() ?? new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
