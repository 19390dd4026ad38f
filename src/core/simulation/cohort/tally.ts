import { LEVELS, type Level } from '../../anatomy/levels.ts';
import type { FractureShape } from '../results/records.ts';
import { DAILY_ACTS } from './dailyLife.ts';
import type { Life, LifeFracture } from './life.ts';

/** Person-years in a group, and the fractures in them. */
export interface Group {
  readonly name: string;
  readonly people: number;
  readonly years: number;
  readonly fractures: number;
  readonly per1000PersonYears: number;
}

/** Effect of a fracture on the person standing: means over those fractures. */
export interface Effect {
  readonly fractures: number;
  readonly kyphosisDeg: number;
  readonly statureLossMm: number;
}

/** Counts over a cohort's lives. */
export interface CohortTally {
  readonly people: number;
  readonly personYears: number;
  readonly fractures: number;
  readonly per1000PersonYears: number;
  /** Number of acts that broke one level or more. */
  readonly events: number;
  readonly eventsPer1000PersonYears: number;
  readonly byLevel: Readonly<Record<Level, number>>;
  /** Expected number of people with a first fracture within the first year, summed from the hazards without random numbers. */
  readonly expectedFirstByLevel: Readonly<Record<Level, number>>;
  readonly byShape: Readonly<Record<FractureShape, number>>;
  readonly byPriorFractures: readonly Group[];
  /** Groups by the T-score at the start. */
  readonly byTScore: readonly Group[];
  readonly byAct: Readonly<Record<string, number>>;
  readonly perFracture: Readonly<Record<'all' | FractureShape, Effect>>;
  readonly injuries: number;
}

const SHAPES = ['wedge', 'biconcave', 'crush'] as const;
const T_BINS = [-6, -4, -3, -2, -1, 4] as const;
const MOST_PRIOR = 3;

export function tallyLives(lives: readonly Life[]): CohortTally {
  const fractures = lives.flatMap((life) => life.fractures);
  const personYears = sum(lives, calcYears);
  const events = Math.round(sum(fractures, ({ together }) => 1 / together));
  const count = (test: (fracture: LifeFracture) => boolean) => fractures.filter(test).length;
  return {
    people: lives.length,
    personYears,
    fractures: fractures.length,
    per1000PersonYears: per1000(fractures.length, personYears),
    events,
    eventsPer1000PersonYears: per1000(events, personYears),
    byLevel: record(LEVELS, (level) => count((fracture) => fracture.level === level)),
    expectedFirstByLevel: record(LEVELS, (_, i) => sum(lives, (life) => life.firstYearRisk[i]!)),
    byShape: record(SHAPES, (shape) => count((fracture) => fracture.shape === shape)),
    byPriorFractures: Array.from({ length: MOST_PRIOR + 1 }, (_, prior) => tallyPrior(lives, prior)),
    byTScore: T_BINS.slice(1).map((to, n) => tallyTScore(lives, T_BINS[n]!, to)),
    byAct: record(
      DAILY_ACTS.map((act) => act.id),
      (id) => count((fracture) => fracture.actId === id),
    ),
    perFracture: record(['all', ...SHAPES] as const, (shape) =>
      tallyEffect(fractures.filter((fracture) => shape === 'all' || fracture.shape === shape)),
    ),
    injuries: sum(lives, (life) => life.injuries),
  };
}

const calcYears = (life: Life): number => sum(life.yearsWithBroken, (years) => years);

function tallyPrior(lives: readonly Life[], prior: number): Group {
  const last = prior === MOST_PRIOR;
  const within = (broken: number) => broken === prior || (last && broken > prior);
  const years = sum(lives, (life) =>
    sum(life.yearsWithBroken, (lived, broken) => (within(broken) ? lived : 0)),
  );
  const fractures = sum(lives, (life) => life.fractures.filter((one) => within(one.priorFractures)).length);
  const people = lives.filter((life) =>
    life.yearsWithBroken.some((lived, n) => within(n) && lived > 0),
  ).length;
  return {
    name: `${prior}${last ? ' or more' : ''}`,
    people,
    years,
    fractures,
    per1000PersonYears: per1000(fractures, years),
  };
}

function tallyTScore(lives: readonly Life[], from: number, to: number): Group {
  const group = lives.filter(({ tScore }) => tScore >= from && (tScore < to || to === T_BINS.at(-1)));
  const years = sum(group, calcYears);
  const fractures = sum(group, (life) => life.fractures.length);
  return {
    name:
      from === T_BINS[0] ? `below ${to}` : to === T_BINS.at(-1) ? `${from} and above` : `${from} to ${to}`,
    people: group.length,
    years,
    fractures,
    per1000PersonYears: per1000(fractures, years),
  };
}

const tallyEffect = (fractures: readonly LifeFracture[]): Effect => ({
  fractures: fractures.length,
  kyphosisDeg: mean(fractures, (fracture) => fracture.kyphosisDeg),
  statureLossMm: mean(fractures, (fracture) => fracture.statureLossMm),
});

const sum = <T>(items: readonly T[], of: (item: T, index: number) => number): number =>
  items.reduce((total, item, index) => total + of(item, index), 0);

const mean = <T>(items: readonly T[], of: (item: T) => number): number =>
  items.length > 0 ? sum(items, of) / items.length : 0;

const per1000 = (fractures: number, years: number): number => (years > 0 ? (1000 * fractures) / years : 0);

const record = <K extends string, V>(keys: readonly K[], of: (key: K, index: number) => V): Record<K, V> =>
  Object.fromEntries(keys.map((key, index) => [key, of(key, index)])) as Record<K, V>;
