import { type Act, breakOff } from '../../activity/act.ts';
import type { Performance } from '../../activity/performance.ts';
import { setShapes } from '../../activity/wholeBody.ts';
import { LEVEL_COUNT } from '../../anatomy/levels.ts';
import { applyShapes, applyVelocity, type Column, driveSacrum, stepColumn } from '../../column/column.ts';
import type { Person } from '../patient/person.ts';
import { copySpineState, type SpineState } from '../patient/state.ts';
import { calcBodyHeights } from '../results/heights.ts';
import {
  advanceBodyMotion,
  type BodyMotion,
  calcBodyMotion,
  createBodyMotion,
} from '../stages/bodyMotion.ts';
import { createColumnAtRest } from '../stages/columnAtRest.ts';
import {
  calcVertebralLoads,
  createDiscLoads,
  createVertebralLoads,
  type DiscLoads,
  getDiscLoads,
  type VertebralLoads,
} from '../stages/loadStage.ts';
import { applyMuscles, createMuscleWork, type MuscleWork } from '../stages/muscleStage.ts';
import { landPelvis, pressGround, settleColumn } from '../stages/pelvis.ts';
import { applyBodyLoad, createSectionStage, type SectionStage } from '../stages/sectionStage.ts';
import { FRAME_RATE_HZ, STEPS_PER_FRAME, STEPS_PER_FRAME_OF_BLOW } from '../timing.ts';
import type { PreparedAct } from './prepareAct.ts';

/** Time between two solutions of the muscles while the column settles, s. */
const SETTLE_SOLVE_S = 0.025;

/** Least time that an act with a fall continues after the landing, s. */
const LANDING_S = 0.8;

/** Options of a run. */
export interface ActRunOptions {
  readonly stepsPerFrame?: number;
  /** Time of the act at which the run begins, s. */
  readonly fromS?: number;
  /** Time for the column to come to rest in the first pose, s. */
  readonly settleS?: number;
  /** False where only loads are wanted and the bodies must not change. */
  readonly bodiesGive?: boolean;
}

/** Run of one act: everything that its steps write, including the muscles' last solution. The person is only read. */
export interface ActRun {
  readonly person: Person;
  readonly performance: Performance;
  readonly stepS: number;
  readonly stepsPerSolve: number;
  readonly fromS: number;
  readonly bodiesGive: boolean;
  /** State of the spine as the act began, and now. */
  readonly before: SpineState;
  readonly state: SpineState;
  readonly motion: BodyMotion;
  readonly muscles: MuscleWork;
  readonly column: Column;
  readonly discs: DiscLoads;
  readonly loads: VertebralLoads;
  readonly section: SectionStage;
  /** Levels whose end plates moved in the last step. */
  readonly moved: number[];
  /** The act, broken off where pain has done so. */
  act: Act;
  /** Number of steps done. */
  count: number;
  landed: boolean;
  /** Time at which she lets go, s, infinite until it hurts; and time at which the act was broken off. */
  letGoS: number;
  brokenOffS: number | null;
}

/**
 * Run of an act about to begin, with the column at rest in its first pose.
 *
 * @param before state of the spine, which is not changed
 */
export function createActRun(
  person: Person,
  before: SpineState,
  { act, performance }: PreparedAct,
  {
    stepsPerFrame = act.impact ? STEPS_PER_FRAME_OF_BLOW : STEPS_PER_FRAME,
    fromS = 0,
    settleS = 0.2,
    bodiesGive = true,
  }: ActRunOptions = {},
): ActRun {
  const stepS = 1 / (FRAME_RATE_HZ * stepsPerFrame);
  const state = copySpineState(before);
  // a slow fall lasts longer
  const whole =
    performance.contactS < Number.POSITIVE_INFINITY
      ? { ...act, durationS: Math.max(act.durationS, performance.contactS + LANDING_S) }
      : act;
  const motion = createBodyMotion();
  const muscles = createMuscleWork(person, act.symmetric);
  const column = createColumnAtRest(person, state, stepS);
  calcBodyMotion(motion, performance, whole, fromS, stepS);
  settleColumn(person, column, motion, muscles, settleS, Math.round(SETTLE_SOLVE_S / stepS));
  if (fromS > 0) applyVelocity(column, motion.now.geometry, motion.after.geometry, stepS);
  const run: ActRun = {
    person,
    performance,
    stepS,
    stepsPerSolve: stepsPerFrame,
    fromS,
    bodiesGive,
    before,
    state,
    motion,
    muscles,
    column,
    discs: createDiscLoads(),
    loads: createVertebralLoads(),
    section: createSectionStage(person, state),
    moved: [],
    act: whole,
    count: 0,
    landed: false,
    letGoS: Number.POSITIVE_INFINITY,
    brokenOffS: null,
  };
  calcLoads(run);
  return run;
}

/** Time of the act, s. */
export const getTimeS = ({ fromS, count, stepS }: ActRun): number => fromS + count * stepS;

/** One step, stage by stage: reflex → pose → muscles → dynamics → vertebral loads → section → shape. */
export function stepActRun(run: ActRun): void {
  const { person, motion, muscles, column, section, stepS, stepsPerSolve, performance } = run;
  const timeS = getTimeS(run);
  // reflex: shortly after it hurt, the act is broken off
  const letsGo = timeS >= run.letGoS && run.brokenOffS === null;
  if (letsGo) {
    run.brokenOffS = timeS;
    run.act = breakOff(run.act, timeS);
  }
  // pose: target posture of the body
  if (letsGo) calcBodyMotion(motion, performance, run.act, timeS, stepS);
  else if (run.count > 0) advanceBodyMotion(motion, performance, run.act, timeS, stepS);
  // muscles
  applyMuscles(person, column, motion, section.slackMm, muscles, run.count % stepsPerSolve, stepsPerSolve);
  // dynamics: on a sacrum with prescribed motion, from the landing on on the ground
  if (!run.landed && timeS + stepS >= performance.contactS) {
    run.landed = true;
    landPelvis(person, column);
  }
  driveSacrum(column, motion.now.geometry, motion.after.geometry);
  if (run.landed) pressGround(run.act.impact!, column, motion);
  stepColumn(column);
  // vertebral loads
  calcLoads(run);
  // section: bodies loaded beyond their capacity yield, and the long muscles beside a collapse take up their slack
  section.slackMm *= 1 - (1000 * stepS) / person.model.parameters.muscleRetakeMs;
  run.moved.length = 0;
  for (let i = 0; i < LEVEL_COUNT && run.bodiesGive; i++)
    if (applyBodyLoad(section, i, run.loads.bodies[i]!, timeS + stepS, stepS)) run.moved.push(i);
  // shape: end plates, lever arms and posture follow; a collapse hurts
  if (run.moved.length > 0) {
    applyShape(run, timeS);
    noteHurt(run, timeS);
  }
  run.count++;
}

function calcLoads({ person, column, state, discs, loads }: ActRun): void {
  getDiscLoads(person, column, discs);
  calcVertebralLoads(person, state.sections, discs, loads);
}

/** Brings a body's new shape into pose and column; no other code does. */
function applyShape({ performance, before, state, column, motion, act, stepS }: ActRun, timeS: number): void {
  setShapes(performance, before, state);
  applyShapes(column, state);
  calcBodyMotion(motion, performance, act, timeS, stepS);
}

function noteHurt(run: ActRun, timeS: number): void {
  const { painfulLossPercent, reflexDelayMs } = run.person.model.parameters;
  if (run.letGoS === Number.POSITIVE_INFINITY && calcWorstLossPercent(run) > painfulLossPercent)
    run.letGoS = timeS + reflexDelayMs / 1000;
}

/** Greatest fraction of its height that any body has lost in this act, %. */
function calcWorstLossPercent({ person, before, state }: ActRun): number {
  let worst = 0;
  for (let i = 0; i < LEVEL_COUNT; i++) {
    if (state.sections[i] === before.sections[i]) continue;
    const was = calcBodyHeights(person, before, i);
    const is = calcBodyHeights(person, state, i);
    worst = Math.max(
      worst,
      is.anteriorLossPercent - was.anteriorLossPercent,
      is.middleLossPercent - was.middleLossPercent,
      is.posteriorLossPercent - was.posteriorLossPercent,
    );
  }
  return worst;
}
