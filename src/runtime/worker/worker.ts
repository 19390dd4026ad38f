import { expose } from 'comlink';
import { createComingExaminer } from '../imaging/comingExaminer.ts';
import { DEFAULT_SCENARIO } from '../session/defaultScenario.ts';
import { createComputing } from './computing.ts';
import { IMAGING, STANDING } from './earlyWorker.ts';

// traces are cloned, not transferred: the cache keeps the arrays, and a clone of one costs under a millisecond
expose(
  self.name === IMAGING
    ? createComingExaminer()
    : createComputing(self.name === STANDING ? DEFAULT_SCENARIO : null),
);
