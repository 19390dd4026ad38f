import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { launchUndrawn } from '../browser/chrome.ts';
import { getState } from '../browser/page.ts';
import { HOSTILE_FRAGMENTS, HOSTILE_QUERIES } from '../monkey/hostile.ts';

// Found by the monkey: an address of 100 000 characters is refused by the server itself (431), and the page never asked.

let browser: Browser;
beforeAll(async () => {
  browser = await launchUndrawn();
});
afterAll(async () => {
  await browser?.close();
});

/** Longest query that the server takes, characters. */
const LONGEST_QUERY = 16_000;
const TAKEN = [
  ...HOSTILE_QUERIES.filter((query) => query.length < LONGEST_QUERY).map((query) => `?quality=low&${query}`),
  ...HOSTILE_FRAGMENTS.map((fragment) => `?quality=low#${fragment}`),
];

const isHacked = (page: Page) => page.evaluate(() => document.title === 'hacked' || 'polluted' in {});

it('never runs what a link says, and leaves a page that can be used', async () => {
  const page = await browser.newPage({ viewport: { width: 640, height: 400 }, reducedMotion: 'reduce' });
  const thrown: string[] = [];
  page.on('pageerror', (error) => thrown.push(String(error)));
  page.on('dialog', (dialog) => {
    thrown.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  for (const address of TAKEN) {
    // a fragment alone would not load the page anew
    await page.goto('about:blank');
    await page.goto(inject('baseUrl') + address);
    await expect
      .poll(() => getState(page), { message: address.slice(0, 80) })
      .toMatch(/^(ready|paused|error)$/);
    expect(await page.getByRole('button').count(), address.slice(0, 80)).toBeGreaterThan(2);
    expect(await isHacked(page), address.slice(0, 80)).toBe(false);
  }
  expect(thrown).toEqual([]);
  await page.close();
});
