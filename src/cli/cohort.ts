import { availableParallelism } from 'node:os';
import { SingleBar } from 'cli-progress';
import type { CohortRequest } from '../core/simulation/cohort/cohort.ts';
import { findUnknownActs } from '../core/simulation/cohort/dailyLife.ts';
import { WOMEN_OVER_60 } from '../core/simulation/cohort/people.ts';
import { tallyLives } from '../core/simulation/cohort/tally.ts';
import { runCohort } from './cohortPool.ts';
import { printTally } from './cohortTable.ts';
import { readCommand, readNumber, refuse } from './command.ts';

// virtual people with daily acts: progress on standard error, the counts on standard output. Exit 2 and a sentence on bad input.

const { values: options } = readCommand({
  name: 'cohort',
  about: 'Virtual people living with daily acts: who breaks what, by level, shape, act and bone density.',
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
    json: { type: 'boolean', about: 'the counts as JSON' },
  },
  example: '--people 1000 --years 1 --seed 1',
});

const read = (name: Exclude<keyof typeof options, 'json' | 'sex'>, min: number, max: number, whole = true) =>
  readNumber(name, options[name], min, max, whole);

if (options.sex !== 'female' && options.sex !== 'male')
  refuse(`--sex must be female or male, not ${options.sex}.`);
const fromAgeYears = read('from-age', 40, 100, false);
const request: CohortRequest = {
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

const unknown = findUnknownActs();
if (unknown.length > 0)
  process.stderr.write(`Left out, because scenarios do not know them: ${unknown.join(', ')}.\n`);
const bar = new SingleBar({
  stream: process.stderr,
  format: '{bar} {value} of {total} people, {eta_formatted} left',
  noTTYOutput: true,
  notTTYSchedule: 5000,
});
bar.start(request.people, 0);
const lives = await runCohort(request, workers, (done) => bar.update(done));
bar.stop();
const tally = tallyLives(lives);
const { years, seed, population } = request;
if (options.json)
  process.stdout.write(
    `${JSON.stringify({ version: 1, years, seed, population, unknownActs: unknown, ...tally }, null, 2)}\n`,
  );
else process.stdout.write(printTally(tally));
