import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { LANGUAGE_NAMES } from '../../src/i18n/languages.ts';
import { findSmallTargets } from '../browser/axe.ts';
import { launchUndrawn } from '../browser/chrome.ts';
import { button, read, settle, slider } from '../browser/page.ts';

/** Least side of what a wet finger touches, px. */
const TARGET_PX = 60;

let browser: Browser;
beforeAll(async () => {
  browser = await launchUndrawn();
});
afterAll(async () => {
  await browser?.close();
});

/** Without a picture, and twenty times as fast: software draws a frame a second, and nothing here is about the picture. */
function hurry(): void {
  const getContext = HTMLCanvasElement.prototype.getContext;
  Object.assign(HTMLCanvasElement.prototype, {
    getContext(this: HTMLCanvasElement, kind: '2d') {
      return String(kind) === 'webgl2' ? null : getContext.call(this, kind);
    },
  });
  const request = requestAnimationFrame.bind(window);
  Object.assign(window, {
    requestAnimationFrame: (then: FrameRequestCallback) => request((ms) => then(20 * ms)),
  });
}

const TABLET = { width: 1180, height: 820 };
const WALL = { width: 1080, height: 1920 };

async function open(query: string, hasTouch = true): Promise<Page> {
  const context = await browser.newContext({ viewport: TABLET, hasTouch, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.addInitScript(hurry);
  await page.goto(`${inject('baseUrl')}?quality=low&lang=en&${query}`);
  await page.locator('.page[data-mode="kiosk"] .kiosk-bone input').waitFor();
  await settle(page, 'ready');
  return page;
}
const countLinks = (page: Page) => page.locator('a[href]').count();
const status = (page: Page) => page.locator('.kiosk-said');
const broken = (page: Page) => expect.poll(() => read(page, 'fracture-count'));
const enter = async (page: Page) => {
  await page.touchscreen.tap(300, 300);
  await page.locator('.kiosk-cover').waitFor({ state: 'hidden' });
};

describe('by touch', () => {
  let page: Page;
  beforeAll(async () => {
    page = await open('mode=kiosk');
  });
  afterAll(() => page.context().close());

  it('breaks a bone in two touches, says why, fills it, and holds with strong bone', async () => {
    expect(await countLinks(page)).toBe(0);
    await enter(page);
    await button(page, 'Lift').tap();
    await broken(page).toBeGreaterThan(0);
    const [, load, strength] = /About (\d+) kg pressed on it. It could bear (\d+) kg/.exec(
      (await status(page).textContent())!,
    )!;
    expect(Number(load)).toBeGreaterThan(Number(strength));
    await button(page, 'Cement').tap();
    await status(page)
      .getByText(/filled with 4 ml/)
      .waitFor();
    await status(page)
      .getByText(/bone next to it, [TL]\d+/)
      .waitFor();
    await button(page, 'Make it strong').tap();
    await status(page).getByText('Every vertebra held').waitFor();
    expect(await read(page, 'fracture-count')).toBe(0);
    await button(page, 'Make it fragile').tap();
    await broken(page).toBeGreaterThan(0);
    await settle(page, 'ready');
    expect(await findSmallTargets(page, TARGET_PX)).toEqual([]);
    expect(await countLinks(page)).toBe(0);
    // the picture of strong bone is touched, not the slider's thumb
    const { x, y, width, height } = (await slider(page, 'Bone density').boundingBox())!;
    await page.touchscreen.tap(x + 0.8 * width, y + height / 2);
    await status(page).getByText('These bones are strong').waitFor();
    await button(page, 'Lift').tap();
    await button(page, 'Start over').tap();
    await status(page).getByText('These bones are fragile').waitFor();
  });

  it('does so on a wall, where a seated arm reaches the lower 55 % of 2 m', async () => {
    await page.setViewportSize(WALL);
    await button(page, 'Lift').tap();
    await broken(page).toBeGreaterThan(0);
    await settle(page, 'ready');
    expect(await findSmallTargets(page, TARGET_PX)).toEqual([]);
    const tops = await page
      .locator('.panel.kiosk :is(button, input)')
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top));
    expect(tops.length).toBeGreaterThan(10);
    expect(Math.min(...tops)).toBeGreaterThan(0.45 * WALL.height);
  });

  it('speaks the language that is touched, at once, and has each by its own name', async () => {
    await page.setViewportSize(TABLET);
    expect(await read(page, 'fracture-count')).toBeGreaterThan(0);
    for (const [lang, name] of LANGUAGE_NAMES) {
      await button(page, name).tap();
      await page.waitForFunction((wanted) => document.documentElement.lang === wanted, lang);
      expect(await findSmallTargets(page, TARGET_PX), lang).toEqual([]);
      // nothing is cut off
      const cut = await page
        .locator('.panel.kiosk')
        .evaluate((panel) =>
          [panel, ...panel.querySelectorAll('button, .kiosk-words')]
            .filter((one) => one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1)
            .map((one) => one.textContent),
        );
      expect(cut, lang).toEqual([]);
    }
    expect(page.url()).toContain('lang=en');
  });
});

it('by keyboard alone: breaks, fills, and is made strong', async () => {
  const page = await open('mode=kiosk', false);
  const name = () =>
    page.evaluate(() => document.activeElement?.closest('button, input, canvas')?.textContent?.trim() ?? '');
  const reach = async (wanted: string) => {
    for (let n = 0; n < 20 && (await name()) !== wanted; n++) await page.keyboard.press('Tab');
    expect(await name()).toBe(wanted);
  };
  await page.keyboard.press('Tab');
  await page.locator('.kiosk-cover').waitFor({ state: 'hidden' });
  await reach('Lift');
  await page.keyboard.press('Enter');
  await broken(page).toBeGreaterThan(0);
  await settle(page, 'ready');
  await reach('Cement');
  await page.keyboard.press('Enter');
  await status(page)
    .getByText(/bone next to it/)
    .waitFor();
  await slider(page, 'Bone density').focus();
  await page.keyboard.press('ArrowRight');
  await status(page).getByText('These bones are strong').waitFor();
  expect(await slider(page, 'Bone density').getAttribute('aria-valuetext')).toMatch(/^strong/);
  await page.context().close();
});

it('leads nowhere, but for the staff, who see what was done and end it', async () => {
  const page = await open('mode=kiosk');
  const isRefused = (type: string) =>
    page.evaluate(
      (name) => !document.body.dispatchEvent(new Event(name, { bubbles: true, cancelable: true })),
      type,
    );
  for (const type of ['contextmenu', 'dragstart', 'selectstart', 'gesturestart'])
    expect(await isRefused(type), type).toBe(true);
  await enter(page);
  await button(page, 'Cough').tap();
  await settle(page, 'ready');
  const address = page.url();
  for (let n = 0; n < 3; n++) {
    await page.evaluate(() => history.back());
    await page.waitForTimeout(200);
  }
  await expect.poll(() => page.url()).toBe(address);
  expect(await page.locator('.page').getAttribute('data-mode')).toBe('kiosk');

  await page.mouse.move(20, 20);
  await page.mouse.down();
  await page.waitForTimeout(2200);
  await page.mouse.up();
  for (const x of [1160, 1160, 20]) await page.mouse.click(x, 20);
  const sheet = page.getByRole('dialog');
  await sheet.waitFor();
  expect(await findSmallTargets(page, TARGET_PX)).toEqual([]);
  const count = (what: string) => sheet.locator(`[data-count="${what}"]`).textContent();
  expect([await count('visits'), await count('cough'), await count('lift')]).toEqual(['1', '1', '0']);
  const [csv] = await Promise.all([
    page.waitForEvent('download'),
    sheet.getByRole('button', { name: 'Save as CSV' }).click(),
  ]);
  expect(readFileSync(await csv.path(), 'utf8')).toMatch(/\r\n\d{4}-\d\d-\d\d,1,/);
  await sheet.getByRole('button', { name: 'Visits as a QR code' }).click();
  await sheet.getByRole('img', { name: 'QR code with the visits' }).waitFor();
  await sheet.getByRole('button', { name: 'Set to zero' }).click();
  expect(await count('visits')).toBe('0');
  await sheet.getByRole('button', { name: 'End the kiosk' }).click();
  await button(page, 'Start').waitFor();
  await page.context().close();
});

it('is set up from the page itself, and the address that it gives starts at once', async () => {
  const context = await browser.newContext({ viewport: TABLET, reducedMotion: 'reduce' });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const page = await context.newPage();
  await page.addInitScript(hurry);
  await page.goto(`${inject('baseUrl')}?lang=en`);
  await button(page, 'Kiosk').click();
  await page.getByLabel('It starts in').selectOption('fr');
  await page.waitForFunction(() => document.documentElement.lang === 'fr');
  await page.getByLabel('Repart après').selectOption('120');
  await page.getByLabel('Aspect').selectOption('light');
  await page.getByLabel('Son', { exact: true }).selectOption('off');
  await button(page, 'Copier l’adresse').click();
  const address = await page.evaluate(() => navigator.clipboard.readText());
  expect(Object.fromEntries(new URL(address).searchParams)).toEqual({
    mode: 'kiosk',
    lang: 'fr',
    idle: '120',
    sound: 'off',
    theme: 'light',
  });
  await button(page, 'Commencer').click();
  await page.locator('.kiosk-cover').waitFor();
  // the page before this one was Explore: no way back to it
  await page.evaluate(() => {
    history.back();
    history.back();
  });
  await page.waitForTimeout(500);
  expect(await page.locator('.page').getAttribute('data-mode')).toBe('kiosk');
  await page.goto(address);
  await page.locator('.kiosk-cover').waitFor();
  expect(
    await page.evaluate(() => [document.documentElement.lang, document.documentElement.dataset.theme]),
  ).toEqual(['fr', 'light']);
  await context.close();
});
