import { readFileSync } from 'node:fs';
import { finish, runScenario } from '../core/simulation/run.ts';
import { readScenario } from '../core/simulation/scenario.ts';
import { readText } from '../runtime/files/text.ts';
import { findPath, readCommand, refuse } from './command.ts';
import { sayProblem, sayRefusal } from './english.ts';

// reads a scenario and writes its results as JSON to standard output. Exit 0; on bad input exit 2 with one line per problem on
// standard error and nothing on standard output.

const { operands } = readCommand({
  name: 'simulate',
  about:
    'Computes a scenario, and writes its results as JSON. FILE.json is looked for where you stand; - reads standard input.',
  operands: 'FILE.json',
  options: {},
  example: 'patient.json > results.json',
});
const [file, ...more] = operands;
if (file === undefined || more.length > 0)
  refuse('Usage: npm run -s simulate -- FILE.json (or - for standard input; --help tells more).');

function readBytes(): Uint8Array {
  try {
    return readFileSync(file === '-' ? 0 : findPath(file!));
  } catch {
    return refuse(`${file} cannot be read.`);
  }
}

const reading = readScenario(readText(readBytes()));
if (!reading.ok) refuse(...reading.problems.map(sayProblem));
else {
  const { results } = finish(runScenario(reading.scenario));
  const events = results.events.map((event) =>
    event.feasible ? event : { ...event, reason: sayRefusal(event.refusal) },
  );
  process.stdout.write(`${JSON.stringify({ ...results, events }, null, 2)}\n`);
}
