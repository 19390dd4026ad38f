import type { BodyShapes } from '../../anatomy/columnGeometry.ts';
import { LEVEL_COUNT } from '../../anatomy/levels.ts';
import { createSection, type Section, scaleSection } from '../../bone/section.ts';
import { createRandom, type Random } from '../../math/random.ts';
import { exp, ln } from '../../math/transcendental.ts';
import { createPerson, type Person, withSections } from '../patient/person.ts';
import { createSpineState, type SpineState } from '../patient/state.ts';
import { drawStrengthScatter } from '../patient/strengthScatter.ts';
import { calcBodyHeights, isFractured } from '../results/heights.ts';
import { calcExposure, type Exposure } from './exposure.ts';
import {
  calcDemands,
  calcFirstYearRisk,
  calcHazard,
  type Demand,
  type Hazard,
  type Overload,
} from './hazard.ts';
import { describeInjury, performOverload } from './injury.ts';
import type { Life, LifeFracture } from './life.ts';
import { ageBy, drawIndividual, type Individual, type Population } from './people.ts';
import { calcStrengths } from './strengths.ts';

/** Most acts run in full in one year: a person with more would be in bed. */
const MOST_RUNS_PER_YEAR = 10;

/**
 * Years lived before counting begins: in a population the weakest spines are broken already, and new fractures in them are not
 * first ones (our assumption).
 */
export const RUN_IN_YEARS = 1;

/** Number of draws over which the scatter of strength is averaged. */
const SCATTER_DRAWS = 100;

/** Change of a body's shape that changes no load by more than one per cent, rad and m (our assumption). */
const SAME_RAD = 0.003;
const SAME_M = 0.0002;

/** State of a life in progress. */
interface Course {
  readonly individual: Individual;
  readonly base: Person;
  /** Sections from density and size, without the individual's factors. */
  sections: readonly Section[];
  state: SpineState;
  /** Loads of daily life, and the shape for which they were computed. */
  exposure: Exposure;
  shape: BodyShapes;
  demands: readonly Demand[];
  hazard: Hazard;
  readonly fractures: LifeFracture[];
  readonly yearsWithBroken: number[];
  injuries: number;
  runs: number;
}

/**
 * Life of one person with daily acts for some years. Loads are computed for her shape, and again when it has changed; the
 * frequency of overloads follows from them and from strength; acts that overload a level are run in full.
 *
 * @param number of the person in the cohort, which gives her a random stream of her own
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
  const course = createCourse(individual, overrides);
  const { ageYears, heightCm, massKg, tScore } = individual.patient;
  const risk = calcMeanRisk(course.demands, population.strengthCv, createRandom(seed, -1 - number));
  liveOneYear(course, random, -RUN_IN_YEARS, RUN_IN_YEARS);
  for (let year = 0; year < years; year++) {
    if (year > 0) grow(course, year);
    liveOneYear(course, random, year, Math.min(1, years - year));
  }
  const { yearsWithBroken, injuries, runs } = course;
  const fractures = course.fractures.filter(({ atYears: at }) => at >= 0);
  return { ageYears, heightCm, massKg, tScore, ...risk, fractures, yearsWithBroken, injuries, runs };
}

function createCourse(individual: Individual, overrides: Readonly<Record<string, number>>): Course {
  const base = createPerson(individual.patient, overrides);
  const state = createSpineState(base.sections);
  const exposure = calcExposure(base, state);
  return {
    individual,
    base,
    sections: base.sections,
    state,
    exposure,
    shape: state,
    ...assess(base, base.sections, individual, state, exposure),
    fractures: [],
    yearsWithBroken: [],
    injuries: 0,
    runs: 0,
  };
}

/** Computes the hazard of daily life for her present state. */
function assess(
  base: Person,
  sections: readonly Section[],
  { strengthFactor }: Individual,
  state: SpineState,
  exposure: Exposure,
): Pick<Course, 'demands' | 'hazard'> {
  const demands = calcDemands(exposure, calcStrengths(sections, state, exposure));
  const isBroken = (i: number) => isFractured(state, i, calcBodyHeights(base, state, i));
  return { demands, hazard: calcHazard(demands, strengthFactor, isBroken) };
}

function reassess(course: Course): void {
  const { base, sections, individual, state, exposure } = course;
  Object.assign(course, assess(base, sections, individual, state, exposure));
}

/** Mean risk by the hazards of people who differ from her only in the scatter of strength. */
function calcMeanRisk(
  demands: readonly Demand[],
  strengthCv: number,
  random: Random,
): Pick<Life, 'unbroken' | 'firstYearRisk'> {
  const firstYearRisk = new Array<number>(LEVEL_COUNT).fill(0);
  let unbroken = 0;
  for (let draw = 0; draw < SCATTER_DRAWS; draw++) {
    const hazard = calcHazard(demands, drawStrengthScatter(random, strengthCv), () => false);
    const total = hazard.fracturesPerYear.reduce((sum, rate) => sum + rate, 0);
    const share = exp(-RUN_IN_YEARS * total) / SCATTER_DRAWS;
    unbroken += share;
    calcFirstYearRisk(hazard).forEach((risk, i) => {
      firstYearRisk[i]! += share * risk;
    });
  }
  return { unbroken, firstYearRisk };
}

/** Makes her older: the bone is thinner, the loads are the same. */
function grow(course: Course, years: number): void {
  const model = { ...course.base.model, patient: ageBy(course.individual.patient, years) };
  course.sections = course.sections.map((_, i) => createSection(model, i));
  reassess(course);
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
    if (year >= 0) course.yearsWithBroken[broken]! += spent;
    left -= spent;
    if (left > 0) overdo(course, random, year + lengthYears - left, broken);
  }
}

const countBroken = ({ base, state }: Course): number =>
  state.sections.filter((_, i) => isFractured(state, i, calcBodyHeights(base, state, i))).length;

/** Runs one act in full that overloads some level. */
function overdo(course: Course, random: Random, atYears: number, priorFractures: number): void {
  const { individual, state, hazard } = course;
  const person = withSections(
    course.base,
    course.sections.map((section, i) => scaleSection(section, individual.strengthFactor[i]!)),
  );
  const overload = pickOverload(hazard, random);
  const outcome = performOverload(person, state, overload, random);
  course.runs++;
  if (!outcome || outcome.state.sections.every((section, i) => section === state.sections[i])) return;
  course.injuries++;
  course.fractures.push(
    ...describeInjury(person, state, outcome, { atYears, actId: overload.act.id, priorFractures }),
  );
  course.state = outcome.state;
  if (hasBent(course.shape, course.state)) {
    course.shape = course.state;
    course.exposure = calcExposure(person, course.state);
  }
  reassess(course);
}

const hasBent = (before: BodyShapes, after: BodyShapes): boolean =>
  after.wedgeRad.some((angle, i) => Math.abs(angle - before.wedgeRad[i]!) > SAME_RAD) ||
  after.shorteningM.some((length, i) => Math.abs(length - before.shorteningM[i]!) > SAME_M);

/** Draws which act it is, in proportion to their frequencies. */
function pickOverload({ overloads, overloadsPerYear }: Hazard, random: Random): Overload {
  let left = random.uniform() * overloadsPerYear;
  for (const overload of overloads) {
    left -= overload.perYear;
    if (left < 0) return overload;
  }
  return overloads.at(-1)!;
}
