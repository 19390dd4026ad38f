import { applyAgeing, type BoneCondition } from '../patient/boneCondition.ts';
import type { PatientModel } from '../patient/patientModel.ts';
import type { Person } from '../patient/person.ts';
import type { SpineState } from '../patient/state.ts';
import { runActivity } from './activityRun.ts';
import { runBalloon } from './balloonRun.ts';
import { runCement } from './cementRun.ts';
import type { EventType, EventTypes, ScenarioEvent } from './events.ts';
import type { EventOutcome } from './outcome.ts';
import { runTime } from './timeRun.ts';

/** Computation of a type of event. */
interface Runner<T extends EventType> {
  /** Runs the event and yields its progress (0…1). @param state left as it is */
  readonly run: (
    person: Person,
    state: SpineState,
    event: EventTypes[T]['event'],
    index: number,
  ) => Generator<number, EventOutcome<EventTypes[T]['result']>>;
  /** Changes the patient's condition; only for types that do. */
  readonly applyTo?: (
    patient: PatientModel,
    condition: BoneCondition,
    event: EventTypes[T]['event'],
  ) => BoneCondition;
}

const RUNNERS: { readonly [T in EventType]: Runner<T> } = {
  activity: { run: runActivity },
  cement: {
    run: (person, state, event, index) =>
      event.method === 'kyphoplasty'
        ? runBalloon(person, state, event, index)
        : runCement(person, state, event, index),
  },
  time: {
    run: runTime,
    applyTo: (patient, condition, event) => applyAgeing(patient, condition, event.months),
  },
};

const getRunner = (event: ScenarioEvent) => RUNNERS[event.type] as Runner<EventType>;

export const runEvent = (
  person: Person,
  state: SpineState,
  event: ScenarioEvent,
  index: number,
): Generator<number, EventOutcome> => getRunner(event).run(person, state, event, index);

/** Condition after some events, without their effect on the bodies. */
export const calcCondition = (
  patient: PatientModel,
  condition: BoneCondition,
  events: readonly ScenarioEvent[],
): BoneCondition =>
  events.reduce((before, event) => getRunner(event).applyTo?.(patient, before, event) ?? before, condition);
