import { readCommand, readNumber } from '../../src/cli/command.ts';
import { createRandom } from '../../src/core/math/random.ts';
import { launchUndrawn } from '../browser/chrome.ts';
import { countLife, type Life, measureLife } from '../browser/life.ts';
import { serveBuild } from '../browser/serve.ts';
import { calcSlope } from '../browser/slope.ts';
import { PLACES } from './visitors.ts';

const { values } = readCommand({
  name: 'soak',
  about: 'Visitors use a wall and a tablet, one after the other: reports what grows, as slopes.',
  options: { minutes: { type: 'string', default: '60', value: 'N', about: 'how long, min' } },
  example: '--minutes 60',
});
const minutes = readNumber('minutes', values.minutes, 0.001, 1_000_000, false);
/** Time in which caches are still being filled, min. */
const WARM_MIN = 2;
/** Growth that counts as a leak, per minute. */
const LEAK = {
  heapKb: 100,
  nodes: 20,
  listeners: 5,
  gpuObjects: 0.5,
  intervals: 0.1,
  scriptMs: 0.05,
} as const;

const { baseUrl, close } = await serveBuild();
const browser = await launchUndrawn();
let errors = 0;
const places = await Promise.all(
  PLACES.map(async (place, stream) => {
    const context = await browser.newContext({
      serviceWorkers: 'allow',
      viewport: { width: 1180, height: 820 },
      hasTouch: true,
    });
    const page = await context.newPage();
    await countLife(page);
    page.on('pageerror', (error) => {
      errors++;
      process.stdout.write(`ERROR ${place.name}: ${error.stack ?? error.message}\n`);
    });
    page.on('console', (message) => {
      if (message.type() !== 'error') return;
      errors++;
      process.stdout.write(`ERROR ${place.name}: ${message.text()}\n`);
    });
    const client = await context.newCDPSession(page);
    await client.send('Performance.enable', { timeDomain: 'threadTicks' });
    await page.goto(`${baseUrl}?quality=low&${place.query}`);
    const samples: (readonly [min: number, life: Life])[] = [];
    return { place, page, client, random: createRandom(1, stream), samples, visits: 0 };
  }),
);

const start = performance.now();
const passedMin = () => (performance.now() - start) / 60_000;
while (passedMin() < minutes) {
  const until = passedMin() + 1;
  await Promise.all(
    places.map(async (one) => {
      while (passedMin() < until) {
        await one.place.visit(one.page, one.random);
        one.visits++;
      }
      const life = await measureLife(one.page, one.client);
      one.samples.push([passedMin(), life]);
      process.stdout.write(
        `${one.place.name}, ${passedMin().toFixed(1)} min: ${one.visits} visits, ${life.heapKb.toFixed(0)} kB, ${life.nodes} nodes, ${life.listeners} listeners, ${life.gpuObjects} GPU objects, ${life.intervals} intervals\n`,
      );
    }),
  );
}
await browser.close();
await close();

let leaks = 0;
for (const { place, samples, visits } of places) {
  const warm = samples.filter(([min]) => min > WARM_MIN);
  const parts = Object.entries(LEAK).map(([what, most]) => {
    const points =
      what === 'scriptMs'
        ? warm.slice(1).map(([min, life], n) => {
            const before = warm[n]![1];
            return [min, (life.scriptMs - before.scriptMs) / (life.frames - before.frames)] as const;
          })
        : warm.map(([min, life]) => [min, life[what as keyof Life]] as const);
    const slope = calcSlope(points);
    if (slope !== null && slope > most) leaks++;
    return `${what} ${slope === null ? 'not measured in so short a time' : `${slope.toFixed(3)} a minute`} (at most ${most})`;
  });
  process.stdout.write(`${place.name}: ${visits} visits; ${parts.join(', ')}\n`);
}
process.stdout.write(`${errors} errors, ${leaks} slopes too steep\n`);
process.exit(errors + leaks > 0 ? 1 : 0);
