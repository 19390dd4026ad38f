import { readFileSync, statSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { MODES } from '../../src/runtime/session/modePolicy.ts';
import { launchChrome } from '../browser/chrome.ts';
import { settle } from '../browser/page.ts';
import { BUDGETS } from '../budgets.ts';
import { FOLDER, openFirstPicture, STILLS, THEMES, takeMarkup } from '../gallery/shell.ts';
import { calcDifference, shrink } from './golden/picture.ts';

// What is seen before the page's own script has loaded; run `npm run shell` again where these tests find it out of date.

/** Greatest distance of two cells' mean colours (ΔE) between the still and the first picture: what packing makes of it, no more. */
const MOST_APART = 9;
const PHONE = { width: 390, height: 844 };
const DESK = { width: 1180, height: 820 };

let browser: Browser;
beforeAll(async () => {
  browser = await launchChrome();
});
afterAll(() => browser?.close());

/** The page as long as its own script has not come. */
async function openBefore(query: string, viewport: { width: number; height: number }): Promise<Page> {
  const page = await browser.newPage({ viewport, reducedMotion: 'reduce' });
  await page.route(/\/page-[\w-]+\.js$/, (route) =>
    route.fulfill({ contentType: 'text/javascript', body: 'export {}' }),
  );
  await page.goto(`${inject('baseUrl')}?${query}`);
  return page;
}

const hideWords = (page: Page) =>
  page.addStyleTag({
    content: 'body * { visibility: hidden } .standing, .stage-view canvas { visibility: visible }',
  });

it('is the page’s own markup as it computes its first figures', async () => {
  expect(readFileSync(`${FOLDER}/shell.html`, 'utf8')).toBe(await takeMarkup(browser, inject('baseUrl')));
});

it('shows stills that are small', () => {
  for (const name of Object.keys(STILLS))
    for (const theme of THEMES)
      expect(statSync(`${FOLDER}/still-${name}-${theme}.webp`).size).toBeLessThanOrEqual(BUDGETS.stillBytes);
});

describe.each([
  ['dark', DESK],
  ['light', DESK],
  ['dark', PHONE],
] as const)('the %s still at %o', (theme, viewport) => {
  it('is the first picture in its place', async () => {
    const before = await openBefore(`lang=en&theme=${theme}`, viewport);
    await before.waitForLoadState('networkidle');
    await hideWords(before);
    const still = await shrink(before.locator('.stage'), [0, 0, 1, 1]);
    await before.close();
    const page = await openFirstPicture(browser, inject('baseUrl'), { viewport, theme });
    await hideWords(page);
    const look = async () => calcDifference(still, await shrink(page.locator('.stage'), [0, 0, 1, 1]));
    await expect.poll(look, { interval: 1000 }).toBeLessThan(MOST_APART);
    expect(await page.evaluate(() => document.documentElement.dataset.still)).toBeUndefined();
    // it can fail: someone else's picture is another
    await page.evaluate(() => {
      document.querySelector<HTMLElement>('.stage-view canvas')!.style.translate = '8px';
    });
    expect(await look()).toBeGreaterThan(MOST_APART);
    await page.close();
  });
});

it('gives way to the page itself, once', async () => {
  const page = await browser.newPage({ viewport: PHONE });
  await page.goto(`${inject('baseUrl')}?quality=low&lang=en`);
  await settle(page, 'ready');
  expect(await page.locator('.page').count()).toBe(1);
  expect(await page.locator('[inert]').count()).toBe(0);
  // the thread that was started first is the one that is used
  expect(page.workers()).toHaveLength(1);
  await page.close();
});

it('stands in none of the other modes, and shows nobody where another person is asked for', async () => {
  for (const mode of MODES) {
    const page = await openBefore(`lang=en&mode=${mode}`, DESK);
    expect(await page.locator('.shell').isVisible(), mode).toBe(mode === 'explore');
    expect(await page.locator('.standing').isVisible(), mode).toBe(mode === 'explore');
    await page.close();
  }
  for (const query of ['view=side', 'twin=strong', 'scenario=%7B%22version%22%3A1%7D']) {
    const page = await openBefore(`lang=en&${query}`, DESK);
    expect(await page.locator('.shell').isVisible(), query).toBe(true);
    expect(await page.locator('.standing').isVisible(), query).toBe(false);
    await page.close();
  }
});

it('has the language’s direction, and English words for those alone who will read English', async () => {
  for (const [query, dir, words] of [
    ['lang=en', 'ltr', true],
    ['lang=en&register=clinical', 'ltr', false],
    ['lang=de', 'ltr', false],
    ['lang=ar', 'rtl', false],
  ] as const) {
    const page = await openBefore(query, PHONE);
    const seen = await page.locator('.shell h1').evaluate((title) => ({
      dir: document.documentElement.dir,
      words: getComputedStyle(title).color !== 'rgba(0, 0, 0, 0)',
    }));
    expect(seen, query).toEqual({ dir, words });
    await page.close();
  }
});
