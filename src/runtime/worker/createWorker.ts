import { IMAGING, takeEarly } from './earlyWorker.ts';

/** Creates the worker, or one that takes images; a page that is a single file contains its script (`createInlineWorker.ts`). */
export const createWorker = (name = ''): Worker =>
  (name === IMAGING ? undefined : takeEarly()) ??
  new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name });
