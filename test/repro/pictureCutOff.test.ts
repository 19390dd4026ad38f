import { expect, inject, it } from 'vitest';
import { launchUndrawn } from '../browser/chrome.ts';
import { act, button, settle } from '../browser/page.ts';

// found by the monkey: the net was gone when the picture was to be fetched, and trying again failed for good
it('fetches the picture again after the net was cut, and the controls work without it', async () => {
  const browser = await launchUndrawn();
  // the page's own worker, when it is quick enough, has the picture in store and nothing to fetch again
  const page = await browser.newPage({
    viewport: { width: 1180, height: 820 },
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
  });
  await page.route(/\/assets\/stage-/, (route) => route.abort());
  await page.goto(`${inject('baseUrl')}?quality=low&lang=en`);
  // beside the notice of the lost part, which loads the page again
  await button(page, 'Try again').waitFor();
  await act(page, 'Stand');
  expect(await page.locator('canvas[data-engine]').count()).toBe(0);
  await page.unroute(/\/assets\/stage-/);
  await button(page, 'Try again').click();
  await page.locator('canvas[data-engine]').waitFor();
  await settle(page, 'ready');
  expect(await page.getByRole('alert').count()).toBe(0);
  await browser.close();
});
