import type { BodyShapes } from '../../anatomy/columnGeometry.ts';
import { LEVEL_COUNT, levelIndex } from '../../anatomy/levels.ts';
import { createSectionState, type Section, scaleSection } from '../../bone/section.ts';
import { createRandom, type Random } from '../../math/random.ts';
import { exp, ln } from '../../math/transcendental.ts';
import { applyTreatment } from '../events/treatmentRun.ts';
import type { AnyTreatmentEvent } from '../events/treatments.ts';
import { applyAgeing, type BoneCondition } from '../patient/boneCondition.ts';
import {
  applyCondition,
  createPerson,
  getCentralStrengthN,
  type Person,
  withSections,
} from '../patient/person.ts';
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
import type { Life, LifeFracture, TreatedLife, YearOfBone } from './life.ts';
import { drawIndividual, type Individual, type Population } from './people.ts';
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
  /** Condition when counting begins, with what is taken from then on. */
  started: BoneCondition;
  /** Factor on how often she falls. */
  fallFactor: number;
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
  const { course, random, risk } = begin(population, seed, number, overrides);
  for (let year = 0; year < years; year++) {
    if (year > 0) grow(course, 12 * year);
    liveOneStep(course, random, year, Math.min(1, years - year));
  }
  return describeLife(course, risk);
}

/** The person of a number, having lived through the years before counting begins. */
function begin(
  population: Population,
  seed: number,
  number: number,
  overrides: Readonly<Record<string, number>>,
) {
  const random = createRandom(seed, number);
  const individual = drawIndividual(random, population);
  const course = createCourse(individual, overrides);
  const risk = calcMeanRisk(course.demands, population.strengthCv, createRandom(seed, -1 - number));
  liveOneStep(course, random, -RUN_IN_YEARS, RUN_IN_YEARS);
  return { course, random, risk };
}

function describeLife(course: Course, risk: Pick<Life, 'unbroken' | 'firstYearRisk'>): Life {
  const { yearsWithBroken, injuries, runs, individual } = course;
  const { ageYears, heightCm, massKg, tScore } = individual.patient;
  const fractures = course.fractures.filter(({ atYears: at }) => at >= 0);
  return { ageYears, heightCm, massKg, tScore, ...risk, fractures, yearsWithBroken, injuries, runs };
}

const L3 = levelIndex('L3');

/** Steps of a year in which bone under a treatment is computed anew. */
const STEPS_PER_YEAR = 4;

/** How much strength is changed to see how the rate of fractures answers. */
const STRONGER = 1.05;

/**
 * The same for one who begins a treatment when counting begins, or does not: bone is computed in the middle of every quarter.
 *
 * @param treatment null for none
 */
export function liveTreated(
  population: Population,
  years: number,
  seed: number,
  number: number,
  overrides: Readonly<Record<string, number>>,
  treatment: AnyTreatmentEvent | null,
): TreatedLife {
  const { course, random, risk } = begin(population, seed, number, overrides);
  const calcYearRisk = (factor: number) => {
    const { demands, individual } = course;
    const strengthFactor = individual.strengthFactor.map((own) => own * factor);
    return 1 - exp(-sum(calcHazard(demands, strengthFactor, () => false).fracturesPerYear));
  };
  const riskWeaker = calcYearRisk(1 / STRONGER);
  const riskStronger = calcYearRisk(STRONGER);
  if (treatment) course.started = applyTreatment(course.base.patient, course.base.condition, treatment);
  const byYear = [describeYear(course, 0)];
  let expectedFractures = 0;
  for (let step = 0; step < years * STEPS_PER_YEAR; step++) {
    const year = step / STEPS_PER_YEAR;
    const lengthYears = Math.min(1 / STEPS_PER_YEAR, years - year);
    grow(course, 12 * (year + lengthYears / 2));
    expectedFractures += 1 - exp(-lengthYears * sum(course.hazard.fracturesPerYear));
    liveOneStep(course, random, year, lengthYears);
    if ((step + 1) % STEPS_PER_YEAR === 0) byYear.push(describeYear(course, (step + 1) / STEPS_PER_YEAR));
  }
  return { ...describeLife(course, risk), expectedFractures, riskWeaker, riskStronger, byYear };
}

const sum = (rates: Float64Array): number => rates.reduce((total, rate) => total + rate, 0);

function describeYear(course: Course, year: number): YearOfBone {
  const { base, started } = course;
  const person = applyCondition(base.patient, applyAgeing(base.patient, started, 12 * year));
  const { tScore, bone } = person.condition;
  const l3 = createSectionState(person.sections[L3]!);
  return {
    year,
    tScore,
    trabecularDensityMgPerCm3: bone[L3]!.densityMgPerCm3,
    centralStrengthN: getCentralStrengthN(person, L3, l3) / person.condition.qualityFactor,
  };
}

function createCourse(individual: Individual, overrides: Readonly<Record<string, number>>): Course {
  const base = createPerson(individual.patient, overrides);
  const state = createSpineState(base.sections);
  const exposure = calcExposure(base, state);
  return {
    individual,
    base,
    started: base.condition,
    fallFactor: 1,
    sections: base.sections,
    state,
    exposure,
    shape: state,
    ...assess({ base, sections: base.sections, individual, state, exposure, fallFactor: 1 }),
    fractures: [],
    yearsWithBroken: [],
    injuries: 0,
    runs: 0,
  };
}

/** Computes the hazard of daily life for her present state. */
function assess({
  base,
  sections,
  individual: { strengthFactor },
  state,
  exposure,
  fallFactor,
}: Pick<Course, 'base' | 'sections' | 'individual' | 'state' | 'exposure' | 'fallFactor'>): Pick<
  Course,
  'demands' | 'hazard'
> {
  const demands = calcDemands(exposure, calcStrengths(sections, state, exposure)).map((demand) =>
    demand.act.name === FALL
      ? { ...demand, act: { ...demand.act, timesPerYear: demand.act.timesPerYear * fallFactor } }
      : demand,
  );
  const isBroken = (i: number) => isFractured(state, i, calcBodyHeights(base, state, i));
  return { demands, hazard: calcHazard(demands, strengthFactor, isBroken) };
}

/** Act of daily life that balance training makes rarer. */
const FALL = 'fall-seated';

function reassess(course: Course): void {
  Object.assign(course, assess(course));
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

/** Change of bone with the years and what is taken; the loads stay the same. */
function grow(course: Course, months: number): void {
  const { base, started } = course;
  const { sections, condition } = applyCondition(
    base.patient,
    applyAgeing(base.patient, started, months),
    base,
  );
  course.sections = sections;
  course.fallFactor = condition.fallFactor;
  reassess(course);
}

function liveOneStep(course: Course, random: Random, year: number, lengthYears: number): void {
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
