import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { launchChrome } from '../browser/chrome.ts';
import { button, settle } from '../browser/page.ts';
import { getStill } from '../browser/still.ts';

/** The bones round the spine: shown on demand, and again after the graphics were lost. */
let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await launchChrome();
  page = await browser.newPage({ viewport: { width: 700, height: 500 }, reducedMotion: 'reduce' });
  await page.goto(`${inject('baseUrl')}?quality=low`);
  await settle(page, 'ready');
  // its background is not drawn alike to the last bit each time
  await page.addStyleTag({ content: '.stage-chart { visibility: hidden }' });
});
afterAll(async () => {
  await browser?.close();
});

const POLL = { interval: 500 };
const picture = async (): Promise<string> =>
  (await page.locator('canvas[data-engine]').screenshot()).toString('base64');
const press = () => button(page, 'Whole skeleton').click();
const isPressed = () => button(page, 'Whole skeleton').getAttribute('aria-pressed');

/** The picture once it stands still. */
const standing = async (): Promise<string> =>
  (await getStill(page.locator('canvas[data-engine]'))).toString('base64');

let without: string;
let withSkeleton: string;

it('goes and comes at the press of a button', async () => {
  expect(await isPressed()).toBe('true');
  await press();
  expect(await isPressed()).toBe('false');
  without = await standing();
  await press();
  await expect.poll(picture, POLL).not.toBe(without);
  withSkeleton = await standing();
  await press();
  await expect.poll(picture, POLL).toBe(without);
  await press();
  await expect.poll(picture, POLL).toBe(withSkeleton);
});

it('is drawn again, bone for bone, when the graphics come back', async () => {
  await page.evaluate(() => {
    const context = document.querySelector<HTMLCanvasElement>('canvas[data-engine]')!.getContext('webgl2')!;
    const extension = context.getExtension('WEBGL_lose_context')!;
    Object.assign(window, { restore: () => extension.restoreContext() });
    extension.loseContext();
  });
  await expect.poll(() => page.locator('.stage-words').count(), POLL).toBe(1);
  await page.evaluate(() => (window as unknown as { restore: () => void }).restore());
  await expect.poll(() => page.locator('.stage-words').count(), POLL).toBe(0);
  await expect.poll(picture, POLL).toBe(withSkeleton);
  await press();
  await expect.poll(picture, POLL).toBe(without);
});
