import type { BoneTable } from '../../core/simulation/boneTable.ts';
import type { Run } from '../../core/simulation/run.ts';
import type { Scenario } from '../../core/simulation/scenario.ts';

/** Requests of one lane replace each other; those of another go on. */
export type Lane = 'shown' | 'reference' | TrialLane;
/** What might have been, and how others of the same figures fare: neither may take the other's place. */
export type TrialLane = 'whatIf' | 'others';

/** Computes scenarios, wherever that happens. */
export interface Simulator {
  /** The run, or null where a later request of the same lane took its place. */
  run(scenario: Scenario, lane: Lane, onProgress?: (fraction: number) => void): Promise<Run | null>;
  calcBones(scenario: Scenario): Promise<BoneTable>;
  /** Gives up the lane's running request: it answers null. */
  cancel(lane: Lane): void;
  dispose(): void;
}

/** One that has to be fetched first. */
export interface ComingSimulator extends Simulator {
  /** Resolves when it is there, or will not come. */
  readonly arrived: Promise<unknown>;
}

/** What the worker answers to. */
export interface Computing extends Simulator {
  /** Sign of life. */
  ping(): true;
}
