import { LEVEL_COUNT } from '../../anatomy/levels.ts';
import { calcPassiveMoment, passive } from '../../column/passive.ts';
import { calcMuscleForces, calcYieldNm } from '../../muscle/muscleSystem.ts';
import type { ActivityEvent } from '../events/activity.ts';
import type { Person } from '../patient/person.ts';
import type { SpineState } from '../patient/state.ts';
import { calcBodyMotion, createBodyMotion } from '../stages/bodyMotion.ts';
import {
  calcVertebralLoads,
  createDiscLoads,
  createVertebralLoads,
  type DiscLoads,
  type VertebralLoads,
} from '../stages/loadStage.ts';
import { calcLigamentN, calcMuscleDemand, type MuscleDemand } from '../stages/muscleDemand.ts';
import { solvePose } from '../stages/muscleSolution.ts';
import { createMuscleWork, type MuscleWork } from '../stages/muscleStage.ts';
import { FRAME_RATE_HZ } from '../timing.ts';
import { createActRun, getTimeS, stepActRun } from './actRun.ts';
import { findMissing } from './feasibility.ts';
import { type PreparedAct, prepareAct } from './prepareAct.ts';
import type { MuscleRefusal, Refusal } from './refusal.ts';

/** Greatest load of each vertebra in an act, T1 … L5, and the loads with it; of each disc, T1-T2 … L5-S1. */
export interface ActLoads {
  /** Compression of the bodies, N; moment on their sections, + = loads the front, Nm. */
  readonly compressionN: Float64Array;
  readonly flexionMomentNm: Float64Array;
  readonly discPressureMPa: Float64Array;
}

const createActLoads = (): ActLoads => ({
  compressionN: new Float64Array(LEVEL_COUNT),
  flexionMomentNm: new Float64Array(LEVEL_COUNT),
  discPressureMPa: new Float64Array(LEVEL_COUNT),
});

/** Number of poses evaluated, number of halvings of the time around the heaviest to find its peak, and the step of acceleration, s. */
const POSES = 20;
const HALVINGS = 2;
const STEP_S = 1 / FRAME_RATE_HZ;

/**
 * Loads of an act on the bones, from inverse dynamics of its poses alone: for comparing many acts, at a small fraction of the
 * cost of running one. A fall is run, because its loads are those of the impact.
 *
 * @returns the loads, or why this person cannot do the act
 */
export function calcActLoads(person: Person, state: SpineState, event: ActivityEvent): ActLoads | Refusal {
  const prepared = prepareAct(person, state, event);
  if ('code' in prepared) return prepared;
  return prepared.act.impact
    ? calcImpactLoads(person, state, prepared)
    : calcPoseLoads(person, state, prepared);
}

function calcPoseLoads(
  person: Person,
  state: SpineState,
  { act, performance }: PreparedAct,
): ActLoads | MuscleRefusal {
  const { model, standing } = person;
  const motion = createBodyMotion();
  const work = createMuscleWork(person, act.symmetric);
  const { demand, system } = work;
  const discs = createDiscLoads();
  const loads = createVertebralLoads();
  const peaks = createActLoads();
  let heaviestN = 0;
  let heaviestS = 0;
  /** Evaluates a pose; false where the person cannot hold it. */
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
    if (findMissing(system)) return false;
    calcMuscleForces(system, work.pullN);
    fillDiscLoads(person, state, motion.now.discAngles.flexionRad, work, demand, discs);
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
  for (let n = 0; n <= POSES; n++) if (!look(n * apartS)) return findMissing(system)!;
  for (let n = 0; n < HALVINGS; n++) {
    apartS /= 2;
    const middleS = heaviestS;
    if (!look(middleS - apartS) || !look(middleS + apartS)) return findMissing(system)!;
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

/** Disc reactions of a pose, with muscles, ligaments and abdominal pressure. */
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
    const flexedRad = flexionRad[i]! - standing.posture.flexionRad[i]!;
    out.kyphosisRad[i] = model.discs[i]!.neutralKyphosisRad + flexedRad + deformedRad;
    out.passiveNm[i] = passive.momentNm;
    out.passiveNmPerRad[i] = passive.stiffnessNmPerRad;
    out.lateralNm[i] = -demand.tissueNm[3 * i]!;
  }
}

/** Time for the column to come to rest, and times that are run before and after contact, s. */
const SETTLE_S = 0.1;
const BEFORE_S = 0.2;
const WATCHED_S = 0.15;

/** Runs a fall from shortly before contact until the impact has passed, with bodies that do not yield. */
function calcImpactLoads(person: Person, state: SpineState, prepared: PreparedAct): ActLoads {
  const { contactS } = prepared.performance;
  const fromS = Math.max(0, STEP_S * Math.floor((contactS - BEFORE_S) / STEP_S));
  const run = createActRun(person, state, prepared, { fromS, settleS: SETTLE_S, bodiesGive: false });
  const peaks = createActLoads();
  const endS = Math.min(run.act.durationS, contactS + WATCHED_S);
  while (getTimeS(run) < endS) {
    stepActRun(run);
    notePeaks(peaks, run.loads);
  }
  return peaks;
}
