import { expose } from 'comlink';
import { createComputing } from './computing.ts';

// traces are cloned, not transferred: the cache keeps the arrays, and a clone of one costs under a millisecond
expose(createComputing());
