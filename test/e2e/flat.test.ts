import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { DEFAULT_SCENARIO } from '../../src/runtime/session/session.ts';
import { findBarriers } from '../browser/axe.ts';
import { launchUndrawn } from '../browser/chrome.ts';
import { denyGraphics } from '../browser/flat.ts';
import { act, readAll, settle } from '../browser/page.ts';

const SCENARIO = encodeURIComponent(
  JSON.stringify({ ...DEFAULT_SCENARIO, patient: { ...DEFAULT_SCENARIO.patient, tScore: -4 } }),
);
const QUERY = `view=side&quality=low&scenario=${SCENARIO}`;

let browser: Browser;
beforeAll(async () => {
  browser = await launchUndrawn();
});
afterAll(async () => {
  await browser?.close();
});

/** A page on a device that gives no graphics. */
async function openFlat(query = QUERY): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1180, height: 820 }, reducedMotion: 'reduce' });
  await page.addInitScript(denyGraphics);
  await page.goto(`${inject('baseUrl')}?${query}`);
  await settle(page, 'ready');
  return page;
}

const flat = (page: Page) => page.getByRole('img', { name: 'drawn flat' });
/** Height of a body on the flat picture, px. */
const measureBody = (page: Page, level: string) =>
  page.locator(`.flat-body[data-level="${level}"]`).evaluate((body) => body.getBoundingClientRect().height);

it('without graphics there is a flat picture, with the same figures to the last digit', async () => {
  const solid = await browser.newPage({ viewport: { width: 390, height: 844 }, reducedMotion: 'reduce' });
  await solid.goto(`${inject('baseUrl')}?${QUERY}`);
  await settle(solid, 'ready');
  await act(solid, 'Lift');
  const wanted = await readAll(solid);
  await solid.close();

  const page = await openFlat();
  await flat(page).waitFor();
  await expect.poll(() => page.locator('.flat-body').count()).toBe(17);
  const intact = await measureBody(page, 'T12');
  await act(page, 'Lift');
  expect(await readAll(page)).toEqual(wanted);
  // what broke is lower on the picture as well, and named
  await page.locator('.flat-names').getByText('T12').waitFor();
  expect(await measureBody(page, 'T12')).toBeLessThan(intact);
  expect(await findBarriers(page)).toEqual([]);
  // a vertebra is asked about by touching it
  await page.locator('.flat-body[data-level="L4"]').click();
  await page.getByText('Why here?').waitFor();
  await page.close();
});

it('two persons stand beside each other on it', async () => {
  const page = await openFlat(`${QUERY}&twin=strong`);
  await expect.poll(() => flat(page).count()).toBe(2);
  await page.close();
});
