import type { BoneCondition } from '../patient/boneCondition.ts';
import type { SpineState } from '../patient/state.ts';
import type { Trace } from '../results/trace.ts';
import type { EventResult } from './events.ts';

/** Outcome of one event: its result, the person after it, and its trace. */
export interface EventOutcome<R extends EventResult = EventResult> {
  readonly result: R;
  readonly state: SpineState;
  /** Condition after the event: another one where time or a treatment has changed it. */
  readonly condition: BoneCondition;
  readonly trace: Trace;
}
