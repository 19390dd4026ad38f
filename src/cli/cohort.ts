import { availableParallelism } from 'node:os';
import { SingleBar } from 'cli-progress';
import {
  type CohortRequest,
  countPeople,
  type Shard,
  type TrialRequest,
} from '../core/simulation/cohort/cohort.ts';
import { findUnknownActs } from '../core/simulation/cohort/dailyLife.ts';
import type { Life, LifePair } from '../core/simulation/cohort/life.ts';
import { WOMEN_OVER_60 } from '../core/simulation/cohort/people.ts';
import { tallyLives } from '../core/simulation/cohort/tally.ts';
import { tallyTrial } from '../core/simulation/cohort/trial.ts';
import { type AnyTreatmentEvent, TREATMENT_TYPES, TREATMENTS } from '../core/simulation/events/treatments.ts';
import { readShards, writeShard } from './cohortFile.ts';
import { runCohort, runTrial } from './cohortPool.ts';
import { printTally, printTrial } from './cohortTable.ts';
import { readCommand, readNumber, refuse } from './command.ts';

// virtual people with daily acts: progress on standard error, the counts on standard output. Exit 2 and a sentence on bad input.

/** Everything that a cohort may take. */
const OFFERED = TREATMENT_TYPES.flatMap((type) => TREATMENTS[type].map((name) => ({ type, name })));

const { values: options, operands } = readCommand({
  name: 'cohort',
  about: 'Virtual people living with daily acts: who breaks what, by level, shape, act and bone density.',
  operands: '[FILE …]',
  options: {
    people: { type: 'string', default: '100', value: 'N', about: 'how many people' },
    years: { type: 'string', default: '1', value: 'Y', about: 'how long each lives, years' },
    seed: { type: 'string', default: '1', value: 'S', about: 'the same seed draws the same people' },
    sex: { type: 'string', default: WOMEN_OVER_60.sex, value: 'female|male', about: 'their sex' },
    'from-age': {
      type: 'string',
      default: String(WOMEN_OVER_60.fromAgeYears),
      value: 'A',
      about: 'youngest, years',
    },
    'to-age': {
      type: 'string',
      default: String(WOMEN_OVER_60.toAgeYears),
      value: 'A',
      about: 'oldest, years',
    },
    workers: {
      type: 'string',
      default: String(availableParallelism()),
      value: 'K',
      about: 'threads; the answer is the same with any number',
    },
    treatment: {
      type: 'string',
      default: 'none',
      value: 'NAME',
      about: `also the same people with it, from the start on: ${OFFERED.map(({ name }) => name).join(', ')}`,
    },
    shard: {
      type: 'string',
      default: '1/1',
      value: 'I/N',
      about: 'only the i-th of n parts of the people; needs --out',
    },
    out: { type: 'string', value: 'FILE', about: 'writes the lives, to be merged, instead of the counts' },
    merge: { type: 'boolean', about: 'counts the lives in FILE …, the parts of one cohort' },
    json: { type: 'boolean', about: 'the counts as JSON' },
  },
  example: '--people 1000 --years 3 --seed 1 --treatment alendronate',
});

const read = (
  name: 'people' | 'years' | 'seed' | 'from-age' | 'to-age' | 'workers',
  min: number,
  max: number,
  whole = true,
) => readNumber(name, options[name], min, max, whole);

if (options.sex !== 'female' && options.sex !== 'male')
  refuse(`--sex must be female or male, not ${options.sex}.`);
const fromAgeYears = read('from-age', 40, 100, false);
const asked: CohortRequest = {
  population: {
    ...WOMEN_OVER_60,
    sex: options.sex as 'female' | 'male',
    fromAgeYears,
    toAgeYears: read('to-age', fromAgeYears, 100, false),
  },
  people: read('people', 1, 1_000_000),
  years: read('years', 0, 40, false),
  seed: read('seed', 0, 2 ** 32 - 1),
  overrides: {},
};
const workers = read('workers', 1, 256);
const treatment = findTreatment(options.treatment);
const shard = readShardOption(options.shard);
if (options.merge ? operands.length === 0 : operands.length > 0)
  refuse(
    options.merge
      ? '--merge needs the files of a cohort’s parts.'
      : `cohort takes files with --merge alone, not ${operands[0]}.`,
  );
if (shard.step > 1 && options.out === undefined)
  refuse('--shard needs --out FILE: a part alone is no answer.');

const unknown = findUnknownActs();
if (unknown.length > 0)
  process.stderr.write(`Left out, because scenarios do not know them: ${unknown.join(', ')}.\n`);
const { request, lives } = options.merge ? readShards(operands) : await compute();
if (options.out === undefined) print(request, lives);
else writeShard(options.out, request, shard, lives);

/** What is taken, by its name; null for nothing. */
function findTreatment(name: string): AnyTreatmentEvent | null {
  if (name === 'none') return null;
  const offered = OFFERED.find((one) => one.name === name);
  if (!offered)
    return refuse(
      `--treatment must be none or one of ${OFFERED.map((one) => one.name).join(', ')}, not ${name}.`,
    );
  return { ...offered, action: 'start' } as AnyTreatmentEvent;
}

function readShardOption(text: string): Shard {
  const [, part, parts] = /^(\d+)\/(\d+)$/.exec(text) ?? [];
  const [first, step] = [Number(part), Number(parts)];
  if (!(step >= 1 && first >= 1 && first <= step))
    return refuse(`--shard must be like 2/8, the second of eight parts, not ${text || 'empty'}.`);
  return { first: first - 1, step };
}

async function compute(): Promise<ReturnType<typeof readShards>> {
  const bar = new SingleBar({
    stream: process.stderr,
    format: '{bar} {value} of {total} people, {eta_formatted} left',
    noTTYOutput: true,
    notTTYSchedule: 5000,
  });
  bar.start(countPeople(asked.people, shard), 0);
  const onLife = (done: number) => bar.update(done);
  const request = treatment ? { ...asked, treatment } : asked;
  const lives =
    'treatment' in request
      ? await runTrial(request, workers, onLife, shard)
      : await runCohort(request, workers, onLife, shard);
  bar.stop();
  return { request, lives };
}

function print(request: CohortRequest | TrialRequest, lives: readonly (Life | LifePair)[]): void {
  const { years, seed, population } = request;
  if ('treatment' in request) {
    const trial = tallyTrial(lives as readonly LifePair[], seed);
    const { name } = request.treatment;
    process.stdout.write(
      options.json
        ? `${JSON.stringify({ version: 1, years, seed, population, treatment: name, ...trial }, null, 2)}\n`
        : printTrial(name, trial),
    );
    return;
  }
  const tally = tallyLives(lives as readonly Life[]);
  process.stdout.write(
    options.json
      ? `${JSON.stringify({ version: 1, years, seed, population, unknownActs: unknown, ...tally }, null, 2)}\n`
      : printTally(tally),
  );
}
