import { type Act, AFTER_BREAKING_OFF_S, BED_HEIGHT_M } from '../../activity/act.ts';
import { DISC_NAMES, LEVELS } from '../../anatomy/levels.ts';
import { writeForces } from '../../muscle/muscleSystem.ts';
import { type ActRun, type ActRunOptions, createActRun, getTimeS, stepActRun } from '../acts/actRun.ts';
import { findRefusal } from '../acts/feasibility.ts';
import { type PreparedAct, prepareAct } from '../acts/prepareAct.ts';
import type { Refusal } from '../acts/refusal.ts';
import type { Person } from '../patient/person.ts';
import type { SpineState } from '../patient/state.ts';
import { measureFindings } from '../results/findings.ts';
import { describeFractures } from '../results/fractures.ts';
import type { Trace } from '../results/trace.ts';
import {
  createTraceRecorder,
  finishTrace,
  lastFrameS,
  recordFrame,
  recordSection,
  type TraceRecorder,
} from '../results/traceRecorder.ts';
import { createPeaks, describeLevels, notePeaks } from '../stages/peakLoads.ts';
import { settleEndPlates } from '../stages/sectionStage.ts';
import type { ActivityEvent, ActivityResult, DoneActivity, RefusedActivity } from './activity.ts';
import type { EventOutcome } from './outcome.ts';

/** Runs an activity, or returns why this person cannot do it. Yields its progress (0…1) once a frame. @param before left as it is */
export function* runActivity(
  person: Person,
  before: SpineState,
  event: ActivityEvent,
  index: number,
  options: ActRunOptions = {},
): Generator<number, EventOutcome<ActivityResult>> {
  const prepared = prepareAct(person, before, event);
  const refusal = 'code' in prepared ? prepared : findRefusal(person, prepared);
  return 'code' in prepared || refusal
    ? yield* refuse(person, before, event, index, refusal!)
    : yield* playAct(person, before, prepared, index, options);
}

/** Trace of quiet standing, which changes nothing: shown where there was no event, or only a treatment. */
export function* showAtRest(person: Person, state: SpineState, index: number): Generator<number, Trace> {
  const prepared = prepareAct(person, state, { type: 'activity', name: 'stand' });
  if ('code' in prepared) throw new Error('standing reaches for nothing');
  return (yield* playAct(person, state, prepared, index, { bodiesGive: false })).trace;
}

/** Runs an act from its beginning to its end and records it. */
function* playAct(
  person: Person,
  before: SpineState,
  prepared: PreparedAct,
  index: number,
  options: ActRunOptions,
): Generator<number, EventOutcome<DoneActivity>> {
  const run = createActRun(person, before, prepared, options);
  const { state, section, loads, column, motion } = run;
  const peaks = createPeaks();
  const muscleN = new Float64Array(2 * person.model.fascicles.length);
  const recorder = createTraceRecorder(run.act.durationS + AFTER_BREAKING_OFF_S, muscleN.length);
  const frameLoads = { compressionN: loads.compressionN, muscleN, pressureMPa: loads.pressureMPa };
  writeForces(run.muscles.system, muscleN);
  recordShapes(recorder, run, LEVELS.keys(), 0);
  recordFrame(recorder, column, motion.now, frameLoads);

  const changed = new Set<number>();
  while (getTimeS(run) < run.act.durationS) {
    const timeS = getTimeS(run);
    stepActRun(run);
    notePeaks(peaks, loads, section);
    for (const i of run.moved) changed.add(i);
    if (run.count % run.stepsPerSolve > 0) continue;
    writeForces(run.muscles.system, muscleN);
    recordFrame(recorder, column, motion.after, frameLoads);
    recordShapes(recorder, run, changed, timeS + run.stepS);
    changed.clear();
    yield Math.min(1, timeS / run.act.durationS);
  }

  recordShapes(recorder, run, settleEndPlates(section), lastFrameS(recorder));
  const levels = describeLevels(person, before, peaks);
  const fractures = describeFractures(person, before, state, (i) => section.levels[i]!.peakTimeS);
  const strengthN = Float64Array.from(levels, (level) => level.strengthN);
  const { brokenOffS, act } = run;
  return {
    result: {
      index,
      type: 'activity',
      name: act.name,
      feasible: true,
      levels,
      discPressureMPa: Object.fromEntries(DISC_NAMES.map((name, i) => [name, peaks.pressureMPa[i]!])),
      fractures,
      ...(brokenOffS !== null && !act.impact && { brokenOffS }),
    },
    trace: finishTrace(recorder, index, describeSupport(act, person.model.stature), strengthN, fractures),
    state,
    condition: person.condition,
  };
}

function* refuse(
  person: Person,
  state: SpineState,
  { name }: ActivityEvent,
  index: number,
  refusal: Refusal,
): Generator<number, EventOutcome<RefusedActivity>> {
  return {
    result: { index, type: 'activity', name, feasible: false, refusal, fractures: [] },
    trace: yield* showAtRest(person, state, index),
    state,
    condition: person.condition,
  };
}

/** Support of the pelvis, for the picture. */
const describeSupport = (act: Act, stature: number): Trace['support'] => ({
  on: act.support,
  heightM: act.support === 'feet' ? 0 : act.support === 'seat' ? act.seatHeightM * stature : BED_HEIGHT_M,
});

/** Records the sections that changed, and the findings from then on. */
function recordShapes(
  recorder: TraceRecorder,
  { person, state }: ActRun,
  changed: Iterable<number>,
  timeS: number,
): void {
  let any = false;
  for (const i of changed) {
    recordSection(recorder, person, state, i, timeS);
    any = true;
  }
  if (any) recorder.findings.push({ timeS, findings: measureFindings(person, state) });
}
