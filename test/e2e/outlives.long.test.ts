import { expect, inject, it } from 'vitest';
import { createRandom } from '../../src/core/math/random.ts';
import { launchUndrawn } from '../browser/chrome.ts';
import { countLife, type Life, measureLife } from '../browser/life.ts';
import { PLACES } from '../soak/visitors.ts';

/** Elements and listeners that three visits may leave: what React still holds for its next change. */
const SLACK = 20;

it('nothing outlives its screen: a visitor leaves no more behind than the one before', async () => {
  const browser = await launchUndrawn();
  const tablet = PLACES.find(({ name }) => name === 'tablet')!;
  const page = await browser.newPage({ viewport: { width: 1180, height: 820 }, hasTouch: true });
  await countLife(page);
  const client = await page.context().newCDPSession(page);
  await client.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.goto(`${inject('baseUrl')}?quality=low&${tablet.query}`);
  const random = createRandom(3);
  // the first loads what is loaded once
  await tablet.visit(page, random);
  const lives: Life[] = [];
  for (let n = 0; n < 6; n++) {
    await tablet.visit(page, random);
    lives.push(await measureLife(page, client));
  }
  const [first, last] = [lives[0]!, lives.at(-1)!];
  expect(first.gpuObjects).toBeGreaterThan(30);
  // one more or less, by what was in sight last; what each visit left would be in all of the later ones
  const held = lives.map(({ gpuObjects }) => gpuObjects);
  expect(Math.min(...held.slice(3))).toBeLessThanOrEqual(Math.max(...held.slice(0, 3)));
  expect(last.intervals).toBe(first.intervals);
  expect(last.listeners).toBeLessThan(first.listeners + SLACK);
  expect(last.nodes).toBeLessThan(first.nodes + SLACK);
  await browser.close();
});
