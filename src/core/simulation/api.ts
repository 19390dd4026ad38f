// what the package of the core offers (`npm run build:core`)

export type { Coded } from '../quantity/coded.ts';
export { MODEL_VERSION } from './modelVersion.ts';
export type { Problem } from './problem.ts';
export type { EventResult, Findings, FractureRecord, LevelFindings, Results } from './results/results.ts';
export type { Trace } from './results/trace.ts';
export { createRunCache, finish, type Run, type RunCache, runScenario } from './run.ts';
export {
  checkScenario,
  readScenario,
  type Scenario,
  type ScenarioEvent,
  type ScenarioReading,
} from './scenario.ts';
