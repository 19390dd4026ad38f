import { type Act, createAct, type Impact } from '../activity/act.ts';
import type { Performance } from '../activity/performance.ts';
import { preparePerformance } from '../activity/prepare.ts';
import { LEVEL_COUNT } from '../anatomy/levels.ts';
import { applyVelocity, driveSacrum, stepColumn } from '../column/column.ts';
import { calcPassiveMoment, passive } from '../column/passive.ts';
import { calcMuscleForces, calcYieldNm } from '../muscle/muscleSystem.ts';
import { advanceBodyMotion, calcBodyMotion, createBodyMotion } from './bodyMotion.ts';
import { createColumnAtRest } from './columnAtRest.ts';
import { describeMissing } from './feasibility.ts';
import {
  calcVertebralLoads,
  createDiscLoads,
  createVertebralLoads,
  type DiscLoads,
  getDiscLoads,
  type VertebralLoads,
} from './loadStage.ts';
import { calcLigamentN, calcMuscleDemand, type MuscleDemand } from './muscleDemand.ts';
import { solvePose } from './muscleSolution.ts';
import { applyMuscles, createMuscleWork, type MuscleWork } from './muscleStage.ts';
import { landPelvis, pressGround, settleColumn } from './pelvis.ts';
import type { Person } from './person.ts';
import type { ActivityEvent } from './scenario.ts';
import { calcStandingPosture } from './standing.ts';
import type { SpineState } from './state.ts';

/** The greatest load of each vertebra in an act, T1 … L5, and what went with it; of each disc, T1-T2 … L5-S1. */
export interface ActLoads {
  /** On the bodies, N; moment on their sections, + = loads the front, Nm. */
  readonly compressionN: Float64Array;
  readonly flexionMomentNm: Float64Array;
  readonly discPressureMPa: Float64Array;
}

const createActLoads = (): ActLoads => ({
  compressionN: new Float64Array(LEVEL_COUNT),
  flexionMomentNm: new Float64Array(LEVEL_COUNT),
  discPressureMPa: new Float64Array(LEVEL_COUNT),
});

/** Poses looked at in an act, how often the time around the heaviest is halved to find its peak, and the step of acceleration, s. */
const POSES = 20;
const HALVINGS = 2;
const STEP_S = 1 / 60;

/**
 * What an act asks of the bones, from inverse dynamics of its poses alone: for comparing many acts, at a small share of the
 * cost of running one. Where hips fall the fall is run, because its loads are the impact's.
 *
 * @returns or a sentence that says why this person cannot do it
 */
export function calcActLoads(person: Person, state: SpineState, event: ActivityEvent): ActLoads | string {
  const act = createAct(event);
  const upright = calcStandingPosture(person.model, person.standing, state);
  const performance = preparePerformance(person.model, state, upright, act);
  if (typeof performance === 'string') return performance;
  return act.impact
    ? calcImpactLoads(person, state, performance, act, act.impact)
    : calcPoseLoads(person, state, performance, act);
}

function calcPoseLoads(
  person: Person,
  state: SpineState,
  performance: Performance,
  act: Act,
): ActLoads | string {
  const { model, standing } = person;
  const motion = createBodyMotion();
  const work = createMuscleWork(person, act.symmetric);
  const { demand, system } = work;
  const discs = createDiscLoads();
  const loads = createVertebralLoads();
  const peaks = createActLoads();
  let heaviestN = 0;
  let heaviestS = 0;
  /** False where the person cannot hold the pose. */
  const look = (timeS: number): boolean => {
    calcBodyMotion(motion, performance, act, timeS, STEP_S);
    calcMuscleDemand(
      model,
      motion.now,
      motion.acceleration,
      motion.outside,
      standing.posture.flexionRad,
      null,
      demand,
    );
    solvePose(system, motion.now, demand, null);
    if (describeMissing(system)) return false;
    calcMuscleForces(system, work.pullN);
    fillDiscLoads(person, state, motion.now.turns.flexionRad, work, demand, discs);
    calcVertebralLoads(person, state.sections, discs, loads);
    notePeaks(peaks, loads);
    let sumN = 0;
    for (let i = 0; i < LEVEL_COUNT; i++) sumN += loads.compressionN[i]!;
    if (sumN > heaviestN) {
      heaviestN = sumN;
      heaviestS = timeS;
    }
    return true;
  };
  let apartS = act.durationS / POSES;
  for (let n = 0; n <= POSES; n++) if (!look(n * apartS)) return describeMissing(system)!;
  for (let n = 0; n < HALVINGS; n++) {
    apartS /= 2;
    const middleS = heaviestS;
    if (!look(middleS - apartS) || !look(middleS + apartS)) return describeMissing(system)!;
  }
  return peaks;
}

function notePeaks(peaks: ActLoads, loads: VertebralLoads): void {
  for (let i = 0; i < LEVEL_COUNT; i++) {
    if (loads.pressureMPa[i]! > peaks.discPressureMPa[i]!) peaks.discPressureMPa[i] = loads.pressureMPa[i]!;
    if (loads.compressionN[i]! <= peaks.compressionN[i]!) continue;
    peaks.compressionN[i] = loads.compressionN[i]!;
    peaks.flexionMomentNm[i] = loads.flexionMomentNm[i]!;
  }
}

/** Disc reactions of a pose: what it asks across the discs with muscles, ligaments and abdominal pressure. */
function fillDiscLoads(
  { model, standing }: Person,
  { wedgeRad }: SpineState,
  flexionRad: Float64Array,
  { system, pullN }: MuscleWork,
  demand: MuscleDemand,
  out: DiscLoads,
): void {
  for (let i = 0; i < LEVEL_COUNT; i++) {
    calcPassiveMoment(model.discs[i]!, flexionRad[i]! - standing.posture.flexionRad[i]!);
    const ligamentN = calcLigamentN(
      model,
      i,
      passive.momentNm + calcYieldNm(system, system.rowsPerDisc * (i + 1) - 1),
    );
    out.compressionN[i] = demand.acrossN[3 * i + 1]! + pullN[3 * i + 1]! + ligamentN - demand.pressureN[i]!;
    out.shearN[i] = -(demand.acrossN[3 * i]! + pullN[3 * i]!);
    const deformedRad = (wedgeRad[i]! + (wedgeRad[i + 1] ?? 0)) / 2;
    const turnedRad = flexionRad[i]! - standing.posture.flexionRad[i]!;
    out.kyphosisRad[i] = model.discs[i]!.neutralKyphosisRad + turnedRad + deformedRad;
    out.passiveNm[i] = passive.momentNm;
    out.passiveNmPerRad[i] = passive.stiffnessNmPerRad;
    out.lateralNm[i] = -demand.tissueNm[3 * i]!;
  }
}

/** Step of the dynamics, s, and how many of them lie between two solutions of the muscles, as in a full run. */
const IMPACT_STEP_S = 1 / 240;
const STEPS_PER_SOLVE = 4;
/** Time given to the column to come to rest; what is watched before the hips meet the ground, and after, s. */
const SETTLE_S = 0.1;
const BEFORE_S = 0.2;
const WATCHED_S = 0.15;

/** The dynamics of a fall alone, from shortly before the ground is met until the blow has passed. Bodies bear it, whatever it is. */
function calcImpactLoads(
  person: Person,
  state: SpineState,
  performance: Performance,
  act: Act,
  impact: Impact,
): ActLoads {
  const motion = createBodyMotion();
  const work = createMuscleWork(person, act.symmetric);
  const column = createColumnAtRest(person, state, IMPACT_STEP_S);
  const discs = createDiscLoads();
  const loads = createVertebralLoads();
  const peaks = createActLoads();
  // at a time at which a full run solves the muscles too
  const solveS = STEPS_PER_SOLVE * IMPACT_STEP_S;
  const startS = Math.max(0, solveS * Math.floor((performance.contactS - BEFORE_S) / solveS));
  calcBodyMotion(motion, performance, act, startS, IMPACT_STEP_S);
  settleColumn(person, column, motion, work, SETTLE_S, STEPS_PER_SOLVE);
  applyVelocity(column, motion.now.geometry, motion.after.geometry, IMPACT_STEP_S);
  const endS = Math.min(act.durationS, performance.contactS + WATCHED_S);
  let landed = false;
  for (let n = 0; startS + n * IMPACT_STEP_S < endS; n++) {
    const timeS = startS + n * IMPACT_STEP_S;
    if (n > 0) advanceBodyMotion(motion, performance, act, timeS, IMPACT_STEP_S);
    applyMuscles(person, column, motion, 0, work, n % STEPS_PER_SOLVE, STEPS_PER_SOLVE);
    if (!landed && timeS + IMPACT_STEP_S >= performance.contactS) {
      landed = true;
      landPelvis(person, column);
    }
    driveSacrum(column, motion.now.geometry, motion.after.geometry);
    if (landed) pressGround(impact, column, motion);
    stepColumn(column);
    getDiscLoads(person, column, discs);
    calcVertebralLoads(person, state.sections, discs, loads);
    notePeaks(peaks, loads);
  }
  return peaks;
}
