import { LEVEL_COUNT } from '../../anatomy/levels.ts';
import { applyCreep } from '../../bone/creep.ts';
import { createLoadedSection } from '../../bone/loadedSection.ts';
import type { SectionState } from '../../bone/section.ts';
import { calcUnloadedPosition } from '../../bone/sectionSolve.ts';
import { calcStrengthN } from '../../bone/strength.ts';
import { metres } from '../../quantity/units.ts';
import { calcHeldLoads } from '../acts/actLoads.ts';
import { applyAgeing, type BoneCondition } from '../patient/boneCondition.ts';
import { findUndecidedWeeks, noteBreaks, passHealing, WEEKS_PER_MONTH } from '../patient/healing.ts';
import type { PatientModel } from '../patient/patientModel.ts';
import { applyCondition, getCentralStrengthN, type Person } from '../patient/person.ts';
import { copySpineState, type SpineState } from '../patient/state.ts';
import { describeFractures } from '../results/fractures.ts';
import type { EventOutcome } from './outcome.ts';
import type { RestEvent, RestResult } from './rest.ts';
import type { TimeEvent, TimeResult } from './time.ts';

/** Act that stands for a day's bending (our assumption). */
const DAILY_BEND = { type: 'activity', name: 'bend', trunkFlexionDeg: 50, technique: 'back' } as const;
const BENDS_PER_DAY = 100;
const DAYS_PER_MONTH = 30.4;
/**
 * Limits of load over strength for a person who protects a painful back: no body is loaded beyond the first of these fractions of its
 * strength, nor beyond the next where it would collapse further (our assumption).
 */
const GUARDED = [0.9, 0.7, 0.5] as const;
/** Number of times in that time that the strength of a protected body is computed anew. */
const SPELLS = 12;
/** Months after which loads are computed anew, because creep has moved them: in a spine with a fresh break or creep, and in one at rest. */
const STEP_MONTHS = 3;
const LONGEST_STEP_MONTHS = 12;
const FRESH_WEEKS = 26;

/** Where in the bend it is held. */
const HELD_SHARE = 0.5;

/** Load over central strength below which a year leaves less than a thousandth of a millimetre; from which a body may be spared. */
const UNHARMED = 0.3;
const MAY_BE_SPARED = 0.5;

/** Months of everyday life: she grows older, and bone that is bent under load day after day, below its strength, keeps a little of it. */
export function* runTime(
  person: Person,
  before: SpineState,
  event: TimeEvent,
  index: number,
): Generator<number, EventOutcome<TimeResult>> {
  const state = copySpineState(before);
  const older = yield* passTime(person, state, event.months);
  const fractures = describeFractures(person, before, state, () => 0);
  noteBreaks(
    state,
    fractures.filter(({ progression }) => !progression),
  );
  return {
    result: {
      index,
      type: 'time',
      name: 'months',
      feasible: true,
      ageYears: older.condition.ageYears,
      fractures,
    },
    trace: null,
    state,
    condition: older.condition,
  };
}

/** Days in bed: she grows older, bone and muscle are not used, and nothing is bent. */
export function* runRest(
  person: Person,
  before: SpineState,
  event: RestEvent,
  index: number,
): Generator<number, EventOutcome<RestResult>> {
  const condition = applyRest(person.patient, person.condition, event.days);
  const state = copySpineState(before);
  for (let left = event.days / 7; left > 0; ) {
    const weeks = Math.min(left, findUndecidedWeeks(state));
    passHealing(person, state, weeks);
    left -= weeks;
  }
  yield 1;
  return {
    result: {
      index,
      type: 'rest',
      name: 'days',
      feasible: true,
      ageYears: condition.ageYears,
      fractures: describeFractures(person, before, state, () => 0),
    },
    trace: null,
    state,
    condition,
  };
}

/** What days in bed make of a condition. */
export function applyRest(patient: PatientModel, condition: BoneCondition, days: number): BoneCondition {
  const { courses, elapsedMonths } = condition;
  const months = days / DAYS_PER_MONTH;
  const rest = {
    kind: 'rest',
    name: 'bed',
    fromMonths: elapsedMonths,
    toMonths: elapsedMonths + months,
  } as const;
  return applyAgeing(patient, { ...condition, courses: [...courses, rest] }, months);
}

/** Lets months of everyday life pass over a person's bodies. @param state changed; @returns the person after them */
function* passTime(person: Person, state: SpineState, months: number): Generator<number, Person> {
  const { patient } = person;
  const strengthN = state.sections.map((section, i) => getCentralStrengthN(person, i, section));
  let older = person;
  let step = state.healing.some((healing) => healing && healing.weeks < FRESH_WEEKS)
    ? STEP_MONTHS
    : LONGEST_STEP_MONTHS;
  for (let passed = 0; passed < months; ) {
    const now = Math.min(step, months - passed, findUndecidedWeeks(state) / WEEKS_PER_MONTH);
    const crept = creep(older, state, strengthN, now);
    passHealing(older, state, now * WEEKS_PER_MONTH);
    step = crept ? STEP_MONTHS : Math.min(LONGEST_STEP_MONTHS, 2 * step);
    passed += now;
    older = applyCondition(patient, applyAgeing(patient, older.condition, now), older);
    yield passed / months;
  }
  return older;
}

/** A change of a body's shape that moves no load worth a word, rad and m (our assumption). */
const STILL_RAD = 0.0003;
const STILL_M = 0.00002;

/**
 * Creeps all bodies; whoever cannot bend any more loads nothing.
 *
 * @param strengthN central strengths as the time began, to tell whom it may harm
 * @returns whether any has changed its shape
 */
function creep(person: Person, state: SpineState, strengthN: readonly number[], months: number): boolean {
  const loads = calcHeldLoads(person, state, DAILY_BEND, HELD_SHARE);
  if ('code' in loads) return false;
  let moved = false;
  for (let i = 0; i < LEVEL_COUNT; i++) {
    const asksN = loads.compressionN[i]!;
    const utilisation = asksN / strengthN[i]!;
    if (utilisation < UNHARMED) continue;
    const eccentricityMm = (1000 * loads.flexionMomentNm[i]!) / Math.max(1, asksN);
    creepBody(person, state, i, months, { asksN, eccentricityMm, utilisation });
    const unloaded = calcUnloadedPosition(createLoadedSection(person.sections[i]!, state.sections[i]!));
    const shorteningM = metres(unloaded[0]!);
    if (
      Math.abs(shorteningM - state.shorteningM[i]!) > STILL_M ||
      Math.abs(unloaded[1]! - state.wedgeRad[i]!) > STILL_RAD
    )
      moved = true;
    state.shorteningM[i] = shorteningM;
    state.wedgeRad[i] = unloaded[1]!;
    state.lateralWedgeRad[i] = unloaded[2]!;
  }
  return moved;
}

interface DailyBend {
  readonly asksN: number;
  readonly eccentricityMm: number;
  /** Load over central strength. */
  readonly utilisation: number;
}

function creepBody(
  person: Person,
  state: SpineState,
  i: number,
  months: number,
  { asksN, eccentricityMm, utilisation }: DailyBend,
): void {
  const section = person.sections[i]!;
  const calcStrength = () => calcStrengthN(section, state.sections[i]!, eccentricityMm);
  const spared = utilisation > MAY_BE_SPARED && GUARDED[0]! * calcStrength() < asksN;
  const days = (months * DAYS_PER_MONTH) / (spared ? SPELLS : 1);
  const bear = (compressionN: number) =>
    applyCreep(
      section,
      state.sections[i]!,
      { compressionN, flexionMomentNmm: eccentricityMm * compressionN },
      BENDS_PER_DAY,
      days,
    );
  // a body that is spared grows weaker by what it creeps, and is spared the more
  if (!spared) state.sections[i] = bear(asksN);
  else
    for (let spell = 0; spell < SPELLS; spell++) {
      const strengthN = calcStrength();
      for (const share of GUARDED) {
        const before = state.sections[i]!;
        state.sections[i] = bear(Math.min(asksN, share * strengthN));
        if (hasCrept(before, state.sections[i]!)) break;
      }
    }
}

const hasCrept = (before: SectionState, after: SectionState): boolean =>
  after.crushMm.some((crush, k) => crush !== before.crushMm[k]);
