import { readCommand, readNumber } from '../../src/cli/command.ts';
import { runOverThreads } from '../../src/cli/threads.ts';
import { drawScenario } from './randomScenario.ts';

const { values } = readCommand({
  name: 'fuzz',
  about: 'Random patients and events over all cores: tells what broke, and the scenario that did it.',
  options: {
    cases: { type: 'string', default: '500', value: 'N', about: 'how many scenarios' },
    seed: { type: 'string', default: '1', value: 'S', about: 'the same seed draws the same scenarios' },
  },
  example: '--cases 500 --seed 1',
});
const cases = readNumber('cases', values.cases, 1, 1_000_000_000);
const seed = readNumber('seed', values.seed, -(2 ** 31), 2 ** 32 - 1);
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
