import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { SingleBar } from 'cli-progress';
import type { CohortRequest } from '../core/simulation/cohort/cohort.ts';
import { findUnknownActs } from '../core/simulation/cohort/dailyLife.ts';
import { WOMEN_OVER_60 } from '../core/simulation/cohort/people.ts';
import { tallyLives } from '../core/simulation/cohort/tally.ts';
import { runCohort } from './cohortPool.ts';
import { printTally } from './cohortTable.ts';

// npm run -s cohort -- --people 1000 --years 1 --seed 1: virtual people living with daily acts. Progress on standard error, the counts on
// standard output (--json: as JSON). Exit 2 and a sentence on bad input.

const USAGE =
  'Usage: npm run -s cohort -- --people N --years Y --seed S [--sex female|male] [--from-age A] [--to-age A] [--workers K] [--json]';

const refuse = (problem: string): never => {
  process.stderr.write(`${problem}\n`);
  process.exit(2);
};

function readOptions() {
  try {
    return parseArgs({
      options: {
        people: { type: 'string', default: '100' },
        years: { type: 'string', default: '1' },
        seed: { type: 'string', default: '1' },
        sex: { type: 'string', default: WOMEN_OVER_60.sex },
        'from-age': { type: 'string', default: String(WOMEN_OVER_60.fromAgeYears) },
        'to-age': { type: 'string', default: String(WOMEN_OVER_60.toAgeYears) },
        workers: { type: 'string', default: String(availableParallelism()) },
        json: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    return refuse(`${(error as Error).message.split('\n')[0]} ${USAGE}`);
  }
}

const options = readOptions();

function readNumber(
  name: Exclude<keyof typeof options, 'json' | 'sex'>,
  min: number,
  max: number,
  whole = true,
) {
  const text = options[name];
  const value = Number(text);
  if (text.trim() === '' || !(value >= min && value <= max) || (whole && !Number.isInteger(value)))
    refuse(`--${name} must be a ${whole ? 'whole ' : ''}number from ${min} to ${max}. ${USAGE}`);
  return value;
}

if (options.sex !== 'female' && options.sex !== 'male') refuse(`--sex must be female or male. ${USAGE}`);
const fromAgeYears = readNumber('from-age', 40, 100, false);
const request: CohortRequest = {
  population: {
    ...WOMEN_OVER_60,
    sex: options.sex as 'female' | 'male',
    fromAgeYears,
    toAgeYears: readNumber('to-age', fromAgeYears, 100, false),
  },
  people: readNumber('people', 1, 1_000_000),
  years: readNumber('years', 0, 40, false),
  seed: readNumber('seed', 0, 2 ** 32 - 1),
  overrides: {},
};
const workers = readNumber('workers', 1, 256);

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
