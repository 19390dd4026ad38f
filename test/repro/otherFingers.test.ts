import type { Browser, CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchUndrawn } from '../browser/chrome.ts';
import { read, settle } from '../browser/page.ts';

// A browser makes a click of the first finger alone. A hand rests on the picture, a finger never comes up again, two press at once:
// each control is pressed by its own.

let browser: Browser;
beforeAll(async () => {
  browser = await launchUndrawn();
});
afterAll(async () => {
  await browser?.close();
});

interface Spot {
  readonly x: number;
  readonly y: number;
  readonly id: number;
}

/** Fingers on the glass, each told to the browser by itself. */
class Glass {
  private readonly down = new Map<number, Spot>();
  constructor(private readonly cdp: CDPSession) {}

  private send = (type: 'touchStart' | 'touchEnd' | 'touchMove', spot: Spot) =>
    this.cdp.send('Input.dispatchTouchEvent', { type, touchPoints: [spot] });

  async put(spot: Spot): Promise<void> {
    this.down.set(spot.id, spot);
    await this.send('touchStart', spot);
  }
  async move(spot: Spot): Promise<void> {
    this.down.set(spot.id, spot);
    await this.send('touchMove', spot);
  }
  async lift(id: number): Promise<void> {
    await this.send('touchEnd', this.down.get(id)!);
    this.down.delete(id);
  }
  async tap(page: Page, selector: string, id: number): Promise<void> {
    await this.put({ ...(await findMiddle(page, selector)), id });
    await this.lift(id);
  }
}

const act = (name: string) => `button.act:has-text("${name}")`;

async function findMiddle(page: Page, selector: string): Promise<{ x: number; y: number }> {
  const box = (await page.locator(selector).first().boundingBox())!;
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

async function open(query: string, there: string): Promise<{ page: Page; glass: Glass }> {
  const context = await browser.newContext({
    viewport: { width: 1180, height: 820 },
    hasTouch: true,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.addInitScript(() => {
    const clicks: string[] = [];
    Object.assign(window, { clicks });
    addEventListener('click', ({ target }) =>
      clicks.push((target as Element).closest('button')?.textContent ?? ''),
    );
  });
  await page.goto(`${inject('baseUrl')}?quality=low&lang=en&${query}`);
  await page.locator(there).first().waitFor();
  await settle(page, 'ready');
  return { page, glass: new Glass(await context.newCDPSession(page)) };
}
const countClicks = (page: Page, act: string) =>
  page.evaluate(
    (name) => (window as unknown as { clicks: string[] }).clicks.filter((it) => it === name).length,
    act,
  );

describe('in the kiosk', () => {
  it('a hand on the picture leaves the buttons, the bones and the languages alive', async () => {
    const { page, glass } = await open('mode=kiosk&idle=600', '.kiosk-bone input');
    await glass.put({ x: 300, y: 500, id: 0 });
    await page.locator('.kiosk-cover').waitFor({ state: 'hidden' });
    await glass.tap(page, act('Lift'), 1);
    await expect.poll(() => read(page, 'fracture-count')).toBeGreaterThan(0);
    expect(await countClicks(page, 'Lift')).toBe(1);
    // lifted before the other, and one more while it rests
    await glass.put({ ...(await findMiddle(page, act('Bend'))), id: 2 });
    await glass.lift(0);
    await glass.lift(2);
    await expect.poll(() => countClicks(page, 'Bend')).toBe(1);
    await settle(page, 'ready');
    await glass.put({ x: 320, y: 520, id: 3 });
    await glass.tap(page, 'button[lang="de"], .kiosk-languages button:nth-of-type(2)', 4);
    await expect.poll(() => page.evaluate(() => document.documentElement.lang)).not.toBe('en');
    await page.context().close();
  });
});

describe('in Explore', () => {
  it('a slider whose finger never comes up again is worked out all the same, and follows the next one', async () => {
    const { page, glass } = await open('', '.readouts dd');
    const { x, y } = await findMiddle(page, '.density input');
    const readKyphosis = () => read(page, 'kyphosis-deg');
    await glass.tap(page, act('Lift'), 9);
    await settle(page, 'playing', 'paused', 'ready');
    await settle(page, 'ready');
    const before = await readKyphosis();
    await glass.put({ x: x - 40, y, id: 0 });
    await glass.move({ x: x - 150, y, id: 0 });
    expect(await read(page, 't-score')).toBe(-5);
    await settle(page, 'ready');
    await expect.poll(readKyphosis).not.toBe(before);
    // the one that was swallowed still moves nothing, and the next does
    await glass.put({ x: x + 40, y, id: 1 });
    await settle(page, 'ready');
    expect(await read(page, 't-score')).toBeGreaterThan(-2);
    await page.context().close();
  });

  it('a control is pressed once by its own finger, with another down, gone or lost', async () => {
    const { page, glass } = await open('', '.readouts dd');
    await glass.put({ x: 500, y: 450, id: 0 });
    await glass.tap(page, act('Cough'), 1);
    await settle(page, 'playing', 'paused', 'ready');
    await expect.poll(() => countClicks(page, 'Cough')).toBe(1);
    await settle(page, 'ready');
    // a check box, a link to a sheet, a choice inside it and the way out
    const checked = await page.locator('.check input').first().isChecked();
    await glass.tap(page, '.check input', 2);
    await expect.poll(() => page.locator('.check input').first().isChecked()).toBe(!checked);
    await glass.tap(page, '.patient-button', 3);
    await page.getByRole('dialog').waitFor();
    await glass.tap(page, '.cards .card:not([data-selected])', 4);
    await expect
      .poll(() => page.locator('.cards').first().locator('.card').nth(1).getAttribute('data-selected'))
      .toBe('true');
    await glass.tap(page, '.number-box .press:last-child', 5);
    await expect.poll(() => page.locator('.number-box input').first().inputValue()).toBe('73');
    await glass.tap(page, '.sheet-head .press', 6);
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    // a slider follows the finger that took it, not the one that rests
    await glass.put({ ...(await findMiddle(page, '.density input')), id: 7 });
    const { x, y } = await findMiddle(page, '.density input');
    await glass.move({ x: x + 60, y, id: 7 });
    const moved = await read(page, 't-score');
    await glass.move({ x: 520, y: 440, id: 0 });
    expect(await read(page, 't-score')).toBe(moved);
    await glass.lift(0);
    await glass.move({ x: x + 90, y, id: 7 });
    expect(await read(page, 't-score')).toBeGreaterThan(moved);
    await glass.lift(7);
    // two at once
    await settle(page, 'ready');
    const [stand, lift] = [await findMiddle(page, act('Stand')), await findMiddle(page, act('Lift'))];
    await glass.put({ ...stand, id: 8 });
    await glass.put({ ...lift, id: 9 });
    await glass.lift(8);
    await glass.lift(9);
    await expect.poll(() => countClicks(page, 'Stand')).toBe(1);
    await expect.poll(() => countClicks(page, 'Lift')).toBe(1);
    // one that slid off presses nothing
    await glass.put({ x: 500, y: 450, id: 10 });
    await glass.put({ ...lift, id: 11 });
    await glass.move({ x: 600, y: 300, id: 11 });
    await glass.lift(11);
    await page.waitForTimeout(300);
    expect(await countClicks(page, 'Lift')).toBe(1);
    await page.context().close();
  });
});
