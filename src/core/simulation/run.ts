import { showAtRest } from './events/activityRun.ts';
import { changesCondition } from './events/condition.ts';
import { runEvent } from './events/runners.ts';
import { finish } from './finish.ts';
import { MODEL_VERSION } from './modelVersion.ts';
import type { BoneCondition } from './patient/boneCondition.ts';
import { applyKnownFractures } from './patient/knownFractures.ts';
import { applyCondition, createPerson, type Person } from './patient/person.ts';
import { createSpineState, type SpineState } from './patient/state.ts';
import { describeAfter } from './results/afterEvent.ts';
import { measureFindings } from './results/findings.ts';
import type { AfterEvent, EventResult, Results } from './results/results.ts';
import type { Trace } from './results/trace.ts';
import type { Scenario } from './scenario.ts';

/** Computed scenario: the results of every event, and the trace of the last one (of quiet standing if there is none). */
export interface Run {
  readonly results: Results;
  /** Condition of the patient after the last event. */
  readonly condition: BoneCondition;
  readonly trace: Trace;
}

/** State after an event, stored under a key made of everything before it. */
interface Checkpoint {
  /** The patient in the condition after the event. */
  readonly person: Person;
  readonly state: SpineState;
  readonly results: readonly EventResult[];
  readonly trace: Trace | null;
  /** Of the state before the first event, once it has been asked for. */
  readonly start?: AfterEvent;
  /** Whether the event shows nothing but her standing quietly, which is computed when it is asked for. */
  readonly quiet: boolean;
}

/** Cache of earlier events, so that one more event costs one event. Oldest first. */
export interface RunCache {
  readonly checkpoints: Map<string, Checkpoint>;
}
export const createRunCache = (): RunCache => ({ checkpoints: new Map() });

const MOST_CHECKPOINTS = 150;

/**
 * Computes a scenario, yielding its progress (0…1) after every frame, so that the caller can pause or cancel in between.
 * The same scenario gives the same bits, with a cache or without.
 */
export function* runScenario(scenario: Scenario, cache: RunCache = createRunCache()): Generator<number, Run> {
  const { events } = scenario;
  let { key, checkpoint } = openStart(scenario, cache);
  const start = events.some(changesCondition) ? describeStart(key, checkpoint, cache) : undefined;
  for (let index = 0; index < events.length; index++) {
    key += `\n${JSON.stringify(events[index])}`;
    // the last event's trace is needed too; of earlier ones only their outcome
    const known = cache.checkpoints.get(key);
    if (known && (known.quiet || known.trace || index < events.length - 1)) {
      checkpoint = known;
      continue;
    }
    const work = runEvent(checkpoint.person, checkpoint.state, events[index]!, index);
    let step = work.next();
    while (!step.done) {
      yield (index + step.value) / events.length;
      step = work.next();
    }
    dropTraces(cache);
    const { state, condition, result, trace } = step.value;
    const person =
      condition === checkpoint.person.condition
        ? checkpoint.person
        : applyCondition(checkpoint.person.patient, condition, checkpoint.person);
    const results = [...checkpoint.results, { ...result, ...describeAfter(person, state) }];
    checkpoint = { person, state, results, trace, quiet: trace === null };
    remember(cache, key, checkpoint);
  }
  const { person, state, results } = checkpoint;
  let { trace } = checkpoint;
  if (!trace) {
    trace = yield* atTheEnd(showAtRest(person, state, events.length - 1));
    remember(cache, key, { ...checkpoint, trace });
  }
  return {
    results: {
      version: 1,
      modelVersion: MODEL_VERSION,
      ...(start && { start }),
      events: results,
      findings: measureFindings(person, state),
    },
    condition: person.condition,
    trace,
  };
}

/** The person and her spine after the last event, from which images are made and bodies are pressed. */
export const runToState = (scenario: Scenario, cache: RunCache = createRunCache()): PersonState =>
  finish(workToState(scenario, cache));

export interface PersonState {
  readonly person: Person;
  readonly state: SpineState;
}

/** Computes a scenario to its end, yielding its progress. */
export function* workToState(scenario: Scenario, cache: RunCache): Generator<number, PersonState> {
  yield* runScenario(scenario, cache);
  const start = openStart(scenario, cache);
  const key = scenario.events.reduce((before, event) => `${before}\n${JSON.stringify(event)}`, start.key);
  return cache.checkpoints.get(key) ?? start.checkpoint;
}

/** A work that comes when all events are done: progress goes no further. */
function* atTheEnd<T>(work: Generator<number, T>): Generator<number, T> {
  let step = work.next();
  while (!step.done) {
    yield 1;
    step = work.next();
  }
  return step.value;
}

/** State of the patient before the first event. */
function openStart(
  { patient, overrides }: Scenario,
  cache: RunCache,
): { key: string; checkpoint: Checkpoint } {
  const key = JSON.stringify([patient, overrides ?? {}]);
  const known = cache.checkpoints.get(key);
  if (known) return { key, checkpoint: known };
  const person = createPerson(patient, overrides);
  const intact = createSpineState(person.sections);
  const state = applyKnownFractures(person, intact, patient.knownFractures ?? []);
  const checkpoint: Checkpoint = { person, state, results: [], trace: null, quiet: true };
  remember(cache, key, checkpoint);
  return { key, checkpoint };
}

function describeStart(key: string, checkpoint: Checkpoint, cache: RunCache): AfterEvent {
  const start = checkpoint.start ?? describeAfter(checkpoint.person, checkpoint.state);
  if (!checkpoint.start) remember(cache, key, { ...checkpoint, start });
  return start;
}

function remember(cache: RunCache, key: string, checkpoint: Checkpoint): void {
  cache.checkpoints.set(key, checkpoint);
  for (const oldest of cache.checkpoints.keys()) {
    if (cache.checkpoints.size <= MOST_CHECKPOINTS) break;
    cache.checkpoints.delete(oldest);
  }
}

/** Drops all traces but the current event's: they are large and cheap to compute again. */
function dropTraces(cache: RunCache): void {
  for (const [key, checkpoint] of cache.checkpoints)
    if (checkpoint.trace) cache.checkpoints.set(key, { ...checkpoint, trace: null });
}

export { finish };
