import type { ActName } from '../../core/activity/actTable.ts';
import { LEVEL_COUNT, LEVELS, type Level, levelIndex } from '../../core/anatomy/levels.ts';
import type { Random } from '../../core/math/random.ts';
import { type EventResult, getLevelLoads, type LevelLoad } from '../../core/simulation/results/results.ts';
import type { Run } from '../../core/simulation/run.ts';
import type { ActivityEvent, Patient } from '../../core/simulation/scenario.ts';
import { type ActValue, createActivity } from '../../runtime/session/scenarioEditor.ts';
import type { Answer, Option, Saying } from './question.ts';

/** Random draws of patients, acts and choices; the same seed draws the same. */

export const pick = <T>(random: Random, list: readonly T[]): T =>
  list[Math.floor(random.uniform() * list.length)]!;

/** Draws a number from … to, in whole steps. */
const between = (random: Random, from: number, to: number, step = 1): number =>
  Number((from + step * Math.floor(random.uniform() * ((to - from) / step + 1))).toFixed(3));

export function shuffle<T>(random: Random, list: readonly T[]): T[] {
  const left = [...list];
  return list.map(() => left.splice(Math.floor(random.uniform() * left.length), 1)[0]!);
}

const HEIGHTS_CM = { female: [150, 172], male: [163, 186] } as const;
/** Range of the body mass index, kg/m². */
const BMI = [20, 29] as const;

/** Draws a patient with a T-score from … to. */
export function drawPatient(random: Random, from: number, to: number, more: Partial<Patient> = {}): Patient {
  const sex = random.uniform() < 0.7 ? 'female' : 'male';
  const [shortest, tallest] = HEIGHTS_CM[sex];
  const heightCm = between(random, shortest, tallest);
  return {
    ageYears: between(random, 52, 88),
    sex,
    heightCm,
    massKg: Math.round(between(random, ...BMI) * (heightCm / 100) ** 2),
    tScore: between(random, from, to, 0.1),
    ...more,
  };
}

/** Acts with high loads, and the parameters that make them harder. */
const HARD: readonly (readonly [ActName, Readonly<Record<string, ActValue>>])[] = [
  ['lift', { loadKg: 15 }],
  ['lift', { loadKg: 25 }],
  ['lift', { loadKg: 20, technique: 'squat' }],
  ['bend', { trunkFlexionDeg: 80 }],
  ['hold', { loadKg: 15, reachCm: 50 }],
  ['open-window', {}],
  ['sit-down-hard', {}],
  ['stumble', {}],
  ['fall-seated', {}],
  ['sneeze', {}],
];
export const drawHardAct = (random: Random): ActivityEvent => createActivity(...pick(random, HARD));

export const getLast = ({ results }: Run): EventResult => results.events.at(-1)!;
export const getLoad = (run: Run, level: Level): LevelLoad => getLevelLoads(getLast(run))[levelIndex(level)]!;

/** Level next to another, above if there is one. */
export const getNeighbour = (level: Level): Level =>
  LEVELS[levelIndex(level) > 0 ? levelIndex(level) - 1 : 1]!;

/** Range of levels round one, as far as there are any. */
export const around = (level: Level, reach: number): readonly [Level, Level] => [
  LEVELS[Math.max(0, levelIndex(level) - reach)]!,
  LEVELS[Math.min(LEVEL_COUNT - 1, levelIndex(level) + reach)]!,
];

/** Ratio between two choices of a number: too far apart to be a matter of reading accuracy. */
const RUNG = 1.7;
/** The same for fractions and percentages, which cannot exceed the whole. */
export const NARROW_RUNG = 1.4;

/** The right number among three that differ clearly; by chance it is the least, the greatest, or between. */
export function createLadder(
  random: Random,
  truth: number,
  step: number,
  most: number,
  say: (value: number) => Saying,
  rung = RUNG,
): Answer | null {
  const places = [0, 1, 2, 3].filter((place) => truth * rung ** (3 - place) <= most);
  if (places.length === 0) return null;
  const place = pick(random, places);
  const values = [0, 1, 2, 3].map((n) => Math.round((truth * rung ** (n - place)) / step) * step);
  if (new Set(values).size < 4 || values[0] === 0) return null;
  const options: Option[] = values.map((value) => ({ id: String(value), label: say(value) }));
  return { type: 'choice', options, right: String(values[place]) };
}

/** Item with the greatest or least value, if it differs from the next by a given ratio. */
export function findOutstanding<T>(
  list: readonly T[],
  get: (item: T) => number,
  which: 'most' | 'least',
  leadRatio: number,
): T | null {
  const [first, second] = [...list].sort((a, b) => (which === 'most' ? get(b) - get(a) : get(a) - get(b)));
  if (first === undefined || second === undefined) return null;
  return Math.abs(get(first) - get(second)) >= leadRatio * Math.abs(get(second)) ? first : null;
}
