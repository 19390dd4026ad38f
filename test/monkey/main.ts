/** npm run monkey [-- --minutes N --seed S]: plays with the built page at random; ends with what it found. */
import { parseArgs } from 'node:util';
import { launchUndrawn } from '../browser/chrome.ts';
import { serveBuild } from '../browser/serve.ts';
import { playMonkey } from './play.ts';

const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '2' }, seed: { type: 'string', default: '1' } },
});
const [minutes, seed] = [Number(values.minutes), Number(values.seed)];
if (!(minutes > 0) || !Number.isInteger(seed)) {
  process.stderr.write('minutes must be a number above 0, seed a whole number\n');
  process.exit(2);
}
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
