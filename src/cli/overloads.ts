import { writeFileSync } from 'node:fs';
import { SingleBar } from 'cli-progress';
import { DAILY_ACTS, MEASURED_LEVELS } from '../core/simulation/cohort/dailyLife.ts';
import { MODEL_VERSION } from '../core/simulation/modelVersion.ts';
import { readCommand } from './command.ts';
import { runOverThreads } from './threads.ts';

// to be run after changes of the mechanics: test/core/cohortOverloads.test.ts fails until then

readCommand({
  name: 'overloads',
  about:
    'Measures from which overload on each daily act breaks each level, and writes models/overloads.json; some minutes.',
  options: {},
  example: '',
});

const NOTE =
  'Written by npm run overloads: outputs of the model, stored because a cohort would take too long to compute them. Load over strength at T4 … L5 from which an act of dailyLife.json leaves a fracture by definition (20 % and 4 mm of some height) and not just damage, as computed by breakingOverload.ts; 3 where even 3 leaves none.';

const tasks = DAILY_ACTS.length * MEASURED_LEVELS.length;
const bar = new SingleBar({
  stream: process.stderr,
  format: '{bar} {value} of {total}, {eta_formatted} left',
  noTTYOutput: true,
  notTTYSchedule: 5000,
});
bar.start(tasks, 0);
const found = await runOverThreads<number>(
  new URL('./overloadWorker.ts', import.meta.url),
  null,
  tasks,
  undefined,
  (done) => bar.update(done),
);
bar.stop();
const rows = DAILY_ACTS.map(
  ({ id }, n) =>
    `    ${JSON.stringify(id)}: [${found.slice(n * MEASURED_LEVELS.length, (n + 1) * MEASURED_LEVELS.length).join(', ')}]`,
);
writeFileSync(
  'models/overloads.json',
  `{\n  "note": ${JSON.stringify(NOTE)},\n  "modelVersion": ${JSON.stringify(MODEL_VERSION)},\n  "source": "model",\n  "acts": {\n${rows.join(',\n')}\n  }\n}\n`,
);
