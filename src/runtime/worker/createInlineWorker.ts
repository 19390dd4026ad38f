import InlineWorker from './worker.ts?worker&inline';

/** The same out of the page itself, as a classic script: from a file browsers start no modules as workers. */
export const createWorker = (): Worker => new InlineWorker();
