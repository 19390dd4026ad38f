import { LEVEL_COUNT } from '../anatomy/levels.ts';
import { applyRest, copySectionState } from '../bone/section.ts';
import { calcSectionForce, createLoadedSection, type LoadedSection } from '../bone/sectionForce.ts';
import {
  applySurroundings,
  calcUnloadedPosition,
  estimateUnloadedPosition,
  type Surroundings,
} from '../bone/sectionSolve.ts';
import { calcElasticLimit } from '../bone/strength.ts';
import { metres, millimetres } from '../quantity/units.ts';
import type { Person } from './person.ts';
import type { SpineState } from './state.ts';

/** Eccentricities at which a section's elastic limit is tabled, as shares of its depth. */
const TABLED = [-0.2, -0.15, -0.1, -0.05, 0, 0.04, 0.08, 0.12] as const;

/** Longest time between two looks at a body that yields slowly, s, and a move that counts as collapse, mm. */
const FOLLOW_S = 1 / 61;
const COLLAPSING_MM = 0.005;

/** What the chain offers one body in a step. N, N m; stiffness of the discs beside it, N/m and Nm/rad. */
export interface BodyLoad {
  compressionN: number;
  flexionMomentNm: number;
  lateralMomentNm: number;
  axialStiffnessNPerM: number;
  bendingStiffnessNmPerRad: number;
  lateralStiffnessNmPerRad: number;
}

/** One level while an event runs. */
interface LevelWork {
  body: LoadedSection | null;
  /** One over the load at first yield, 1/N, at the tabled eccentricities: convex, so its chords err on the safe side. */
  inverseLimit: Float64Array | null;
  around: Surroundings | null;
  lastLoadN: number;
  /** Time since the body was last brought up to date, s, and how far its plates then came together, mm. */
  waitedS: number;
  lastMoveMm: number;
  peakForceN: number;
  /** When the section carried its greatest force, s; NaN until it gives. */
  peakTimeS: number;
}

/** The section stage: yields and crushes bodies as the loads pass, and says how their end plates have moved. */
export interface SectionStage {
  readonly person: Person;
  readonly state: SpineState;
  readonly levels: readonly LevelWork[];
  /** Shortening of the whole column since the event began, mm: the long muscles beside it have slackened by as much. */
  slackMm: number;
}

/** @param state written by the stage: sections, shortening and wedges */
export function createSectionStage(person: Person, state: SpineState): SectionStage {
  return {
    person,
    state,
    slackMm: 0,
    levels: Array.from({ length: LEVEL_COUNT }, () => ({
      body: null,
      inverseLimit: null,
      around: null,
      lastLoadN: 0,
      waitedS: 0,
      lastMoveMm: 0,
      peakForceN: 0,
      peakTimeS: Number.NaN,
    })),
  };
}

/** @returns whether the body's end plates moved for good */
export function applyBodyLoad(
  stage: SectionStage,
  i: number,
  load: BodyLoad,
  timeS: number,
  stepS: number,
): boolean {
  const level = stage.levels[i]!;
  const section = stage.person.sections[i]!;
  const { muscleStiffnessNPerMm, collapseTimeMs } = stage.person.model.parameters;
  const p = load.compressionN;
  if (p <= 0) return false;
  const momentNmm = load.flexionMomentNm * 1000;
  if (!level.body) {
    if (!passesElasticLimit(stage, i, p, momentNmm)) return false;
    startYielding(stage, i, p, momentNmm);
  } else if (p < 0.98 * level.lastLoadN) return false; // unloads elastically
  // a body that yields slowly is followed at the frame rate, one that collapses at every step
  level.waitedS += stepS;
  if (level.waitedS < FOLLOW_S && level.lastMoveMm < COLLAPSING_MM) return false;
  const spanS = level.waitedS;
  level.waitedS = 0;
  const body = level.body!;
  const around = level.around!;
  around.load[0] = p;
  around.load[1] = momentNmm;
  around.load[2] = load.lateralMomentNm * 1000;
  // what discs, muscles and the rate term answer within this step: the load falls as the plates come closer
  const rate = ((collapseTimeMs / 1000) * muscleStiffnessNPerMm) / spanS;
  const arm2 = (section.depthMm * section.depthMm) / 4;
  around.stiffness[0] = rate + load.axialStiffnessNPerM / 1000 + muscleStiffnessNPerMm;
  around.stiffness[1] = rate * arm2 + load.bendingStiffnessNmPerRad * 1000;
  around.stiffness[2] = rate * arm2 + load.lateralStiffnessNmPerRad * 1000;
  applySurroundings(body, around);
  level.lastLoadN = p;
  if (body.force[0]! > level.peakForceN) {
    level.peakForceN = body.force[0]!;
    level.peakTimeS = timeS;
  }
  const shortened = moveEndPlates(stage, i, body);
  stage.slackMm += shortened;
  level.lastMoveMm = Math.abs(shortened);
  return shortened !== 0;
}

function passesElasticLimit(stage: SectionStage, i: number, p: number, momentNmm: number): boolean {
  const level = stage.levels[i]!;
  const { depthMm } = stage.person.sections[i]!;
  if (!level.inverseLimit) {
    const body = createLoadedSection(stage.person.sections[i]!, stage.state.sections[i]!);
    const unloaded = getUnloadedPosition(stage, i);
    level.inverseLimit = Float64Array.from(
      TABLED,
      (share) => 1 / calcElasticLimit(body, unloaded, share * depthMm).loadN,
    );
  }
  const share = momentNmm / p / depthMm;
  let at = 0;
  while (at < TABLED.length - 2 && share > TABLED[at + 1]!) at++;
  const along = (share - TABLED[at]!) / (TABLED[at + 1]! - TABLED[at]!);
  const inverse = level.inverseLimit[at]! * (1 - along) + level.inverseLimit[at + 1]! * along;
  return p * inverse >= 1;
}

/** Where the unloaded plates stand, as the section counts them: mm, rad, rad. */
function getUnloadedPosition({ state }: SectionStage, i: number): Float64Array {
  return Float64Array.of(millimetres(state.shorteningM[i]!), state.wedgeRad[i]!, state.lateralWedgeRad[i]!);
}

/** From here on the body is followed step by step, from its position at first yield. */
function startYielding(stage: SectionStage, i: number, p: number, momentNmm: number): void {
  const level = stage.levels[i]!;
  const state = copySectionState(stage.state.sections[i]!);
  stage.state.sections[i] = state;
  const body = createLoadedSection(stage.person.sections[i]!, state);
  const limit = calcElasticLimit(body, getUnloadedPosition(stage, i), momentNmm / p);
  body.q.set(limit.q);
  calcSectionForce(body, body.q);
  level.body = body;
  level.around = { load: new Float64Array(3), stiffness: new Float64Array(3) };
}

/** The shape stage for one body: what would remain if the load came off now. Returns how much shorter it is, mm. */
function moveEndPlates({ state }: SectionStage, i: number, body: LoadedSection): number {
  estimateUnloadedPosition(body, unloaded);
  return putEndPlates(state, i, unloaded);
}

const unloaded = new Float64Array(3);

/** At the end of an event: bodies that gave come to rest, their plates exactly where they stand unloaded. Which they are. */
export function settleEndPlates({ levels, state }: SectionStage): number[] {
  return levels.flatMap(({ body }, i) => {
    if (!body) return [];
    putEndPlates(state, i, calcUnloadedPosition(body));
    applyRest(body.section, body.state);
    return [i];
  });
}

function putEndPlates(state: SpineState, i: number, q: Float64Array): number {
  const before = state.shorteningM[i]!;
  state.shorteningM[i] = metres(q[0]!);
  state.wedgeRad[i] = q[1]!;
  state.lateralWedgeRad[i] = q[2]!;
  return millimetres(state.shorteningM[i]! - before);
}
