import InlineWorker from './worker.ts?worker&inline';

/** Creates the worker from the page itself, as a classic script: browsers start no module workers from a file. */
export const createWorker = (name = ''): Worker => new InlineWorker({ name });
