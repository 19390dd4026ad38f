import { tsImport } from 'tsx/esm/api';

// A thread starts without the loader that its parent has: Node 20 cannot hand it on.
await tsImport('./cohortWorker.ts', import.meta.url);
