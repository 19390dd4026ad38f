import { beforeAll, describe, expect, it } from 'vitest';
import { LEVEL_COUNT } from '../../src/core/anatomy/levels.ts';
import { createSection, createSectionState, scaleSection } from '../../src/core/bone/section.ts';
import { calcStrengthN } from '../../src/core/bone/strength.ts';
import { createRandom, createRandomFrom } from '../../src/core/math/random.ts';
import { DAILY_ACTS } from '../../src/core/simulation/cohort/dailyLife.ts';
import { calcExposure, type Exposure } from '../../src/core/simulation/cohort/exposure.ts';
import {
  calcDemands,
  calcFirstYearRisk,
  calcHazard,
  findCriticalIntensity,
} from '../../src/core/simulation/cohort/hazard.ts';
import { calcNormalTail, findNormalDeviate } from '../../src/core/simulation/cohort/normalTail.ts';
import {
  ageBy,
  calcMeanTScore,
  drawIndividual,
  WOMEN_OVER_60,
} from '../../src/core/simulation/cohort/people.ts';
import { calcInverseStrength, calcStrengths } from '../../src/core/simulation/cohort/strengths.ts';
import { createPerson, type Person } from '../../src/core/simulation/patient/person.ts';
import { createSpineState, type SpineState } from '../../src/core/simulation/patient/state.ts';
import {
  calcScatterCorrelation,
  drawStrengthScatter,
  STRENGTH_CV,
} from '../../src/core/simulation/patient/strengthScatter.ts';
import { WOMAN } from './support.ts';

const mean = (values: ArrayLike<number>): number =>
  Array.from(values).reduce((a, b) => a + b, 0) / values.length;
const deviation = (values: ArrayLike<number>): number => {
  const m = mean(values);
  return Math.sqrt(mean(Array.from(values, (value) => (value - m) ** 2)));
};
const correlation = (a: readonly number[], b: readonly number[]): number => {
  const [ma, mb] = [mean(a), mean(b)];
  return mean(a.map((value, i) => (value - ma) * (b[i]! - mb))) / (deviation(a) * deviation(b));
};

describe('chance', () => {
  it('is xoshiro128**, as its authors’ program gives it from the state 1, 2, 3, 4', () => {
    const random = createRandomFrom([1, 2, 3, 4]);
    expect(Array.from({ length: 10 }, random.uint32)).toEqual([
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
    ]);
  });

  it('repeats itself to the bit, and each person has her own', () => {
    const draw = (seed: number, stream: number) => {
      const random = createRandom(seed, stream);
      return Array.from({ length: 20 }, () => [random.uint32(), random.uniform(), random.normal()]);
    };
    expect(draw(7, 3)).toEqual(draw(7, 3));
    const starts = new Set<number>();
    for (let seed = 0; seed < 20; seed++)
      for (let stream = 0; stream < 200; stream++) starts.add(createRandom(seed, stream).uniform());
    expect(starts.size).toBe(4000);
  });

  it('is even, and uncorrelated between one number and the next and between streams', () => {
    const N = 100_000;
    const random = createRandom(1);
    const values = Array.from({ length: N }, random.uniform);
    expect(Math.min(...values.slice(0, 50_000))).toBeGreaterThanOrEqual(0);
    expect(Math.max(...values.slice(0, 50_000))).toBeLessThan(1);
    // five standard errors
    expect(Math.abs(mean(values) - 0.5)).toBeLessThan(5 * Math.sqrt(1 / 12 / N));
    expect(Math.abs(correlation(values.slice(1), values.slice(0, -1)))).toBeLessThan(5 / Math.sqrt(N));
    const counts = new Array<number>(100).fill(0);
    for (const value of values) counts[Math.floor(100 * value)]! += 1;
    const chi2 = counts.reduce((sum, count) => sum + (count - N / 100) ** 2 / (N / 100), 0);
    expect(chi2).toBeLessThan(99 + 5 * Math.sqrt(2 * 99));
    // first numbers of neighbouring streams
    const firsts = Array.from({ length: 20_000 }, (_, stream) => createRandom(5, stream).uniform());
    expect(Math.abs(mean(firsts) - 0.5)).toBeLessThan(5 * Math.sqrt(1 / 12 / firsts.length));
    expect(Math.abs(correlation(firsts.slice(1), firsts.slice(0, -1)))).toBeLessThan(
      5 / Math.sqrt(firsts.length),
    );
  });

  it('draws normal deviates', () => {
    const random = createRandom(2);
    const N = 100_000;
    const values = Array.from({ length: N }, random.normal);
    expect(Math.abs(mean(values))).toBeLessThan(5 / Math.sqrt(N));
    expect(Math.abs(deviation(values) - 1)).toBeLessThan(5 / Math.sqrt(2 * N));
    for (const z of [-2, -1, 0.5, 2, 3]) {
      const probability = values.filter((value) => value > z).length / N;
      const expected = calcNormalTail(z);
      expect(Math.abs(probability - expected)).toBeLessThan(5 * Math.sqrt((expected * (1 - expected)) / N));
    }
  });

  it('knows the tail of the normal distribution', () => {
    // Abramowitz & Stegun, table 26.1 and 26.2
    expect(calcNormalTail(0)).toBeCloseTo(0.5, 15);
    expect(calcNormalTail(1)).toBeCloseTo(0.15865525393145705, 14);
    expect(calcNormalTail(2) / 0.02275013194817921).toBeCloseTo(1, 13);
    expect(calcNormalTail(3) / 0.0013498980316300946).toBeCloseTo(1, 12);
    expect(calcNormalTail(5) / 2.866515718791939e-7).toBeCloseTo(1, 12);
    expect(calcNormalTail(-1.5) + calcNormalTail(1.5)).toBeCloseTo(1, 15);
    // where the two sums meet
    expect(calcNormalTail(2.5 + 1e-9) / calcNormalTail(2.5 - 1e-9)).toBeCloseTo(1, 7);
    for (const probability of [0.9, 0.5, 0.1, 1e-3, 1e-7])
      expect(calcNormalTail(findNormalDeviate(probability)) / probability).toBeCloseTo(1, 8);
  });
});

describe('scatter of strength', () => {
  const N = 8000;
  const drawn = Array.from({ length: N }, (_, n) => drawStrengthScatter(createRandom(3, n)));
  const at = (i: number) => drawn.map((factors) => factors[i]!);

  it('has mean 1 and the spread asked for at every level', () => {
    for (let i = 0; i < LEVEL_COUNT; i++) {
      expect(Math.abs(mean(at(i)) - 1)).toBeLessThan((5 * STRENGTH_CV) / Math.sqrt(N));
      expect(deviation(at(i)) / STRENGTH_CV).toBeGreaterThan(0.94);
      expect(deviation(at(i)) / STRENGTH_CV).toBeLessThan(1.06);
      expect(Math.min(...at(i))).toBeGreaterThan(0);
    }
    const wide = Array.from({ length: N }, (_, n) => drawStrengthScatter(createRandom(3, n), 0.3)[8]!);
    expect(deviation(wide)).toBeCloseTo(0.3, 1);
  });

  it('makes the levels of a spine alike, neighbours most', () => {
    const logs = (i: number) => at(i).map(Math.log);
    for (const [i, j] of [
      [0, 1],
      [5, 7],
      [3, 16],
    ] as const)
      expect(Math.abs(correlation(logs(i), logs(j)) - calcScatterCorrelation(i, j))).toBeLessThan(0.04);
    expect(calcScatterCorrelation(4, 4)).toBe(1);
    expect(calcScatterCorrelation(4, 5)).toBeGreaterThan(calcScatterCorrelation(4, 9));
  });

  it('scales strength by as much', () => {
    const person = createPerson({ ...WOMAN, tScore: -2 });
    const section = person.sections[11]!;
    const strengthN = calcStrengthN(section, createSectionState(section), 1);
    const weaker = scaleSection(section, 0.7);
    expect(calcStrengthN(weaker, createSectionState(weaker), 1) / strengthN).toBeCloseTo(0.7, 6);
  });
});

describe('people', () => {
  const drawn = Array.from({ length: 4000 }, (_, n) => drawIndividual(createRandom(4, n), WOMEN_OVER_60));
  const of = (key: 'ageYears' | 'heightCm' | 'massKg' | 'tScore') => drawn.map(({ patient }) => patient[key]);

  it('are women over 60, fewer the older', () => {
    const ages = of('ageYears');
    expect(Math.min(...ages)).toBeGreaterThanOrEqual(60);
    expect(Math.max(...ages)).toBeLessThanOrEqual(95);
    const between = (from: number, to: number) => ages.filter((age) => age >= from && age < to).length;
    expect(between(60, 70)).toBeGreaterThan(between(70, 80));
    expect(between(70, 80)).toBeGreaterThan(between(80, 90));
  });

  it('have T-scores, heights and masses like the tables’', () => {
    expect(calcMeanTScore('female', 65)).toBeCloseTo(-0.9, 12);
    expect(calcMeanTScore('female', 70)).toBeCloseTo(-1.1, 12);
    expect(calcMeanTScore('female', 85)).toBeCloseTo(-1.7, 12);
    expect(calcMeanTScore('male', 40)).toBeCloseTo(-0.2, 12);
    const off = drawn.map(({ patient }) => patient.tScore - calcMeanTScore('female', patient.ageYears));
    expect(Math.abs(mean(off))).toBeLessThan(0.1);
    expect(Math.abs(deviation(off) - 1.1)).toBeLessThan(0.07);
    expect(mean(of('heightCm'))).toBeCloseTo(160, 0);
    expect(mean(of('massKg'))).toBeGreaterThan(65);
    expect(mean(of('massKg'))).toBeLessThan(76);
  });

  it('lose bone with the years', () => {
    const { patient } = drawn[0]!;
    const later = ageBy(patient, 5);
    expect(later.ageYears).toBe(patient.ageYears + 5);
    expect(later.tScore).toBeLessThan(patient.tScore);
    expect(ageBy(patient, 0)).toEqual(patient);
  });
});

const isWhole = () => false;

describe('what daily life does', () => {
  let person: Person;
  let state: SpineState;
  let exposure: Exposure;
  beforeAll(() => {
    person = createPerson({ ...WOMAN, tScore: -2 });
    state = createSpineState(person.sections);
    exposure = calcExposure(person, state);
  });

  const factor = (value: number) => new Float64Array(LEVEL_COUNT).fill(value);
  const total = (rates: Float64Array) => rates.reduce((a, b) => a + b, 0);

  it('loads more the more is lifted', () => {
    const lift = exposure.acts.find(({ act }) => act.key === 'loadKg')!;
    for (let k = 1; k < lift.at.length; k++)
      expect(lift.loads[k]!.compressionN[14]).toBeGreaterThanOrEqual(lift.loads[k - 1]!.compressionN[14]!);
  });

  it('finds strength along the eccentricities that daily life uses', () => {
    const strengths = calcStrengths(person.sections, state, exposure);
    for (const i of [6, 11, 14]) {
      const from = exposure.fromM[i]!;
      const to = exposure.toM[i]!;
      expect(to).toBeGreaterThanOrEqual(from);
      for (const t of [0, 0.3, 0.7, 1]) {
        const arm = from + t * (to - from);
        const searched = calcStrengthN(person.sections[i]!, state.sections[i]!, 1000 * arm);
        // three nodes with straight lines between them
        expect(searched * calcInverseStrength(strengths, i, arm)).toBeGreaterThan(0.97);
        expect(searched * calcInverseStrength(strengths, i, arm)).toBeLessThan(1.03);
      }
    }
  });

  it('breaks strong bones less than weak ones', () => {
    const strengths = calcStrengths(person.sections, state, exposure);
    const demands = calcDemands(exposure, strengths);
    let last = Number.POSITIVE_INFINITY;
    for (const strong of [0.7, 1, 1.4, 2]) {
      const { fracturesPerYear, overloadsPerYear } = calcHazard(demands, factor(strong), isWhole);
      expect(overloadsPerYear).toBeGreaterThanOrEqual(total(fracturesPerYear) / LEVEL_COUNT);
      if (last > 0) expect(total(fracturesPerYear)).toBeLessThan(last);
      last = total(fracturesPerYear);
    }
    const model = { ...person.model, patient: { ...person.model.patient, tScore: 0 } };
    const dense = person.sections.map((_, i) => createSection(model, i));
    const denser = calcHazard(
      calcDemands(exposure, calcStrengths(dense, state, exposure)),
      factor(1),
      isWhole,
    );
    expect(total(denser.fracturesPerYear)).toBeLessThan(
      total(calcHazard(demands, factor(1), isWhole).fracturesPerYear),
    );
    // the risk of a first fracture competes: never more than certain
    const risk = total(calcFirstYearRisk(calcHazard(demands, factor(0.5), isWhole)));
    expect(risk).toBeGreaterThan(0);
    expect(risk).toBeLessThanOrEqual(1);
    // what is broken does not break again
    const broken = calcHazard(demands, factor(0.7), (i) => i === 11);
    expect(broken.fracturesPerYear[11]).toBe(0);
  });
});

describe('the intensity from which an act overloads', () => {
  const spread = { ...DAILY_ACTS.find((act) => !act.key)! };
  const varied = {
    ...DAILY_ACTS.find((act) => act.key)!,
    measure: { median: 10, sigma: 0.5, from: 2, to: 60 },
  };

  it('follows the load’s own spread', () => {
    const act = { ...spread, measure: { ...spread.measure, sigma: 0.2 } };
    const z = findCriticalIntensity({ act, at: [1] }, [0.8], 1);
    expect(0.8 * Math.exp(0.2 * z)).toBeCloseTo(1, 12);
  });

  it('lies between the performances computed, or is never reached', () => {
    const find = (ratios: number[]) => findCriticalIntensity({ act: varied, at: [10, 20, 40] }, ratios, 1);
    expect(find([0.5, 0.9, 1.3])).toBeCloseTo(Math.log(2.5) / 0.5, 12);
    expect(find([0.5, 0.6, 0.7])).toBe(8);
    expect(find([1.1, 1.4, 1.6])).toBeCloseTo(Math.log((10 - 10 / 3) / 10) / 0.5, 12);
    // passed in the easiest performances too
    expect(find([1.9, 2.9, 3.6])).toBe(-8);
    expect(find([1.2, 1.2, 1.2])).toBe(-8);
    expect(findCriticalIntensity({ act: varied, at: [10] }, [0.9], 1)).toBe(8);
  });
});
