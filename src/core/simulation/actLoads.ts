import { type Act, createAct } from '../activity/act.ts';
import type { Performance } from '../activity/performance.ts';
import { preparePerformance } from '../activity/wholeBody.ts';
import { LEVEL_COUNT } from '../anatomy/levels.ts';
import { calcPassiveMoment, passive } from '../column/passive.ts';
import { calcMuscleForces, calcYieldNm } from '../muscle/muscleSystem.ts';
import { calcBodyMotion, createBodyMotion } from './bodyMotion.ts';
import { describeMissing } from './feasibility.ts';
import { calcVertebralLoads, createDiscLoads, createVertebralLoads, type DiscLoads } from './loadStage.ts';
import { calcLigamentN, calcMuscleDemand, type MuscleDemand } from './muscleDemand.ts';
import { solvePose } from './muscleSolution.ts';
import { createMuscleWork, type MuscleWork } from './muscleStage.ts';
import type { Person } from './person.ts';
import { finish } from './run.ts';
import { runActivity } from './runActivity.ts';
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

/** Poses looked at in an act, and the step over which they are accelerated, s. */
const POSES = 30;
const STEP_S = 1 / 60;

/**
 * What an act asks of the bones, from inverse dynamics of its poses alone: for comparing many acts, at a small share of the
 * cost of running one. Where hips fall the act is run, because its loads are the impact's.
 *
 * @returns or a sentence that says why this person cannot do it
 */
export function calcActLoads(person: Person, state: SpineState, event: ActivityEvent): ActLoads | string {
  const act = createAct(event);
  if (act.impact) return runForLoads(person, state, event);
  const upright = calcStandingPosture(person.model, person.standing, state);
  const performance = preparePerformance(person.model, state, upright, act);
  return typeof performance === 'string' ? performance : calcPoseLoads(person, state, performance, act);
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
  const peaks: ActLoads = {
    compressionN: new Float64Array(LEVEL_COUNT),
    flexionMomentNm: new Float64Array(LEVEL_COUNT),
    discPressureMPa: new Float64Array(LEVEL_COUNT),
  };
  for (let n = 0; n <= POSES; n++) {
    calcBodyMotion(motion, performance, act, (act.durationS * n) / POSES, STEP_S);
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
    const missing = describeMissing(system);
    if (missing) return missing;
    calcMuscleForces(system, work.pullN);
    fillDiscLoads(person, motion.now.turns.flexionRad, work, demand, discs);
    calcVertebralLoads(person, state.sections, discs, loads);
    for (let i = 0; i < LEVEL_COUNT; i++) {
      if (loads.pressureMPa[i]! > peaks.discPressureMPa[i]!) peaks.discPressureMPa[i] = loads.pressureMPa[i]!;
      if (loads.compressionN[i]! <= peaks.compressionN[i]!) continue;
      peaks.compressionN[i] = loads.compressionN[i]!;
      peaks.flexionMomentNm[i] = loads.flexionMomentNm[i]!;
    }
  }
  return peaks;
}

/** Disc reactions of a pose: what it asks across the discs with muscles, ligaments and abdominal pressure. */
function fillDiscLoads(
  { model, standing }: Person,
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
    out.passiveNm[i] = passive.momentNm;
    out.passiveNmPerRad[i] = passive.stiffnessNmPerRad;
    out.lateralNm[i] = -demand.tissueNm[3 * i]!;
  }
}

function runForLoads(person: Person, state: SpineState, event: ActivityEvent): ActLoads | string {
  const { result } = finish(runActivity(person, state, event, 0, undefined, false));
  if (!result.feasible) return result.reason ?? '';
  return {
    compressionN: Float64Array.from(result.levels, (level) => level.peakCompressionN),
    flexionMomentNm: Float64Array.from(result.levels, (level) => level.flexionMomentAtPeakNm),
    discPressureMPa: Float64Array.from(Object.values(result.discPressureMPa)),
  };
}
