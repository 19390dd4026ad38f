import { takeEarly } from './earlyWorker.ts';

/** The mechanics' own thread; a page that is a single file has it inside (`createInlineWorker.ts`). */
export const createWorker = (): Worker =>
  takeEarly() ?? new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
