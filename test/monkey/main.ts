import { readCommand, readNumber } from '../../src/cli/command.ts';
import { launchUndrawn } from '../browser/chrome.ts';
import { serveBuild } from '../browser/serve.ts';
import { playMonkey } from './play.ts';

const { values } = readCommand({
  name: 'monkey',
  about: 'Plays with the built page at random, and ends with what it found.',
  options: {
    minutes: { type: 'string', default: '2', value: 'N', about: 'how long, min' },
    seed: { type: 'string', default: '1', value: 'S', about: 'the same seed plays the same way' },
  },
  example: '--minutes 60 --seed 7',
});
const minutes = readNumber('minutes', values.minutes, 0.001, 1_000_000, false);
const seed = readNumber('seed', values.seed, -(2 ** 31), 2 ** 32 - 1);
const { baseUrl, close } = await serveBuild();
const browser = await launchUndrawn();
const { actions, errors, heapSlopeKbPerMin } = await playMonkey(browser, baseUrl, minutes, seed, (line) =>
  process.stdout.write(`${line}\n`),
);
await browser.close();
await close();
/** Growth of the heap that counts as a leak, kB/min. */
const LEAK_KB_PER_MIN = 100;
const slope = heapSlopeKbPerMin === null ? 'not measured in so short a time,' : heapSlopeKbPerMin.toFixed(1);
process.stdout.write(`${actions} actions, ${errors} errors, heap slope ${slope} kB/min\n`);
process.exit(errors > 0 || (heapSlopeKbPerMin ?? 0) > LEAK_KB_PER_MIN ? 1 : 0);
