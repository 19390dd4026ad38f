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
/** Months after which loads are computed anew: where creep may move them, or a break is fresh; and in a spine at rest. */
const STEP_MONTHS = 3;
const LONGEST_STEP_MONTHS = 12;
const FRESH_WEEKS = 26;

/** Where in the bend it is held. */
const HELD_SHARE = 0.5;

/**
 * Load over central strength: below the first a year leaves less than a thousandth of a millimetre, from the second on a body may have to be
 * protected, from the third on it may sink so fast that its load moves.
 */
const UNHARMED = 0.3;
const MAY_NEED_PROTECTION = 0.5;
const SINKING = 0.7;

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

/** Passes months of everyday life. @param state changed; @returns the person after them */
function* passTime(person: Person, state: SpineState, months: number): Generator<number, Person> {
  const { patient } = person;
  const strengthN = state.sections.map((section, i) => getCentralStrengthN(person, i, section));
  let older = person;
  for (let passed = 0; passed < months; ) {
    const bends = findDailyBends(older, state, strengthN);
    const moving =
      bends.some(({ utilisation }) => utilisation > SINKING) ||
      state.healing.some((healing) => healing && healing.weeks < FRESH_WEEKS);
    const now = Math.min(
      moving ? STEP_MONTHS : LONGEST_STEP_MONTHS,
      months - passed,
      findUndecidedWeeks(state) / WEEKS_PER_MONTH,
    );
    creep(older, state, bends, now);
    passHealing(older, state, now * WEEKS_PER_MONTH);
    passed += now;
    older = applyCondition(patient, applyAgeing(patient, older.condition, now), older);
    yield passed / months;
  }
  return older;
}

/**
 * Loads of the bodies in a day's bending, T1 … L5; none for a person who cannot bend any more.
 *
 * @param strengthN central strengths as the time began
 */
function findDailyBends(
  person: Person,
  state: SpineState,
  strengthN: readonly number[],
): readonly DailyBend[] {
  const loads = calcHeldLoads(person, state, DAILY_BEND, HELD_SHARE);
  if ('code' in loads) return [];
  return strengthN.map((strength, i) => {
    const asksN = loads.compressionN[i]!;
    const eccentricityMm = (1000 * loads.flexionMomentNm[i]!) / Math.max(1, asksN);
    return { asksN, eccentricityMm, utilisation: asksN / strength };
  });
}

/** Creep of all bodies. @param state changed */
function creep(person: Person, state: SpineState, bends: readonly DailyBend[], months: number): void {
  bends.forEach((bend, i) => {
    if (bend.utilisation < UNHARMED) return;
    creepBody(person, state, i, months, bend);
    const unloaded = calcUnloadedPosition(createLoadedSection(person.sections[i]!, state.sections[i]!));
    state.shorteningM[i] = metres(unloaded[0]!);
    state.wedgeRad[i] = unloaded[1]!;
    state.lateralWedgeRad[i] = unloaded[2]!;
  });
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
  const spared = utilisation > MAY_NEED_PROTECTION && GUARDED[0]! * calcStrength() < asksN;
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
