import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { ACT_NAMES } from '../../src/core/activity/actTable.ts';
import type { Scenario } from '../../src/core/simulation/scenario.ts';
import en from '../../src/i18n/en/base.json' with { type: 'json' };
import { unpack } from '../../src/runtime/address/packing.ts';
import { launchUndrawn } from '../browser/chrome.ts';
import { act, button, noteComplaints, read, settle, slider, toEnd } from '../browser/page.ts';

/** The acts beyond the first four, as a person does them: by touch and by keyboard. */
let browser: Browser;
const complaints: string[] = [];

const TABLET = { viewport: { width: 1180, height: 820 } };
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

async function open(options: BrowserContextOptions, query = ''): Promise<Page> {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  noteComplaints(page, complaints);
  await page.goto(`${inject('baseUrl')}?quality=low&${query}`);
  await settle(page, 'ready');
  return page;
}

const history = (page: Page) => page.getByRole('listitem').allInnerTexts();

/** What the address holds, once it has as many events. */
async function eventsOf(page: Page, count: number): Promise<Scenario['events']> {
  const events = () => {
    const packed = /scenario=([\w-]+)/.exec(new URL(page.url()).hash)?.[1];
    return packed ? (JSON.parse(unpack(packed)!) as Scenario).events : [];
  };
  await expect.poll(() => events().length).toBe(count);
  return events();
}

/** Puts a finger on a fraction of a slider's way. */
async function touchAt(page: Page, range: Locator, fraction: number): Promise<void> {
  await range.scrollIntoViewIfNeeded();
  const box = (await range.boundingBox())!;
  await page.touchscreen.tap(box.x + box.width * fraction, box.y + box.height / 2);
}

beforeAll(async () => {
  browser = await launchUndrawn();
});
afterAll(async () => {
  await browser?.close();
});

describe('by touch, on a phone', () => {
  let page: Page;
  beforeAll(async () => {
    page = await open(PHONE);
  });
  afterAll(() => page.context().close());

  it('carries a bag, then a heavier one in both hands', async () => {
    await button(page, 'More acts').tap();
    await button(page, 'Carry a bag').tap();
    await settle(page, 'playing', 'ready');
    await toEnd(page);
    expect(await history(page)).toEqual(['carried 8 kg in one hand']);
    await touchAt(page, slider(page, 'Weight'), 0.5);
    await page.getByLabel('Hands').selectOption('two');
    expect(await slider(page, 'Weight').inputValue()).toBe('20');
    // what is set waits for the act
    expect(await history(page)).toHaveLength(1);
    await button(page, 'Do it again').tap();
    await settle(page, 'playing', 'ready');
    await toEnd(page);
    expect((await history(page))[1]).toMatch(/^carried 20 kg in both hands/);
    expect((await eventsOf(page, 2))[1]).toEqual({
      type: 'activity',
      name: 'carry',
      loadKg: 20,
      hands: 'two',
    });
  });

  it('keeps what was set while something else is done, and takes acts back', async () => {
    await button(page, 'Lie on the side').tap();
    await settle(page, 'playing', 'ready');
    await toEnd(page);
    await button(page, 'Undo').tap();
    await settle(page, 'ready');
    expect(await history(page)).toHaveLength(2);
    await button(page, 'Carry a bag').tap();
    await settle(page, 'playing', 'ready');
    expect(await slider(page, 'Weight').inputValue()).toBe('20');
    expect((await history(page))[2]).toMatch(/^carried 20 kg in both hands/);
  });
});

describe('by keyboard, on a tablet', () => {
  it('falls on the bottom, faster each time it is told to', async () => {
    const page = await open(TABLET);
    await button(page, 'More acts').focus();
    await page.keyboard.press('Enter');
    await button(page, 'Fall on the bottom').waitFor();
    // the groups follow in the order of Tab
    for (let step = 0; step < 40; step++) {
      await page.keyboard.press('Tab');
      const name = await page.evaluate(() => document.activeElement?.textContent);
      if (name === 'Fall on the bottom') break;
    }
    await page.keyboard.press('Space');
    await settle(page, 'playing', 'ready');
    await toEnd(page);
    const speed = slider(page, 'Speed of landing');
    const before = Number(await speed.inputValue());
    await speed.focus();
    for (let step = 0; step < 3; step++) await page.keyboard.press('ArrowRight');
    expect(Number(await speed.inputValue())).toBeCloseTo(before + 0.3);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await settle(page, 'playing', 'ready');
    await toEnd(page);
    const events = await eventsOf(page, 2);
    expect(events[1]).toMatchObject({ name: 'fall-seated' });
    expect((events[1] as { speedMPerS?: number }).speedMPerS).toBeCloseTo(before + 0.3);
    expect(await page.getByRole('status').textContent()).toMatch(/\w{3}/);
    await page.context().close();
  });

  it('shows weights in pounds to who asks for them, and keeps kilograms', async () => {
    const page = await open(TABLET, 'units=imperial');
    await button(page, 'How far, how heavy').click();
    await page.getByLabel('Set', { exact: true }).selectOption('lift');
    await slider(page, 'Weight').focus();
    await page.keyboard.press('ArrowRight');
    expect(await slider(page, 'Weight').getAttribute('aria-valuetext')).toBe('24 lb');
    await act(page, 'Lift');
    expect((await history(page))[0]).toMatch(/^lifted 24 lb, stooping/);
    expect(await eventsOf(page, 1)).toMatchObject([{ name: 'lift', loadKg: 11 }]);
    await page.context().close();
  });

  it('does every act that there is', async () => {
    const page = await open(TABLET);
    await button(page, 'More acts').click();
    for (const name of ACT_NAMES) {
      await act(page, en[`act.${name}`]);
      expect(await read(page, 'kyphosis-deg'), name).toBeGreaterThan(20);
    }
    expect(await history(page)).toHaveLength(ACT_NAMES.length);
    expect(await page.getByRole('alert').count()).toBe(0);
    await page.context().close();
  });
});

describe('time that passes', () => {
  const WEAK = `scenario=${encodeURIComponent(
    JSON.stringify({
      version: 1,
      patient: { ageYears: 72, sex: 'female', heightCm: 160, massKg: 60, tScore: -4 },
      events: [],
    }),
  )}`;

  it('wears a weak spine, by keyboard: in words, figures, history and address', async () => {
    const page = await open(TABLET, WEAK);
    const before = await read(page, 'kyphosis-deg');
    const months = slider(page, 'Months');
    await months.focus();
    for (let step = 0; step < 4; step++) await page.keyboard.press('ArrowRight');
    expect(await months.getAttribute('aria-valuetext')).toBe('24 months');
    await button(page, 'Let time pass').focus();
    await page.keyboard.press('Enter');
    await settle(page, 'playing', 'ready');
    await toEnd(page);
    expect(await history(page)).toEqual([expect.stringMatching(/^lived on for 2 years/)]);
    expect(await page.getByRole('status').textContent()).toMatch(
      /^After 2 years of everyday bending, [TL]\d+ is the most sunken: its front has lost \d+\.\d % of its height\. The T-score /,
    );
    expect(await read(page, 'kyphosis-deg')).toBeGreaterThan(before);
    expect(await read(page, 'height-loss-mm')).toBeGreaterThan(0);
    expect(await eventsOf(page, 1)).toEqual([{ type: 'time', months: 24 }]);
    await button(page, 'Undo').click();
    await settle(page, 'ready');
    expect(await read(page, 'kyphosis-deg')).toBe(before);
    await page.context().close();
  });

  it('leaves a strong one as it was, by touch', async () => {
    const page = await open(PHONE, WEAK.replace('-4', '1'));
    await touchAt(page, slider(page, 'Months'), 1);
    expect(await slider(page, 'Months').inputValue()).toBe('60');
    await button(page, 'Let time pass').tap();
    await settle(page, 'playing', 'ready');
    await toEnd(page);
    expect(await page.getByRole('status').textContent()).toMatch(
      /^After 5 years of everyday bending, no bone has sunk\. The T-score went from 1\.0 to /,
    );
    await page.context().close();
  });
});

describe('with all acts open', () => {
  let page: Page;
  beforeAll(async () => {
    page = await open(TABLET);
    await button(page, 'More acts').click();
    await button(page, 'Hold a box').click();
    await slider(page, 'Weight').waitFor();
  });
  afterAll(() => page.context().close());

  it.each([
    ['tablet', 1180, 820],
    ['phone', 390, 844],
    ['wall', 1920, 1080],
  ])('fingers hit each, and nothing overflows: %s', async (_, width, height) => {
    await page.setViewportSize({ width, height });
    const faults = await page
      .locator('.acts')
      .locator('button, select, input')
      .evaluateAll((elements) => {
        const panel = document.querySelector('.acts')!.getBoundingClientRect();
        return elements
          .map((element) => ({ element, box: element.getBoundingClientRect() }))
          .filter(
            ({ element, box }) =>
              box.width < 44 ||
              box.height < 44 ||
              box.left < panel.left - 12 ||
              box.right > panel.right + 12 ||
              element.scrollWidth > element.clientWidth + 1,
          )
          .map(({ element }) => element.textContent || element.id);
      });
    expect(faults).toEqual([]);
    const size = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(size).toBe(width);
  });

  it('complained of nothing', () => {
    expect(complaints).toEqual([]);
  });
});
