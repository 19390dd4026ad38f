import { expose } from 'comlink';
import { createSlicedSimulator } from './slicedSimulator.ts';
import type { Computing } from './workerSimulator.ts';

// traces are cloned, not transferred: the cache keeps the arrays, and a clone of one costs under a millisecond
expose({ ...createSlicedSimulator(), ping: () => true } satisfies Computing);
