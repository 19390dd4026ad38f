import { LEVEL_COUNT } from '../../anatomy/levels.ts';
import { applyCreep } from '../../bone/creep.ts';
import { createLoadedSection } from '../../bone/loadedSection.ts';
import type { SectionState } from '../../bone/section.ts';
import { calcUnloadedPosition } from '../../bone/sectionSolve.ts';
import { calcStrengthN } from '../../bone/strength.ts';
import { metres } from '../../quantity/units.ts';
import { calcActLoads } from '../acts/actLoads.ts';
import { applyAgeing } from '../patient/boneCondition.ts';
import { applyCondition, type Person } from '../patient/person.ts';
import { copySpineState, type SpineState } from '../patient/state.ts';
import { describeFractures } from '../results/fractures.ts';
import { showAtRest } from './activityRun.ts';
import type { EventOutcome } from './outcome.ts';
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
/** Months after which loads are computed anew, because creep has moved them. */
const STEP_MONTHS = 3;

/**
 * Months of everyday life: the patient becomes older, and bone that is loaded by bending day after day, below its strength, creeps.
 * Its trace is quiet standing in the new state.
 */
export function* runTime(
  person: Person,
  before: SpineState,
  event: TimeEvent,
  index: number,
): Generator<number, EventOutcome<TimeResult>> {
  const state = copySpineState(before);
  const { patient } = person;
  let older = person;
  for (let passed = 0; passed < event.months; passed += STEP_MONTHS) {
    const months = Math.min(STEP_MONTHS, event.months - passed);
    creep(older, state, months);
    older = applyCondition(patient, applyAgeing(patient, older.condition, months));
    yield passed / event.months;
  }
  const trace = yield* showAtRest(older, state, index);
  return {
    result: {
      index,
      type: 'time',
      name: 'months',
      feasible: true,
      ageYears: older.condition.ageYears,
      fractures: describeFractures(person, before, state, () => 0),
    },
    trace,
    state,
    condition: older.condition,
  };
}

/** Creep of all bodies; a person who cannot bend any more loads nothing. */
function creep(person: Person, state: SpineState, months: number): void {
  const loads = calcActLoads(person, state, DAILY_BEND);
  if ('code' in loads) return;
  for (let i = 0; i < LEVEL_COUNT; i++) {
    const section = person.sections[i]!;
    const asksN = loads.compressionN[i]!;
    const eccentricityMm = (1000 * loads.flexionMomentNm[i]!) / Math.max(1, asksN);
    const calcStrength = () => calcStrengthN(section, state.sections[i]!, eccentricityMm);
    const spared = GUARDED[0]! * calcStrength() < asksN;
    const days = (months * DAYS_PER_MONTH) / (spared ? SPELLS : 1);
    const bear = (compressionN: number) =>
      applyCreep(
        section,
        state.sections[i]!,
        { compressionN, flexionMomentNmm: eccentricityMm * compressionN },
        BENDS_PER_DAY,
        days,
      );
    // a protected body becomes weaker by its creep, and is protected the more
    if (!spared) state.sections[i] = bear(asksN);
    else
      for (let spell = 0; spell < SPELLS; spell++) {
        const strengthN = calcStrength();
        for (const ratio of GUARDED) {
          const before = state.sections[i]!;
          state.sections[i] = bear(Math.min(asksN, ratio * strengthN));
          if (hasCrept(before, state.sections[i]!)) break;
        }
      }
    const unloaded = calcUnloadedPosition(createLoadedSection(section, state.sections[i]!));
    state.shorteningM[i] = metres(unloaded[0]!);
    state.wedgeRad[i] = unloaded[1]!;
    state.lateralWedgeRad[i] = unloaded[2]!;
  }
}

const hasCrept = (before: SectionState, after: SectionState): boolean =>
  after.crushMm.some((crush, k) => crush !== before.crushMm[k]);
