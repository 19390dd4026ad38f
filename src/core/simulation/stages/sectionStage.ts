import { LEVEL_COUNT } from '../../anatomy/levels.ts';
import {
  createElasticRange,
  type ElasticRange,
  findElasticLimit,
  givesUnder,
  type LoadPlace,
} from '../../bone/elasticLimit.ts';
import { copySectionState } from '../../bone/section.ts';
import {
  calcSectionForce,
  createLoadedSection,
  type LoadedSection,
  UNKNOWNS,
} from '../../bone/sectionForce.ts';
import {
  applySurroundings,
  estimateUnloadedPosition,
  type Surroundings,
  settleSection,
} from '../../bone/sectionSolve.ts';
import { metres, millimetres } from '../../quantity/units.ts';
import type { Person } from '../patient/person.ts';
import type { SpineState } from '../patient/state.ts';

/** Longest time between two updates of a body that yields slowly, s, and the movement that counts as collapse, mm. */
const FOLLOW_S = 1 / 61;
const COLLAPSING_MM = 0.005;
/** Fraction of its greatest force so far below which a section is past its peak. */
const PAST_PEAK = 0.99;

/** Load of the chain on one body in a step, N and N m; stiffness of the discs beside it, N/m and Nm/rad. */
export interface BodyLoad {
  compressionN: number;
  flexionMomentNm: number;
  lateralMomentNm: number;
  axialStiffnessNPerM: number;
  bendingStiffnessNmPerRad: number;
  lateralStiffnessNmPerRad: number;
  /**
   * Ratio B/P = ∫ p (1 − r²) dA / ∫ p dA of the pressure on a plate that has not deflected: ½ where it is even, more under a full
   * nucleus (`calcDeflectionForceRatio`). Where it is not given, that of the patient's disc wear.
   */
  deflectionForceRatio?: number;
}

/** Present load, and an eccentricity to the side that counts as none, mm. */
const place: LoadPlace = { compressionN: 0, frontMm: 0, rightMm: 0, deflectionForceRatio: 0 };
const NOTHING_MM = 1e-6;

/** Work on one level while an event runs. */
interface LevelWork {
  body: LoadedSection | null;
  /** Elastic range of the body; null until it is first loaded. */
  elastic: ElasticRange | null;
  around: Required<Surroundings> | null;
  lastLoadN: number;
  /** Time since the body was last updated, s, and the movement of its plates then, mm. */
  waitedS: number;
  lastMoveMm: number;
  peakForceN: number;
  /** Time at which the section passed its peak capacity, s; NaN until it yields. */
  peakTimeS: number;
  /** Whether the peak has passed: crushed bone may pack and carry more again later. */
  pastPeak: boolean;
}

/** Section stage: bodies yield and crush under their loads, and their end plates move. */
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
      elastic: null,
      around: null,
      lastLoadN: 0,
      waitedS: 0,
      lastMoveMm: 0,
      peakForceN: 0,
      peakTimeS: Number.NaN,
      pastPeak: false,
    })),
  };
}

/** @returns whether the body's end plates moved permanently */
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
  place.compressionN = p;
  place.frontMm = (1000 * load.flexionMomentNm) / p;
  place.rightMm = (1000 * load.lateralMomentNm) / p;
  // rounding must not distinguish left from right
  if (Math.abs(place.rightMm) < NOTHING_MM) place.rightMm = 0;
  place.deflectionForceRatio = load.deflectionForceRatio ?? section.deflectionForceRatio;
  if (!level.body) {
    level.elastic ??= createElasticRange(
      createLoadedSection(section, stage.state.sections[i]!),
      getUnloadedPosition(stage, i),
      section.reliefNPerMm,
    );
    if (!givesUnder(level.elastic, place, section.depthMm, section.widthMm)) return false;
    startYielding(stage, i, level.elastic);
  } else if (p < 0.98 * level.body.force[0]!) return false; // unloads elastically
  // a body that yields slowly is followed at the frame rate, one that collapses at every step
  level.waitedS += stepS;
  if (level.waitedS < FOLLOW_S && level.lastMoveMm < COLLAPSING_MM) return false;
  const spanS = level.waitedS;
  level.waitedS = 0;
  const body = level.body!;
  const around = level.around!;
  around.load[0] = p;
  around.load[1] = p * place.frontMm;
  around.load[2] = p * place.rightMm;
  // response of discs, muscles and the rate term within this step: the load falls as the plates come closer
  const rate = ((collapseTimeMs / 1000) * muscleStiffnessNPerMm) / spanS;
  const arm2 = (section.depthMm * section.depthMm) / 4;
  around.stiffness[0] = rate + load.axialStiffnessNPerM / 1000 + muscleStiffnessNPerMm;
  around.stiffness[1] = rate * arm2 + load.bendingStiffnessNmPerRad * 1000;
  around.stiffness[2] = rate * arm2 + load.lateralStiffnessNmPerRad * 1000;
  around.deflectionForceRatio = place.deflectionForceRatio;
  // a rate term that is even over the plate resists a deflection by ∫ (1 − r²)² dA/A − ¼ = 1/12 of its resistance to shortening
  around.deflectionStiffnessNPerMm = section.reliefNPerMm + rate / 12;
  applySurroundings(body, around);
  level.lastLoadN = p;
  const shortened = moveEndPlates(stage, i, body);
  if (!level.pastPeak && body.force[0]! > level.peakForceN) {
    level.peakForceN = body.force[0]!;
    level.peakTimeS = timeS;
    // the force has fallen and the body shortens: a load that decreases leaves the plates where they are
  } else if (body.force[0]! < PAST_PEAK * level.peakForceN && shortened > COLLAPSING_MM)
    level.pastPeak = true;
  stage.slackMm += shortened;
  level.lastMoveMm = Math.abs(shortened);
  return shortened !== 0;
}

/** Position of the unloaded end plates in the section's units: mm, rad, rad, mm. */
const getUnloadedPosition = ({ state }: SectionStage, i: number): Float64Array =>
  Float64Array.of(
    millimetres(state.shorteningM[i]!),
    state.wedgeRad[i]!,
    state.lateralWedgeRad[i]!,
    state.sections[i]!.plateDeflectionMm,
  );

/** Begins to follow the body step by step, from its position at first yield. */
function startYielding(stage: SectionStage, i: number, elastic: ElasticRange): void {
  const level = stage.levels[i]!;
  const state = copySectionState(stage.state.sections[i]!);
  stage.state.sections[i] = state;
  const body = createLoadedSection(stage.person.sections[i]!, state);
  body.q.set(findElasticLimit(elastic, place.frontMm, place.rightMm, place.deflectionForceRatio).q);
  calcSectionForce(body, body.q);
  level.body = body;
  level.around = {
    load: new Float64Array(3),
    stiffness: new Float64Array(3),
    deflectionForceRatio: place.deflectionForceRatio,
    deflectionStiffnessNPerMm: 0,
  };
}

/**
 * Shape stage for one body: its shape if the load came off now. Returns how much closer its plates have come, mm, where the
 * pressure of the discs beside it acts on them.
 */
function moveEndPlates({ state }: SectionStage, i: number, body: LoadedSection): number {
  estimateUnloadedPosition(body, unloaded);
  return putEndPlates(state, i, unloaded);
}

const unloaded = new Float64Array(UNKNOWNS);

/** At the end of an event, brings bodies that yielded to rest, with their plates exactly at their position without load; returns which. */
export function settleEndPlates({ levels, state }: SectionStage): number[] {
  return levels.flatMap(({ body }, i) => {
    if (!body) return [];
    putEndPlates(state, i, settleSection(body));
    return [i];
  });
}

/** Mean of 1 − r² over a plate: shortening of a disc per deflection. */
const MEAN_DEFLECTION_SHAPE = 0.5;

function putEndPlates(state: SpineState, i: number, q: Float64Array): number {
  const section = state.sections[i]!;
  const before = state.shorteningM[i]!;
  const deflectionBefore = section.plateDeflectionMm;
  state.shorteningM[i] = metres(q[0]!);
  state.wedgeRad[i] = q[1]!;
  state.lateralWedgeRad[i] = q[2]!;
  section.plateDeflectionMm = q[3]!;
  return (
    millimetres(state.shorteningM[i]! - before) +
    MEAN_DEFLECTION_SHAPE * (section.plateDeflectionMm - deflectionBefore)
  );
}
