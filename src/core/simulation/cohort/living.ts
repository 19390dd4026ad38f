import type { BodyShapes } from '../../anatomy/columnGeometry.ts';
import { LEVEL_COUNT, type Level } from '../../anatomy/levels.ts';
import { createRandom, type Random } from '../../math/random.ts';
import { exp, ln } from '../../math/transcendental.ts';
import { measureFindings } from '../findings.ts';
import { calcBodyHeights, isFractured } from '../heights.ts';
import { createPerson, type Person } from '../person.ts';
import type { FractureShape } from '../results.ts';
import { finish } from '../run.ts';
import { runActivity } from '../runActivity.ts';
import { createSpineState, type SpineState } from '../state.ts';
import { calcLoadFactor, createDailyEvent } from './dailyLife.ts';
import { calcExposure, type Exposure } from './exposure.ts';
import { calcHazard, type Hazard, type Overload } from './hazard.ts';
import { calcNormalTail, findNormalDeviate } from './normalTail.ts';
import { ageBy, drawIndividual, type Individual, type Population } from './people.ts';
import { calcStrengths, createScaledSections, scaleSection } from './strengths.ts';

/** A fracture in a life. */
export interface LifeFracture {
  readonly atYears: number;
  readonly level: Level;
  readonly shape: FractureShape;
  readonly actId: string;
  /** Levels broken before the event. */
  readonly priorFractures: number;
  /** Levels that broke in the same event, this one included. */
  readonly together: number;
  /** Standing, after less before the event, shared among those that broke in it: degrees, mm. */
  readonly kyphosisDeg: number;
  readonly statureLossMm: number;
  readonly anteriorHeightLossPercent: number;
}

/** What was lived through and what came of it. Plain data: it travels between threads. */
export interface Life {
  readonly ageYears: number;
  readonly heightCm: number;
  readonly massKg: number;
  readonly tScore: number;
  /** Probability that a first fracture comes within the first year, and is at T1 … L5. No chance in it. */
  readonly firstYearRisk: readonly number[];
  readonly fractures: readonly LifeFracture[];
  /** Years lived with 0, 1, 2 … broken levels. */
  readonly yearsWithBroken: readonly number[];
  /** Acts that crushed bone, whether or not a fracture came of it; acts run in full. */
  readonly injuries: number;
  readonly runs: number;
}

/** Acts run in full in one year at most: who would need more is in bed. */
const MOST_RUNS_PER_YEAR = 10;

/**
 * One person living with daily acts for some years. Loads are computed for the shape she has and again when it has changed; how often
 * an act overloads a level follows from them and from strength; acts that do are run in full.
 *
 * @param number of the person in the cohort: she has a stream of chance of her own
 */
export function live(
  population: Population,
  years: number,
  seed: number,
  number: number,
  overrides: Readonly<Record<string, number>> = {},
): Life {
  const random = createRandom(seed, number);
  const individual = drawIndividual(random, population);
  const { ageYears, heightCm, massKg, tScore } = individual.patient;
  const base = createPerson(individual.patient, overrides);
  const course = createCourse(base, individual);
  const firstYearRisk = calcRisk(course.hazard.fracturesPerYear);
  for (let year = 0; year < years; year++) {
    if (year > 0) grow(course, individual, year);
    liveOneYear(course, random, year, Math.min(1, years - year));
  }
  return {
    ageYears,
    heightCm,
    massKg,
    tScore,
    firstYearRisk,
    fractures: course.fractures,
    yearsWithBroken: course.yearsWithBroken,
    injuries: course.injuries,
    runs: course.runs,
  };
}

/** A life under way. */
interface Course {
  person: Person;
  state: SpineState;
  /** What daily life asks, and the shape for which that was computed. */
  exposure: Exposure;
  shape: BodyShapes;
  hazard: Hazard;
  readonly fractures: LifeFracture[];
  readonly yearsWithBroken: number[];
  injuries: number;
  runs: number;
}

function createCourse(base: Person, { strengthFactor }: Individual): Course {
  const person = { ...base, sections: createScaledSections(base.model, strengthFactor) };
  const state = createSpineState(person.sections);
  const exposure = calcExposure(person, state);
  return {
    person,
    state,
    exposure,
    shape: state,
    hazard: assess(person, state, exposure),
    fractures: [],
    yearsWithBroken: [],
    injuries: 0,
    runs: 0,
  };
}

/** The sections carry the person's factors already. */
const assess = (person: Person, state: SpineState, exposure: Exposure): Hazard =>
  calcHazard(exposure, calcStrengths(person.sections, state, exposure), ONES, (i) =>
    isFractured(state, i, calcBodyHeights(person, state, i)),
  );
const ONES = new Float64Array(LEVEL_COUNT).fill(1);

/** Another year older: the bone is thinner, the loads are the same. */
function grow(course: Course, { patient, strengthFactor }: Individual, years: number): void {
  const model = { ...course.person.model, patient: ageBy(patient, years) };
  course.person = {
    ...course.person,
    sections: createScaledSections(model, strengthFactor),
    centralStrengthN: new WeakMap(),
  };
  course.hazard = assess(course.person, course.state, course.exposure);
}

/** Probability of a first fracture within a year at each level, rates competing. */
function calcRisk(perYear: Float64Array): number[] {
  const total = perYear.reduce((sum, rate) => sum + rate, 0);
  const any = total > 0 ? (1 - exp(-total)) / total : 0;
  return Array.from(perYear, (rate) => rate * any);
}

function liveOneYear(course: Course, random: Random, year: number, lengthYears: number): void {
  let left = lengthYears;
  for (let run = 0; left > 0; run++) {
    const { overloadsPerYear } = course.hazard;
    const waited =
      overloadsPerYear > 0 ? -ln(1 - random.uniform()) / overloadsPerYear : Number.POSITIVE_INFINITY;
    const spent = run < MOST_RUNS_PER_YEAR ? Math.min(left, waited) : left;
    const broken = countBroken(course);
    while (course.yearsWithBroken.length <= broken) course.yearsWithBroken.push(0);
    course.yearsWithBroken[broken]! += spent;
    left -= spent;
    if (left > 0) overdo(course, random, year + lengthYears - left);
  }
}

const countBroken = ({ person, state }: Course): number =>
  state.sections.filter((_, i) => isFractured(state, i, calcBodyHeights(person, state, i))).length;

/** One act that asks more than some level can bear, run in full. */
function overdo(course: Course, random: Random, atYears: number): void {
  const { person, state, hazard } = course;
  const overload = pickOverload(hazard, random);
  const { act } = overload.exposure;
  const z = findNormalDeviate((1 - random.uniform()) * calcNormalTail(overload.fromZ));
  const event = createDailyEvent(act, z);
  if (!event) return;
  course.runs++;
  // a load greater by a factor is a body weaker by it
  const hasty = 1 / calcLoadFactor(act, z);
  const performer = act.varies
    ? person
    : { ...person, sections: person.sections.map((section) => scaleSection(section, hasty)) };
  const outcome = finish(runActivity(performer, state, event, 0));
  if (outcome.state.sections.every((section, i) => section === state.sections[i])) return;
  course.injuries++;
  const priorFractures = countBroken(course);
  const before = measureFindings(person, state);
  const after = measureFindings(person, outcome.state);
  course.state = outcome.state;
  const fresh = outcome.result.fractures.filter(({ progression }) => !progression);
  for (const fracture of fresh)
    course.fractures.push({
      atYears,
      level: fracture.level,
      shape: fracture.shape,
      actId: act.id,
      priorFractures,
      together: fresh.length,
      kyphosisDeg: (after.kyphosisDeg - before.kyphosisDeg) / fresh.length,
      statureLossMm: (after.heightLossMm - before.heightLossMm) / fresh.length,
      anteriorHeightLossPercent: fracture.anteriorHeightLossPercent,
    });
  if (hasBent(course.shape, course.state)) {
    course.shape = course.state;
    course.exposure = calcExposure(person, course.state);
  }
  course.hazard = assess(person, course.state, course.exposure);
}

/** A change of a body's shape that changes no load by more than a per cent, rad and m (source model). */
const SAME_RAD = 0.003;
const SAME_M = 0.0002;

const hasBent = (before: BodyShapes, after: BodyShapes): boolean =>
  after.wedgeRad.some((angle, i) => Math.abs(angle - before.wedgeRad[i]!) > SAME_RAD) ||
  after.shorteningM.some((length, i) => Math.abs(length - before.shorteningM[i]!) > SAME_M);

/** Which act it is, each as likely as it is frequent. */
function pickOverload({ overloads, overloadsPerYear }: Hazard, random: Random): Overload {
  let left = random.uniform() * overloadsPerYear;
  for (const overload of overloads) {
    left -= overload.perYear;
    if (left < 0) return overload;
  }
  return overloads.at(-1)!;
}
