import type { Page } from 'playwright-core';
import { expect, inject } from 'vitest';
import { LANGUAGES } from '../../src/i18n/languages.ts';
import { launchUndrawn } from '../browser/chrome.ts';
import { findLayoutFaults } from '../browser/faults.ts';
import { settle } from '../browser/page.ts';

// Found in WebKit and true of every browser: a choice whose text is longer than its box.
const SIZES = [
  [1180, 820],
  [820, 1180],
  [390, 844],
] as const;

type Language = keyof typeof LANGUAGES;
/** With the longest words, and from right to left: tried each time; the others in the long run. */
export const OFTEN_TRIED: readonly Language[] = ['de', 'ar'];
export const SELDOM_TRIED = (Object.keys(LANGUAGES) as Language[]).filter(
  (lang) => !OFTEN_TRIED.includes(lang),
);

/** Asserts that no choice is cut off and nothing lies over another, on a tablet, one held upright and a phone. */
export async function expectWholeTexts(languages: readonly Language[]): Promise<void> {
  const browser = await launchUndrawn();
  const [explore, kiosk] = [await browser.newPage(), await browser.newPage()];
  await explore.goto(`${inject('baseUrl')}?quality=low&lang=en`);
  await settle(explore, 'ready');
  const check = async (page: Page, message: string) => {
    for (const [width, height] of SIZES) {
      await page.setViewportSize({ width, height });
      const options = { message: `${message} ${width} × ${height}`, timeout: 5000 };
      await expect.poll(() => page.evaluate(findLayoutFaults), options).toEqual([]);
    }
  };
  for (const lang of languages) {
    await explore.locator('.masthead select').selectOption(lang);
    await explore.waitForFunction((wanted) => document.documentElement.lang === wanted, lang);
    await check(explore, lang);
    // the kiosk before it starts, and the same as its visitors find it
    await explore.locator('.mode-switch button').last().click();
    await explore.locator('.kiosk-choices').waitFor();
    await check(explore, `launch ${lang}`);
    await explore.locator('.mode-switch button').first().click();
    await kiosk.goto(`${inject('baseUrl')}?quality=low&lang=${lang}&mode=kiosk`);
    await kiosk.locator('.kiosk-acts').waitFor();
    await check(kiosk, `kiosk ${lang}`);
  }
  await browser.close();
}
