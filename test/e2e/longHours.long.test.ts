import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { launchUndrawn } from '../browser/chrome.ts';
import { button, read, settle } from '../browser/page.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchUndrawn();
});
afterAll(async () => {
  await browser?.close();
});

const IDLE_S = 60;
const YEAR_MS = 365 * 24 * 3600 * 1000;

async function openKiosk(
  prepare: (page: Page) => Promise<unknown> = async () => {},
  idleS = IDLE_S,
): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1180, height: 820 }, hasTouch: true });
  // what compiles this file names functions by a helper that the page does not have
  await page.addInitScript('globalThis.__name ??= (named) => named');
  await prepare(page);
  await page.goto(`${inject('baseUrl')}?quality=low&lang=en&mode=kiosk&idle=${idleS}`);
  await page.locator('.page[data-mode="kiosk"] .kiosk-bone input').waitFor();
  await settle(page, 'ready');
  return page;
}

it('keeps the screen awake, and asks for that again when the page comes back into sight', async () => {
  const page = await openKiosk((opened) =>
    opened.addInitScript(() => {
      const asked = { times: 0, released: 0 };
      const lock = { release: async () => void asked.released++ };
      Object.assign(window, { asked });
      Object.defineProperty(navigator, 'wakeLock', {
        value: {
          request: async () => {
            asked.times++;
            return lock;
          },
        },
      });
    }),
  );
  const asked = () =>
    page.evaluate(() => (window as unknown as { asked: { times: number; released: number } }).asked);
  const before = (await asked()).times;
  expect(before).toBeGreaterThan(0);
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  expect((await asked()).times).toBe(before + 1);
  await page.close();
});

it('loads itself anew when its graphics stay lost', async () => {
  const page = await openKiosk();
  await page.locator('canvas[data-engine]').waitFor();
  await page.evaluate(() => {
    Object.assign(window, { isBefore: true });
    const canvas = document.querySelector<HTMLCanvasElement>('canvas[data-engine]')!;
    canvas.getContext('webgl2')!.getExtension('WEBGL_lose_context')!.loseContext();
  });
  await page.waitForFunction(() => !('isBefore' in window), undefined);
  await page.locator('.page[data-mode="kiosk"] .kiosk-bone input').waitFor();
  await settle(page, 'ready');
  await page.locator('canvas[data-engine]').waitFor();
  await page.close();
});

/** A clock that the test can set. */
const withClock = (page: Page) =>
  page.addInitScript(() => {
    const { now } = Date;
    Object.assign(window, { sleptMs: 0 });
    Date.now = () => now() + (window as unknown as { sleptMs: number }).sleptMs;
  });
const setClock = (page: Page, sleptMs: number) =>
  page.evaluate((ms) => Object.assign(window, { sleptMs: ms }), sleptMs);

it('a clock that is set back by a year, or forward, ends a visit no later and once', async () => {
  const page = await openKiosk(withClock, 5);
  for (const shiftMs of [-YEAR_MS, 50 * YEAR_MS]) {
    await page.touchscreen.tap(300, 300);
    await page.locator('.kiosk-cover').waitFor({ state: 'hidden' });
    await setClock(page, shiftMs);
    await page.locator('.kiosk-cover:not([data-gone])').waitFor({ timeout: 30_000 });
    await settle(page, 'ready');
  }
  await page.close();
});

it('after a sleep of an hour the visit before it is over, and the next begins as new', async () => {
  const page = await openKiosk(withClock);
  await page.touchscreen.tap(300, 300);
  await page.locator('.kiosk-cover').waitFor({ state: 'hidden' });
  await button(page, 'Deutsch').tap();
  await page.waitForFunction(() => document.documentElement.lang === 'de');
  // a device that slept has another time of day when it wakes
  await setClock(page, 3_600_000);
  await page.locator('.kiosk-cover').waitFor();
  await page.waitForFunction(() => document.documentElement.lang === 'en');
  await settle(page, 'ready');
  expect(await read(page, 'fracture-count')).toBe(0);
  await page.close();
});
