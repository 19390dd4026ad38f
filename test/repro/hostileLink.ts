import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { launchUndrawn } from '../browser/chrome.ts';
import { getState } from '../browser/page.ts';
import { HOSTILE_FRAGMENTS, HOSTILE_QUERIES } from '../monkey/hostile.ts';

// Found by the monkey: an address of 100 000 characters is refused by the server itself (431), and the page never asked.

/** Longest query that the server takes, characters. */
const LONGEST_QUERY = 16_000;
const TAKEN = [
  ...HOSTILE_QUERIES.filter((query) => query.length < LONGEST_QUERY).map((query) => `?quality=low&${query}`),
  ...HOSTILE_FRAGMENTS.map((fragment) => `?quality=low#${fragment}`),
];
/** Every fifth is tried each time, the others in the long run. */
const OFTEN = 5;
export const OFTEN_TRIED = TAKEN.filter((_, n) => n % OFTEN === 0);
export const SELDOM_TRIED = TAKEN.filter((_, n) => n % OFTEN !== 0);

/** Asserts of each address that nothing in it runs, and that the page can be used. */
export function testHostileLinks(addresses: readonly string[]): void {
  let browser: Browser;
  let page: Page;
  const thrown: string[] = [];
  beforeAll(async () => {
    browser = await launchUndrawn();
    page = await browser.newPage({ viewport: { width: 640, height: 400 }, reducedMotion: 'reduce' });
    page.on('pageerror', (error) => thrown.push(String(error)));
    page.on('dialog', (dialog) => {
      thrown.push(`a dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
  });
  afterAll(async () => {
    await browser?.close();
  });

  const isHacked = () => page.evaluate(() => document.title === 'hacked' || 'polluted' in {});

  it.each(addresses.map((address) => [address.slice(0, 80), address] as const))(
    'never runs what a link says, and leaves a page that can be used: %s',
    async (_, address) => {
      thrown.length = 0;
      // a fragment alone would not load the page anew
      await page.goto('about:blank');
      await page.goto(inject('baseUrl') + address);
      await expect.poll(() => getState(page)).toMatch(/^(ready|paused|error)$/);
      await expect.poll(() => page.getByRole('button').count()).toBeGreaterThan(2);
      expect(await isHacked()).toBe(false);
      expect(thrown).toEqual([]);
    },
  );
}
