import { ACT_NAMES, getActRow, isChoice } from '../../src/core/activity/actTable.ts';
import { LEVELS } from '../../src/core/anatomy/levels.ts';
import { PARAMETERS } from '../../src/core/anatomy/parameters.ts';
import { createRandom, type Random } from '../../src/core/math/random.ts';
import { TREATMENT_TYPES, TREATMENTS } from '../../src/core/simulation/events/treatments.ts';
import { PATIENT_RANGES } from '../../src/core/simulation/scenario.ts';

/** Fraction of numbers that are an end of their range: what is seldom tried breaks first. */
const AT_AN_END = 0.2;
const MOST_EVENTS = 4;
const MOST_OVERRIDES = 3;

/** A scenario that anyone might write, anywhere within what its fields allow; the same for the same seed and number. */
export function drawScenario(seed: number, number: number): unknown {
  const random = createRandom(seed, number);
  const overridden = random.uniform() < 0.3 ? drawSome(random, MOST_OVERRIDES) : 0;
  return {
    version: 1,
    patient: drawPatient(random),
    overrides: Object.fromEntries(
      Array.from({ length: overridden }, () => {
        const [key, { min, max }] = pick(random, Object.entries(PARAMETERS));
        return [key, drawIn(random, min, max)];
      }),
    ),
    events: Array.from({ length: drawSome(random, MOST_EVENTS) }, () => drawEvent(random)),
  };
}

function pick<T>(random: Random, list: readonly T[]): T {
  return list[Math.floor(random.uniform() * list.length)]!;
}

function drawIn(random: Random, min: number, max: number): number {
  const end = random.uniform();
  const at = random.uniform();
  if (end < AT_AN_END) return end < AT_AN_END / 2 ? min : max;
  return min + at * (max - min);
}

const drawSome = (random: Random, most: number): number => 1 + Math.floor(random.uniform() * most);

function drawPatient(random: Random): Record<string, unknown> {
  const drawn = Object.fromEntries(
    Object.entries(PATIENT_RANGES).map(([key, [min, max]]) => [key, drawIn(random, min, max)]),
  );
  const fractures = random.uniform() < 0.25 ? drawSome(random, 3) : 0;
  const levels = new Set(Array.from({ length: fractures }, () => pick(random, LEVELS)));
  return {
    ...drawn,
    sex: pick(random, ['female', 'male']),
    ...(random.uniform() < 0.3 ? { strengthScatterSeed: random.uint32() } : {}),
    knownFractures: [...levels].map((level) => ({
      level,
      shape: pick(random, ['wedge', 'biconcave', 'crush']),
      genantGrade: pick(random, [1, 2, 3]),
    })),
  };
}

function drawEvent(random: Random): Record<string, unknown> {
  const kind = random.uniform();
  if (kind < 0.1) return { type: 'time', months: drawIn(random, 0.1, 24) };
  if (kind < 0.12) return { type: 'rest', days: drawIn(random, 1, 180) };
  if (kind < 0.18) return drawTreatment(random);
  if (kind < 0.25)
    return {
      type: 'cement',
      level: pick(random, LEVELS),
      volumeMl: drawIn(random, 0.5, 12),
      method: pick(random, ['vertebroplasty', 'kyphoplasty']),
    };
  const name = pick(random, ACT_NAMES);
  const parameters = Object.entries(getActRow(name).parameters).map(([key, parameter]) => [
    key,
    isChoice(parameter) ? pick(random, parameter.options) : drawIn(random, parameter.min, parameter.max),
  ]);
  return { type: 'activity', name, ...Object.fromEntries(parameters) };
}

function drawTreatment(random: Random): Record<string, unknown> {
  const type = pick(random, TREATMENT_TYPES);
  const names: readonly string[] = TREATMENTS[type];
  return { type, name: pick(random, names), action: pick(random, ['start', 'stop']) };
}
