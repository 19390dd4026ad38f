import { createRandom, type Random } from '../../math/random.ts';
import { ln } from '../../math/transcendental.ts';
import type { LifePair, TreatedLife, YearOfBone } from './life.ts';

/** A figure and the middle 95 % of it over cohorts drawn from these people anew. */
export interface Interval {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** A cohort with a treatment beside the same people without. */
export interface TrialTally {
  readonly people: number;
  readonly personYears: number;
  readonly newFractures: Arms;
  /** People with at least one new fracture. */
  readonly peopleWithNew: Arms;
  /** Of people with a new fracture: with treatment over without; and fewer of 1000. */
  readonly relativeRisk: Interval;
  readonly fewerPer1000: Interval;
  /** The same of the fractures to be expected by the hazards, in which there is less chance. */
  readonly expectedFractures: Arms;
  readonly expectedRatio: Interval;
  /** The model's own n = -d ln(risk) / d ln(strength) of the first year. */
  readonly strengthExponent: number;
  /** Means at the end of each year. */
  readonly byYear: readonly { readonly year: number; readonly without: Bone; readonly with: Bone }[];
}

interface Arms {
  readonly without: number;
  readonly with: number;
}

type Bone = Omit<YearOfBone, 'year'>;

const RESAMPLES = 1000;
/** Stream of chance of the resampling: no person has it. */
const STREAM = 0x7fffffff;

export function tallyTrial(pairs: readonly LifePair[], seed: number): TrialTally {
  const arms = (of: (life: TreatedLife) => number): Arms => ({
    without: total(pairs.map((pair) => of(pair.without))),
    with: total(pairs.map((pair) => of(pair.with))),
  });
  const broke = (life: TreatedLife) => (life.fractures.length > 0 ? 1 : 0);
  const people = pairs.length;
  return {
    people,
    personYears: total(pairs.map(({ without }) => total(without.yearsWithBroken))),
    newFractures: arms((life) => life.fractures.length),
    peopleWithNew: arms(broke),
    relativeRisk: bootstrap(pairs, broke, seed, (without, taken) => taken / without),
    fewerPer1000: bootstrap(pairs, broke, seed, (without, taken) => (1000 * (without - taken)) / people),
    expectedFractures: arms((life) => life.expectedFractures),
    expectedRatio: bootstrap(
      pairs,
      (life) => life.expectedFractures,
      seed,
      (without, taken) => taken / without,
    ),
    strengthExponent: calcExponent(pairs),
    byYear: (pairs[0]?.without.byYear ?? []).map(({ year }, n) => ({
      year,
      without: calcMeanBone(pairs.map((pair) => pair.without.byYear[n]!)),
      with: calcMeanBone(pairs.map((pair) => pair.with.byYear[n]!)),
    })),
  };
}

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** Change of strength between the two risks of a life, as a logarithm: 5 % down to 5 % up. */
const LN_STRENGTH = 2 * ln(1.05);

const calcExponent = (pairs: readonly LifePair[]): number =>
  ln(
    total(pairs.map(({ without }) => without.riskWeaker)) /
      total(pairs.map(({ without }) => without.riskStronger)),
  ) / LN_STRENGTH;

const calcMeanBone = (years: readonly YearOfBone[]): Bone => {
  const mean = (of: (year: YearOfBone) => number) => total(years.map(of)) / years.length;
  return {
    tScore: mean(({ tScore }) => tScore),
    trabecularDensityMgPerCm3: mean((year) => year.trabecularDensityMgPerCm3),
    centralStrengthN: mean(({ centralStrengthN }) => centralStrengthN),
  };
};

/** A figure of the sums over both arms, with its percentiles over people drawn with replacement. */
function bootstrap(
  pairs: readonly LifePair[],
  of: (life: TreatedLife) => number,
  seed: number,
  calc: (without: number, taken: number) => number,
): Interval {
  const without = pairs.map((pair) => of(pair.without));
  const taken = pairs.map((pair) => of(pair.with));
  const random = createRandom(seed, STREAM);
  const drawn = Array.from({ length: RESAMPLES }, () => calc(...drawSums(without, taken, random)))
    .filter(Number.isFinite)
    .sort((a, b) => a - b);
  const at = (share: number) => drawn[Math.floor(share * (drawn.length - 1))] ?? Number.NaN;
  return { value: calc(total(without), total(taken)), low: at(0.025), high: at(0.975) };
}

function drawSums(without: readonly number[], taken: readonly number[], random: Random): [number, number] {
  let a = 0;
  let b = 0;
  for (let n = 0; n < without.length; n++) {
    const person = Math.floor(random.uniform() * without.length);
    a += without[person]!;
    b += taken[person]!;
  }
  return [a, b];
}
