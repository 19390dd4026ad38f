import { expose } from 'comlink';
import { DEFAULT_SCENARIO } from '../session/defaultScenario.ts';
import { createComputing } from './computing.ts';
import { STANDING } from './earlyWorker.ts';

// traces are cloned, not transferred: the cache keeps the arrays, and a clone of one costs under a millisecond
expose(createComputing(self.name === STANDING ? DEFAULT_SCENARIO : null));
