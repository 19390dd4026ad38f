import { readFileSync, writeSync } from 'node:fs';
import { finish, runScenario } from '../core/simulation/run.ts';
import { readScenario } from '../core/simulation/scenario.ts';
import { sayProblem, sayRefusal } from './english.ts';

// npm run -s simulate -- FILE.json   (or - for standard input): scenario in, results JSON on standard output.
// Exit 0; on bad input exit 2 with one line per problem on standard error and nothing on standard output.

const refuse = (problems: readonly string[]): never => {
  writeSync(2, `${problems.join('\n')}\n`);
  process.exit(2);
};

const [file, ...more] = process.argv.slice(2);
if (!file || more.length > 0) refuse(['Usage: npm run -s simulate -- FILE.json (or - for standard input).']);

let text = '';
try {
  text = readFileSync(file === '-' ? 0 : file!, 'utf8');
} catch {
  refuse([`${file} cannot be read.`]);
}
const reading = readScenario(text);
if (!reading.ok) refuse(reading.problems.map(sayProblem));
else {
  const { results } = finish(runScenario(reading.scenario));
  const events = results.events.map((event) =>
    event.feasible ? event : { ...event, reason: sayRefusal(event.refusal) },
  );
  process.stdout.write(`${JSON.stringify({ ...results, events }, null, 2)}\n`);
}
