import type { BoneTable } from '../../core/simulation/boneTable.ts';
import type { PressReport, PressRequest } from '../../core/simulation/inside/pressing.ts';
import type { Run } from '../../core/simulation/run.ts';
import type { Scenario } from '../../core/simulation/scenario.ts';

/** Lane of requests: a request replaces earlier ones of the same lane and leaves other lanes alone. */
export type Lane = 'shown' | 'reference' | TrialLane;
/** Lanes of trials: what-if scenarios, others with the same figures, and years between events, with and without treatment. */
export type TrialLane = 'whatIf' | 'others' | 'years' | 'untreated';

/** Simulator: computes scenarios, in any thread. */
export interface Simulator {
  /** Returns the run, or null where a later request of the same lane replaced it. */
  run(scenario: Scenario, lane: Lane, onProgress?: (fraction: number) => void): Promise<Run | null>;
  calcBones(scenario: Scenario): Promise<BoneTable>;
  /** Cancels the lane's running request: it returns null. */
  cancel(lane: Lane): void;
  dispose(): void;
}

/** Simulator that must be loaded first. */
export interface ComingSimulator extends Simulator {
  /** Resolves when it is there, or failed to load. */
  readonly arrived: Promise<unknown>;
}

/** Interface of the worker. */
export interface Computing extends Simulator {
  /** Returns true as a sign of life. */
  ping(): true;
  /** Presses one body in finite elements, in a worker that does nothing else; replaces one that is being pressed. */
  press(request: PressRequest, onReport: (report: PressReport) => void): Promise<void>;
}
