import type { Page } from 'playwright-core';
import { expect, inject, it } from 'vitest';
import { launchUndrawn } from '../browser/chrome.ts';
import { act, read, settle } from '../browser/page.ts';

const waitForPicture = (page: Page) =>
  page.waitForFunction(() => performance.getEntriesByName('first-view').length > 0);

it('works without a network after the first visit, whatever the address says', async () => {
  const browser = await launchUndrawn();
  const context = await browser.newContext({
    serviceWorkers: 'allow',
    viewport: { width: 1180, height: 820 },
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.goto(inject('baseUrl'));
  await settle(page, 'ready');
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
  await page.close();

  await context.setOffline(true);
  const later = await context.newPage();
  const failures: string[] = [];
  later.on('pageerror', (error) => failures.push(String(error)));
  later.on('requestfailed', (request) => {
    // what a page that is left was still loading
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') failures.push(request.url());
  });
  await later.goto(`${inject('baseUrl')}?lang=de&units=imperial`);
  await settle(later, 'ready');
  await waitForPicture(later);
  await later.goto(inject('baseUrl'));
  await settle(later, 'ready');
  await waitForPicture(later);
  await act(later, 'Lift');
  expect(await read(later, 'kyphosis-deg')).toBeGreaterThan(0);
  // what loads on demand is there too
  await later.getByRole('button', { name: 'Expert lab' }).click();
  await later.locator('.lab').waitFor();
  expect(failures).toEqual([]);
  await browser.close();
});
