import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { launchUndrawn } from '../browser/chrome.ts';
import { act, button, settle } from '../browser/page.ts';
import { measureContrasts, type Way } from '../browser/pixels.ts';

// What a reader's own colours, and a printer that leaves out grounds, take away: what is drawn is looked at in its pixels.

/** Least contrast of what is no text, and of text (WCAG 2.2, 1.4.11 and 1.4.3). */
const SHAPE = 3;
const TEXT = 4.5;

let browser: Browser;
beforeAll(async () => {
  browser = await launchUndrawn();
});
afterAll(async () => {
  await browser?.close();
});

const PATIENT = { ageYears: 75, sex: 'female', heightCm: 158, massKg: 58, tScore: -3.5 };
const QUERY = `scenario=${encodeURIComponent(JSON.stringify({ version: 1, patient: PATIENT, events: [] }))}`;
async function open(query: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1800, height: 1700 }, reducedMotion: 'reduce' });
  await page.goto(`${inject('baseUrl')}?quality=low&lang=en&${query}`);
  await settle(page, 'ready');
  return page;
}

/** Runs in the page: leaves out the grounds of all that does not insist on them, as a browser does on paper. */
function leaveOutGrounds(): void {
  for (const element of document.querySelectorAll<HTMLElement>('*'))
    if (getComputedStyle(element).printColorAdjust !== 'exact')
      element.style.setProperty('background', 'none', 'important');
}

/** Ways over what is drawn with grounds and borders, from the ground beside each. */
const findWays = (page: Page): Promise<Way[]> =>
  page.evaluate(() => {
    const ways: Way[] = [];
    const isInView = ({ top, bottom, width }: DOMRect) => width > 0 && top > 4 && bottom < innerHeight - 4;
    const each = (selector: string, see: (box: DOMRect) => Pick<Way, 'from' | 'to'>) => {
      for (const [n, element] of document.querySelectorAll(selector).entries()) {
        const box = element.getBoundingClientRect();
        if (isInView(box)) ways.push({ name: `${selector} ${n}`, ...see(box) });
      }
    };
    // beyond its end, and off the thin line that it lies on
    each('.bar-load', ({ left, right, top, height }) => {
      const y = top + height / 2 - 4;
      return { from: { x: right + 3, y }, to: { x: (left + right) / 2, y } };
    });
    each('.bar-strength', ({ left, top, height }) => {
      const y = top + height / 2 - 5;
      return { from: { x: left - 4, y }, to: { x: left + 1, y } };
    });
    for (const share of [0.03, 0.97])
      each('.range input', ({ left, width, top, height }) => {
        const x = left + share * width;
        return { from: { x, y: top + height / 2 - 11 }, to: { x, y: top + height / 2 } };
      });
    each('.legend-bar', ({ left, width, top, height }) => {
      const x = left + 0.06 * width;
      return { from: { x, y: top - 4 }, to: { x, y: top + height / 2 } };
    });
    each('.daily-bar > span', ({ left, top, height }) => {
      const x = left + 1;
      return { from: { x, y: top - 3 }, to: { x, y: top + height / 2 } };
    });
    return ways;
  });

async function expectShapes(page: Page, least: number): Promise<void> {
  const ways = await findWays(page);
  expect(ways.length).toBeGreaterThanOrEqual(least);
  const contrasts = await measureContrasts(page, ways);
  expect(Object.entries(contrasts).filter(([, contrast]) => contrast < SHAPE)).toEqual([]);
}

/** Texts that would be pale on white paper. */
const findPale = (page: Page): Promise<string[]> =>
  page.evaluate((least) => {
    const luminance = (colour: string) => {
      const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;
      context.fillStyle = '#fff';
      context.fillRect(0, 0, 1, 1);
      context.fillStyle = colour;
      context.fillRect(0, 0, 1, 1);
      const [r, g, b] = [...context.getImageData(0, 0, 1, 1).data].map((value) => {
        const share = value / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
    };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const pale = new Set<string>();
    while (walker.nextNode()) {
      const element = walker.currentNode.parentElement!;
      const text = walker.currentNode.textContent!.trim();
      const style = getComputedStyle(element);
      const isSeen = element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
      if (!text || !isSeen || element.closest('option, .unseen, :disabled')) continue;
      if (1.05 / (luminance(style.color) + 0.05) < least) pale.add(`${style.color} ${text.slice(0, 30)}`);
    }
    return [...pale];
  }, TEXT);

it('with forced colours bars, marks, tracks and scales are seen, dark and light', async () => {
  const page = await open(QUERY);
  await act(page, 'Lift');
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ forcedColors: 'active', colorScheme });
    await expectShapes(page, 40);
  }
  await page.close();
});

it.each(['dark', 'light'])(
  'on paper without grounds bars, marks, tracks, scales and words are seen: %s',
  async (theme) => {
    const page = await open(`theme=${theme}&${QUERY}`);
    await act(page, 'Lift');
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(leaveOutGrounds);
    await expectShapes(page, 40);
    expect(await findPale(page)).toEqual([]);
    await page.close();
  },
);

it('bars of a day are seen with forced colours, and on paper without grounds', async () => {
  const page = await open(`mode=story&step=3&theme=dark&${QUERY}`);
  await page.locator('.daily-bar').first().waitFor();
  await settle(page, 'ready');
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ forcedColors: 'active', colorScheme });
    await expectShapes(page, 8);
  }
  await page.emulateMedia({ forcedColors: 'none', media: 'print' });
  await page.evaluate(leaveOutGrounds);
  await expectShapes(page, 8);
  await page.close();
});

it('the page to take home is read on paper', async () => {
  const page = await open('mode=clinic&theme=dark');
  await button(page, 'Use this patient').click();
  await button(page, 'Handout').click();
  await page.locator('.paper-spine').waitFor();
  await settle(page, 'ready');
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(leaveOutGrounds);
  expect(await findPale(page)).toEqual([]);
  await page.close();
});

it.each(['story', 'quiz', 'kiosk'])('words of the %s are read on paper', async (mode) => {
  const page = await open(`mode=${mode}&theme=dark&${QUERY}`);
  await page.locator(`.page[data-mode="${mode}"]`).waitFor();
  await page.emulateMedia({ media: 'print' });
  expect(await findPale(page)).toEqual([]);
  await page.close();
});
