import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { SingleBar } from 'cli-progress';
import { readCommand } from '../../../src/cli/command.ts';
import type { Life } from '../../../src/core/simulation/cohort/life.ts';
import { writeComparisons } from './comparisons.ts';
import { COHORT, getLives } from './lives.ts';
import type { Setting } from './row.ts';
import { ROWS } from './rows.ts';
import { calcSensitivity, VARIATIONS } from './sensitivity.ts';
import { AS_IT_IS } from './setting.ts';
import { type ComputedRow, printTable, writeReport } from './text.ts';

const { values: options } = readCommand({
  name: 'validate',
  about: 'Holds the model against published measurements, and prints the table.',
  options: {
    json: { type: 'boolean', about: 'the comparisons as JSON' },
    write: { type: 'boolean', about: 'also writes models/VALIDATION.md, its figures and rows' },
    sensitivity: {
      type: 'boolean',
      about: 'with --write: also how far every figure moves when one thing is changed (a cohort for each)',
    },
  },
  example: '--json',
});
const settings: Setting[] = [AS_IT_IS, ...(options.sensitivity ? VARIATIONS.map((one) => one.setting) : [])];
const livesBySetting = new Map<Setting, readonly Life[]>();
const bar = new SingleBar({
  stream: process.stderr,
  format: 'cohorts {bar} {value} of {total} people, {eta_formatted} left',
  noTTYOutput: true,
  notTTYSchedule: 5000,
});
bar.start(settings.length * COHORT.people, 0);
for (const [n, setting] of settings.entries()) {
  livesBySetting.set(setting, await getLives(setting, (done) => bar.update(n * COHORT.people + done)));
  bar.update((n + 1) * COHORT.people);
}
bar.stop();

const rows: ComputedRow[] = ROWS.map((row) => ({
  row,
  outcome: row.compute(AS_IT_IS, livesBySetting.get(AS_IT_IS)!),
  sensitivity: options.sensitivity ? calcSensitivity(row, livesBySetting) : null,
}));

if (options.write) {
  const models = resolve(import.meta.dirname, '../../../models');
  mkdirSync(join(models, 'validation'), { recursive: true });
  writeFileSync(join(models, 'VALIDATION.md'), writeReport(rows));
  writeFileSync(join(models, 'validation', 'comparisons.json'), writeComparisons(rows));
  for (const { row, outcome } of rows)
    if (outcome.comparisons.length > 0)
      writeFileSync(join(models, 'validation', `${row.id.toLowerCase()}.svg`), outcome.draw());
}
if (options.json)
  process.stdout.write(
    `${JSON.stringify(
      rows.flatMap(({ outcome }) => outcome.comparisons),
      null,
      2,
    )}\n`,
  );
else process.stdout.write(printTable(rows));
