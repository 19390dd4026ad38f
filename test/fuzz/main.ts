/** npm run fuzz [-- --cases N --seed S]: random patients and events over all cores; tells what broke, and the scenario that did it. */
import { parseArgs } from 'node:util';
import { runOverThreads } from '../../src/cli/threads.ts';
import { drawScenario } from './randomScenario.ts';

const { values } = parseArgs({
  options: { cases: { type: 'string', default: '500' }, seed: { type: 'string', default: '1' } },
});
const [cases, seed] = [Number(values.cases), Number(values.seed)];
if (!Number.isInteger(cases) || cases < 1 || !Number.isInteger(seed)) {
  process.stderr.write('cases must be a whole number above 0, seed a whole number\n');
  process.exit(2);
}
const found = await runOverThreads<readonly string[]>(
  new URL('./worker.ts', import.meta.url),
  { seed },
  cases,
);
let broken = 0;
for (const [number, problems] of found.entries()) {
  if (problems.length === 0) continue;
  broken++;
  process.stdout.write(
    `${JSON.stringify(drawScenario(seed, number))}\n  ${problems.slice(0, 5).join('\n  ')}\n`,
  );
}
process.stdout.write(`${cases} cases, ${broken} broken\n`);
process.exit(broken > 0 ? 1 : 0);
