import { createHash } from 'node:crypto';
import { expect, inject, it } from 'vitest';
import { findSmallTargets } from '../browser/axe.ts';
import { launchDrawn } from '../browser/chrome.ts';
import { button, read, settle, slider } from '../browser/page.ts';
import { getStill } from '../browser/still.ts';

/** Least side of what a wet finger touches, px. */
const TARGET_PX = 60;
/** Longest time from the end of the idle time to a page that is as new, s; or as many times what it took to open here. */
const RENEWED_S = 10;
const TIMES_OPENING = 2;

/** A picture, short, to be compared with another. */
const shorten = (png: Buffer): string => createHash('sha256').update(png).digest('hex');

it('left alone, it warns, counts down and is as new: picture, language, bones, scenario', async () => {
  const IDLE_S = 8;
  const browser = await launchDrawn();
  const context = await browser.newContext({
    viewport: { width: 1180, height: 820 },
    hasTouch: true,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const openedMs = Date.now();
  await page.goto(`${inject('baseUrl')}?quality=low&lang=en&mode=kiosk&idle=${IDLE_S}`);
  await page.locator('.page[data-mode="kiosk"] .kiosk-bone input').waitFor();
  await settle(page, 'ready');
  const openingS = (Date.now() - openedMs) / 1000;
  const canvas = page.getByRole('img', { name: /three dimensions/ });
  const before = shorten(await getStill(canvas));
  const tScore = await read(page, 't-score');
  await page.touchscreen.tap(300, 300);
  await page.locator('.kiosk-cover').waitFor({ state: 'hidden' });
  await page.mouse.move(300, 300);
  await page.mouse.wheel(0, -400);
  await slider(page, 'Bone density').press('ArrowRight');
  await button(page, 'Lift').tap();
  await button(page, 'Deutsch').tap();
  const go = page.locator('.kiosk-warning');
  await go.waitFor();
  await page
    .getByRole('alert')
    .getByText(/Noch da\? In \d Sek/)
    .waitFor();
  expect(await findSmallTargets(page, TARGET_PX)).toEqual([]);
  await page.touchscreen.tap(600, 100);
  await go.waitFor({ state: 'hidden' });
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('de');
  const lastMs = Date.now();
  await page.locator('.kiosk-cover').waitFor();
  await page.waitForFunction(() => document.documentElement.lang === 'en');
  await settle(page, 'ready');
  expect(await read(page, 't-score')).toBe(tScore);
  expect(await read(page, 'fracture-count')).toBe(0);
  expect((Date.now() - lastMs) / 1000).toBeLessThan(IDLE_S + Math.max(RENEWED_S, TIMES_OPENING * openingS));
  await expect.poll(async () => shorten(await canvas.screenshot())).toBe(before);
  await browser.close();
});
