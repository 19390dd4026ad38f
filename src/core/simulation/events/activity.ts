import { type Act, BED_HEIGHT_M, breakOff, createAct } from '../../activity/act.ts';
import { preparePerformance } from '../../activity/prepare.ts';
import { setYielded } from '../../activity/wholeBody.ts';
import { DISC_NAMES, LEVEL_COUNT, LEVELS } from '../../anatomy/levels.ts';
import { applyShapes, driveSacrum, stepColumn } from '../../column/column.ts';
import { writeForces } from '../../muscle/muscleSystem.ts';
import { findReason } from '../acts/feasibility.ts';
import type { Person } from '../patient/person.ts';
import { calcStandingPosture } from '../patient/standing.ts';
import { copySpineState, type SpineState } from '../patient/state.ts';
import { measureFindings } from '../results/findings.ts';
import { describeFractures } from '../results/fractures.ts';
import { calcBodyHeights } from '../results/heights.ts';
import type { EventResult } from '../results/results.ts';
import type { Trace } from '../results/trace.ts';
import {
  createTraceRecorder,
  FRAME_RATE_HZ,
  finishTrace,
  lastFrameS,
  recordFrame,
  recordSection,
  type TraceRecorder,
} from '../results/traceRecorder.ts';
import type { ActivityEvent } from '../scenario.ts';
import { advanceBodyMotion, calcBodyMotion, createBodyMotion } from '../stages/bodyMotion.ts';
import { createColumnAtRest } from '../stages/columnAtRest.ts';
import {
  calcVertebralLoads,
  createDiscLoads,
  createVertebralLoads,
  getDiscLoads,
} from '../stages/loadStage.ts';
import { applyMuscles, createMuscleWork } from '../stages/muscleStage.ts';
import { createPeaks, describeLevels, notePeaks } from '../stages/peakLoads.ts';
import { landPelvis, pressGround, settleColumn } from '../stages/pelvis.ts';
import { applyBodyLoad, createSectionStage, settleEndPlates } from '../stages/sectionStage.ts';

/** Steps per trace frame: 240 Hz. Halving the step changes a peak load by less than 1 % (tested). */
const STEPS_PER_FRAME = 4;

/** Time after which the muscles are solved anew while the column settles, s. */
const SETTLE_SOLVE_S = 0.025;

/** Time given to the column to come to rest before the act, s. */
const SETTLE_S = 0.2;

/** An act with a fall goes on at least so long after the landing, s. */
const LANDING_S = 0.8;

/** What one event leaves. */
export interface EventOutcome {
  readonly result: EventResult;
  readonly trace: Trace;
  readonly state: SpineState;
}

/**
 * One activity, stage by stage at each step: pose → dynamics → muscles → vertebral loads → section → shape → reflex.
 * Yields its progress (0…1) once a frame.
 *
 * @param before left as it is
 * @param bodiesGive false only for showing a person at rest, which must not change her
 */
export function* runActivity(
  person: Person,
  before: SpineState,
  event: ActivityEvent,
  index: number,
  stepsPerFrame = STEPS_PER_FRAME,
  bodiesGive = true,
): Generator<number, EventOutcome> {
  const { model, standing } = person;
  const stepS = 1 / (FRAME_RATE_HZ * stepsPerFrame);
  const state = copySpineState(before);
  const upright = calcStandingPosture(model, standing, state);
  let act = createAct(event);
  const performance = preparePerformance(model, state, upright, act);
  const motion = createBodyMotion();
  const work = createMuscleWork(person, act.symmetric);
  const reason =
    typeof performance === 'string' ? performance : findReason(person, motion, work, performance, act);
  if (reason !== null || typeof performance === 'string') {
    const trace = yield* showAtRest(person, before, index);
    return { result: describeRefusal(event, index, reason ?? ''), trace, state: before };
  }

  // a slow fall takes its time
  if (performance.contactS < Number.POSITIVE_INFINITY)
    act = { ...act, durationS: Math.max(act.durationS, performance.contactS + LANDING_S) };
  calcBodyMotion(motion, performance, act, 0, stepS);
  const column = createColumnAtRest(person, state, stepS);
  settleColumn(person, column, motion, work, SETTLE_S, Math.round(SETTLE_SOLVE_S / stepS));
  const discs = createDiscLoads();
  const loads = createVertebralLoads();
  getDiscLoads(person, column, discs);
  calcVertebralLoads(person, state.sections, discs, loads);
  const stage = createSectionStage(person, state);
  const peaks = createPeaks();
  const muscleN = new Float64Array(2 * model.fascicles.length);
  writeForces(work.system, muscleN);
  const recorder = createTraceRecorder(act.durationS + 2, muscleN.length);
  const frameLoads = {
    compressionN: loads.compressionN,
    muscleN,
    pressureMPa: loads.pressureMPa,
  };
  recordShapes(recorder, person, state, LEVELS.keys(), 0);
  recordFrame(recorder, column, motion.now, frameLoads);

  const changed = new Set<number>();
  let letGoS = Number.POSITIVE_INFINITY;
  let brokenOffS: number | null = null;
  let landed = false;
  for (let n = 0; n * stepS < act.durationS; n++) {
    const timeS = n * stepS;
    // reflex: some moments after it hurt, the act is broken off; pose: where the body wants to be
    if (timeS >= letGoS && brokenOffS === null) {
      brokenOffS = timeS;
      act = breakOff(act, timeS);
      calcBodyMotion(motion, performance, act, timeS, stepS);
    } else if (n > 0) advanceBodyMotion(motion, performance, act, timeS, stepS);
    // muscles, then dynamics, then what each vertebra carries
    applyMuscles(person, column, motion, stage.slackMm, work, n % stepsPerFrame, stepsPerFrame);
    if (!landed && timeS + stepS >= performance.contactS) {
      landed = true;
      landPelvis(person, column);
    }
    driveSacrum(column, motion.now.geometry, motion.after.geometry);
    if (landed) pressGround(act.impact!, column, motion);
    stepColumn(column);
    getDiscLoads(person, column, discs);
    calcVertebralLoads(person, state.sections, discs, loads);
    notePeaks(peaks, loads, stage);

    // section: bodies whose load passes their capacity give
    // the long muscles beside a collapse take up their slack
    stage.slackMm *= 1 - (1000 * stepS) / model.parameters.muscleRetakeMs;
    let moved = false;
    for (let i = 0; i < LEVEL_COUNT && bodiesGive; i++)
      if (applyBodyLoad(stage, i, loads.bodies[i]!, timeS + stepS, stepS)) {
        changed.add(i);
        moved = true;
      }
    // shape: end plates, lever arms and posture follow; a collapse hurts
    if (moved) {
      setYielded(performance, (i) => state.wedgeRad[i]! - before.wedgeRad[i]!);
      applyShapes(column, state);
      calcBodyMotion(motion, performance, act, timeS, stepS);
      if (
        letGoS === Number.POSITIVE_INFINITY &&
        calcWorstLossPercent(person, before, state) > model.parameters.painfulLossPercent
      )
        letGoS = timeS + model.parameters.reflexDelayMs / 1000;
    }
    if ((n + 1) % stepsPerFrame === 0) {
      writeForces(work.system, muscleN);
      recordFrame(recorder, column, motion.after, frameLoads);
      recordShapes(recorder, person, state, changed, timeS + stepS);
      changed.clear();
      yield Math.min(1, timeS / act.durationS);
    }
  }

  recordShapes(recorder, person, state, settleEndPlates(stage), lastFrameS(recorder));
  const levels = describeLevels(person, before, peaks);
  const fractures = describeFractures(person, before, state, (i) => stage.levels[i]!.peakTimeS);
  const strengthN = Float64Array.from(levels, (level) => level.strengthN);
  return {
    result: {
      index,
      type: event.type,
      name: event.name,
      feasible: true,
      levels,
      discPressureMPa: Object.fromEntries(DISC_NAMES.map((name, i) => [name, peaks.pressureMPa[i]!])),
      fractures,
      ...(brokenOffS !== null && !act.impact && { brokenOffS }),
    },
    trace: finishTrace(recorder, index, describeSupport(act, model.stature), strengthN, fractures),
    state,
  };
}

/** A person standing quietly, unchanged by it: what is seen where nothing was done, or only a treatment. */
export function* showAtRest(person: Person, state: SpineState, index: number): Generator<number, Trace> {
  const STAND = { type: 'activity', name: 'stand' } as const;
  return (yield* runActivity(person, state, STAND, index, STEPS_PER_FRAME, false)).trace;
}

/** An act that this person cannot do changes nothing. */
const describeRefusal = (event: ActivityEvent, index: number, reason: string): EventResult => ({
  index,
  type: event.type,
  name: event.name,
  feasible: false,
  reason,
  levels: [],
  discPressureMPa: {},
  fractures: [],
});

/** What bears the pelvis, for the picture. */
const describeSupport = (act: Act, stature: number): Trace['support'] => ({
  on: act.support,
  heightM: act.support === 'feet' ? 0 : act.support === 'seat' ? act.seatHeightM * stature : BED_HEIGHT_M,
});

/** Notes the sections that changed and what a clinician would find from then on. */
function recordShapes(
  recorder: TraceRecorder,
  person: Person,
  state: SpineState,
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

/** Greatest share of a height that this act has taken from any body, %. */
function calcWorstLossPercent(person: Person, before: SpineState, state: SpineState): number {
  let worst = 0;
  for (let i = 0; i < LEVEL_COUNT; i++) {
    if (state.sections[i] === before.sections[i]) continue;
    const was = calcBodyHeights(person, before, i);
    const is = calcBodyHeights(person, state, i);
    worst = Math.max(
      worst,
      is.anteriorLossPercent - was.anteriorLossPercent,
      is.posteriorLossPercent - was.posteriorLossPercent,
    );
  }
  return worst;
}
