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
  for (let n = 0; n < 4; n++) {
    await tablet.visit(page, random);
    lives.push(await measureLife(page, client));
  }
  const [one, two, three, four] = lives as [Life, Life, Life, Life];
  expect(one.gpuObjects).toBeGreaterThan(30);
  // one more or less, by what was in sight last; what each visit left would be in both of the later ones
  expect(Math.min(three.gpuObjects, four.gpuObjects)).toBeLessThanOrEqual(
    Math.max(one.gpuObjects, two.gpuObjects),
  );
  expect(four.intervals).toBe(one.intervals);
  expect(four.listeners).toBeLessThan(one.listeners + SLACK);
  expect(four.nodes).toBeLessThan(one.nodes + SLACK);
  await browser.close();
});
