import { expect, inject, it } from 'vitest';
import { createRandom } from '../../src/core/math/random.ts';
import { launchUndrawn } from '../browser/chrome.ts';
import { countLife, measureLife } from '../browser/life.ts';
import { PLACES } from '../soak/visitors.ts';

/** Elements and listeners that two visits may leave: what React still holds for its next change. */
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
  const first = await measureLife(page, client);
  for (let n = 0; n < 2; n++) await tablet.visit(page, random);
  const third = await measureLife(page, client);
  expect(first.gpuObjects).toBeGreaterThan(30);
  expect(third.gpuObjects).toBe(first.gpuObjects);
  expect(third.intervals).toBe(first.intervals);
  expect(third.listeners).toBeLessThan(first.listeners + SLACK);
  expect(third.nodes).toBeLessThan(first.nodes + SLACK);
  await browser.close();
});
