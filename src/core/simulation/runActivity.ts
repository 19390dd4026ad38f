import { breakOff, createAct } from '../activity/act.ts';
import { createPerformance, type Performance } from '../activity/wholeBody.ts';
import { DISC_NAMES, LEVEL_COUNT } from '../anatomy/levels.ts';
import { applyPosture, applyShapes, createColumn, driveSacrum, stepColumn } from '../column/column.ts';
import { advanceBodyMotion, calcBodyMotion, createBodyMotion } from './bodyMotion.ts';
import { findReason } from './feasibility.ts';
import { measureFindings } from './findings.ts';
import { describeFractures } from './fractures.ts';
import { calcBodyHeights } from './heights.ts';
import { calcVertebralLoads, createVertebralLoads } from './loadStage.ts';
import { applyMuscles, createMuscleForces } from './muscleStage.ts';
import { createPeaks, describeLevels, notePeaks } from './peakLoads.ts';
import type { Person } from './person.ts';
import type { EventResult } from './results.ts';
import type { ActivityEvent } from './scenario.ts';
import { applyBodyLoad, createSectionStage, settleEndPlates } from './sectionStage.ts';
import { calcStandingPosture } from './standing.ts';
import { copySpineState, type SpineState } from './state.ts';
import type { Trace } from './trace.ts';
import {
  createTraceRecorder,
  FRAME_RATE_HZ,
  finishTrace,
  lastFrameS,
  recordFrame,
  recordSection,
} from './traceRecorder.ts';

/** Steps per trace frame: 240 Hz. Halving the step changes a peak load by less than 1 % (tested). */
const STEPS_PER_FRAME = 4;

/** Time given to the column to come to rest before the act, s. */
const SETTLE_S = 0.15;

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
 */
export function* runActivity(
  person: Person,
  before: SpineState,
  event: ActivityEvent,
  index: number,
  stepsPerFrame = STEPS_PER_FRAME,
): Generator<number, EventOutcome> {
  const { model, standing } = person;
  const stepS = 1 / (FRAME_RATE_HZ * stepsPerFrame);
  const state = copySpineState(before);
  const upright = calcStandingPosture(model, standing, state);
  let act = createAct(event);
  const performance = createPerformance(model, state, upright, act);
  const motion = createBodyMotion();
  const forces = createMuscleForces();
  const reason =
    typeof performance === 'string' ? performance : findReason(person, motion, forces, performance, act);
  if (reason !== null || typeof performance === 'string')
    return {
      result: {
        index,
        type: event.type,
        name: event.name,
        feasible: false,
        reason: reason ?? '',
        levels: [],
        discPressureMPa: {},
        fractures: [],
      },
      trace: (yield* runActivity(person, before, { type: 'activity', name: 'stand' }, index)).trace,
      state: before,
    };

  // at rest before the act
  const column = createColumn(model, stepS);
  applyShapes(column, state);
  column.discs.forEach((disc, i) => {
    disc.restFlexionRad = standing.posture.flexionRad[i]!;
    disc.restHeightM = standing.restHeightM[i]!;
    disc.restShearM = standing.restShearM[i]!;
  });
  calcBodyMotion(motion, performance, act, 0, stepS);
  applyPosture(column, motion.now.geometry);
  const loads = createVertebralLoads();
  const settleSteps = Math.round(SETTLE_S / stepS);
  for (let n = 0; n < settleSteps; n++) {
    applyMuscles(person, column, motion, 0, forces);
    driveSacrum(column, motion.now.geometry, motion.now.geometry);
    stepColumn(column);
  }

  const stage = createSectionStage(person, state);
  const peaks = createPeaks();
  const recorder = createTraceRecorder(act.durationS + 2);
  const frameLoads = {
    compressionN: loads.compressionN,
    extensorN: forces.extensorN,
    flexorN: forces.flexorN,
    pressureMPa: loads.pressureMPa,
  };
  for (let i = 0; i < LEVEL_COUNT; i++) recordSection(recorder, person, state, i, 0);
  recorder.findings.push({ timeS: 0, findings: measureFindings(person, state) });
  calcVertebralLoads(person, column, loads);
  recordFrame(recorder, model, column, motion.now, frameLoads);

  const changed = new Set<number>();
  let letGoS = Number.POSITIVE_INFINITY;
  let brokenOff = false;
  for (let n = 0; n * stepS < act.durationS; n++) {
    const timeS = n * stepS;
    if (timeS >= letGoS && !brokenOff) {
      brokenOff = true;
      act = breakOff(act, timeS);
      calcBodyMotion(motion, performance, act, timeS, stepS);
    } else if (n > 0) advanceBodyMotion(motion, performance, act, timeS, stepS);
    applyMuscles(person, column, motion, stage.slackMm, forces);
    driveSacrum(column, motion.now.geometry, motion.after.geometry);
    stepColumn(column);
    calcVertebralLoads(person, column, loads);
    notePeaks(peaks, loads, stage);

    let moved = false;
    for (let i = 0; i < LEVEL_COUNT; i++)
      if (applyBodyLoad(stage, i, loads.bodies[i]!, timeS + stepS, stepS)) {
        changed.add(i);
        moved = true;
      }
    if (moved) {
      followShapes(performance, before, state);
      applyShapes(column, state);
      calcBodyMotion(motion, performance, act, timeS, stepS);
      if (
        letGoS === Number.POSITIVE_INFINITY &&
        calcWorstLossPercent(person, before, state) > model.parameters.painfulLossPercent
      )
        letGoS = timeS + model.parameters.reflexDelayMs / 1000;
    }
    if ((n + 1) % stepsPerFrame === 0) {
      recordFrame(recorder, model, column, motion.after, frameLoads);
      if (changed.size > 0) {
        for (const i of changed) recordSection(recorder, person, state, i, timeS + stepS);
        recorder.findings.push({ timeS: timeS + stepS, findings: measureFindings(person, state) });
        changed.clear();
      }
      yield Math.min(1, timeS / act.durationS);
    }
  }

  const settled = settleEndPlates(stage);
  for (const i of settled) recordSection(recorder, person, state, i, lastFrameS(recorder));
  if (settled.length > 0)
    recorder.findings.push({ timeS: lastFrameS(recorder), findings: measureFindings(person, state) });

  const levels = describeLevels(person, before, peaks);
  const fractures = describeFractures(person, before, state, (i) => stage.levels[i]!.peakTimeS);
  const times = fractures.map((fracture) => fracture.timeS);
  const firstS = Math.min(...times);
  return {
    result: {
      index,
      type: event.type,
      name: event.name,
      feasible: true,
      levels,
      discPressureMPa: Object.fromEntries(DISC_NAMES.map((name, i) => [name, peaks.pressureMPa[i]!])),
      fractures,
    },
    trace: finishTrace(
      recorder,
      index,
      Float64Array.from(levels, (level) => level.strengthN),
      fractures,
      times.length > 0 ? { fromS: Math.max(0, firstS - 0.06), toS: Math.max(...times) + 0.3 } : null,
    ),
    state,
  };
}

/** Within an act the trunk is held where it was going: the discs beside a body that wedges give way by half of it each. */
function followShapes(performance: Performance, before: SpineState, state: SpineState): void {
  performance.yieldedRad.fill(0);
  for (let i = 0; i < LEVEL_COUNT; i++) {
    const gained = (state.wedgeRad[i]! - before.wedgeRad[i]!) / 2;
    performance.yieldedRad[i]! += gained;
    if (i > 0) performance.yieldedRad[i - 1]! += gained;
  }
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
