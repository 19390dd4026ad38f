import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { DEFAULT_SCENARIO } from '../../src/runtime/session/session.ts';
import { launchUndrawn } from '../browser/chrome.ts';
import { button, read, settle } from '../browser/page.ts';
import { OTHERS } from '../i18n/locales.ts';

const SIZES = [
  ['tablet', 1180, 820],
  ['phone', 390, 844],
  ['wall', 1920, 1080],
] as const;
/** A back that breaks in a lift. */
const LIFTED = JSON.stringify({
  ...DEFAULT_SCENARIO,
  patient: { ...DEFAULT_SCENARIO.patient, tScore: -3.5 },
  events: [{ type: 'activity', name: 'lift' }],
});

let browser: Browser;
beforeAll(async () => {
  browser = await launchUndrawn();
});
afterAll(async () => {
  await browser?.close();
});

async function open(query: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1180, height: 820 }, reducedMotion: 'reduce' });
  await page.goto(`${inject('baseUrl')}?${query}&quality=low&scenario=${encodeURIComponent(LIFTED)}`);
  await settle(page, 'ready');
  return page;
}

/** Texts wider than the box that they stand in, or beyond the page's edges. A picker cuts its own line; its list shows the whole. */
const findClipped = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [
      ...document.querySelectorAll<HTMLElement>(
        '.page :is(button, label, h1, h2, h3, p, dt, dd, caption, li, footer, span)',
      ),
    ]
      .filter((element) => {
        // labels in the picture have their own test, of where they are put
        if (element.closest('.unseen, [hidden], .stage-labels')) return false;
        const { left, right, width } = element.getBoundingClientRect();
        const isWider = element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1;
        return width > 0 && (isWider || left < -1 || right > innerWidth + 1);
      })
      .map((element) => `${element.tagName} ${element.className}: ${element.textContent}`),
  );

/** Nothing is cut off, neither at first nor with what opens in the panel; what was opened is closed again. */
async function expectRoom(page: Page): Promise<void> {
  const more = page.locator('.act-more button');
  for (const open of [null, 0, 1]) {
    if (open !== null) {
      // by key: a click waits for frames, which are slow here
      await more.nth(open).press('Enter');
      await page.locator(['#acts-further', '#acts-detail'][open]!).waitFor();
    }
    expect(await findClipped(page)).toEqual([]);
    const wide = await page.evaluate(() =>
      [document.documentElement, ...document.querySelectorAll('.page, .panel')]
        .filter((element) => element.scrollWidth > element.clientWidth)
        .map((element) => element.className),
    );
    expect(wide).toEqual([]);
  }
  // only one is open at a time
  await more.nth(1).press('Enter');
  await page.locator('#acts-detail').waitFor({ state: 'hidden' });
}

describe('Arabic', () => {
  let page: Page;
  beforeAll(async () => {
    page = await open('lang=ar');
  });
  afterAll(() => page.close());

  it.each(SIZES)('runs from right to left, and nothing leaves the page: %s', async (_, width, height) => {
    await page.setViewportSize({ width, height });
    const { lang, dir } = await page.evaluate(() => {
      const { lang, dir } = document.documentElement;
      return { lang, dir };
    });
    expect([lang, dir]).toEqual(['ar', 'rtl']);
    // the panel stands where reading ends, the load bars grow from where it begins
    const box = await page.evaluate(() => {
      const of = (name: string) => document.querySelector(name)!.getBoundingClientRect();
      return { panel: of('.panel').left, bar: of('.bar').right, load: of('.bar-load').right };
    });
    expect(box.panel).toBe(0);
    expect(Math.abs(box.bar - box.load)).toBeLessThan(1);
    await expectRoom(page);
  });

  it('turns the density the way it is read, under the finger too', async () => {
    await page.setViewportSize({ width: 1180, height: 820 });
    // what was opened before has scrolled it under the results
    await page.locator('.panel').evaluate((panel) => panel.scrollTo(0, 0));
    const density = page.locator('.density input');
    const { x, y, width, height } = (await density.boundingBox())!;
    await page.mouse.click(x + 0.1 * width, y + height / 2);
    await settle(page, 'ready');
    // the far side of an Arabic line is its end: strong
    expect(await read(page, 't-score')).toBeGreaterThan(0);
  });
});

describe('doubled strings', () => {
  let page: Page;
  beforeAll(async () => {
    page = await open('lang=stress');
  });
  afterAll(() => page.close());

  it.each(SIZES)('are nowhere cut off: %s', async (_, width, height) => {
    await page.setViewportSize({ width, height });
    expect(await page.locator('.panel h1').textContent()).toBe('[Columna Columna]');
    await expectRoom(page);
  });

  it('would be found if they were', async () => {
    await page.addStyleTag({ content: '.act-row .press { max-width: 3rem; overflow: hidden }' });
    expect((await findClipped(page)).length).toBeGreaterThan(0);
  });
});

describe('every language', () => {
  it('has room for its words, the clinic’s as well', async () => {
    const page = await open('');
    const languages = page.locator('.masthead select');
    for (const lang of OTHERS) {
      await languages.selectOption(lang);
      for (const register of ['clinical', 'plain']) {
        await page.locator('.manner select').first().selectOption(register);
        await page.waitForURL(
          new RegExp(`lang=${lang}.*register=${register}|register=${register}.*lang=${lang}`),
        );
        expect(await findClipped(page), `${lang}, ${register}`).toEqual([]);
      }
    }
    await page.close();
  });
});

describe('units', () => {
  it('are inches and pounds where asked for; the figures behind them stay metric', async () => {
    const metric = await open('units=metric');
    const lostMm = await read(metric, 'height-loss-mm');
    expect(await metric.locator('[data-reading="height-loss-mm"]').textContent()).toMatch(/mm$/);
    await metric.close();
    const imperial = await open('units=imperial');
    expect(await read(imperial, 'height-loss-mm')).toBe(lostMm);
    expect(await imperial.locator('[data-reading="height-loss-mm"]').textContent()).toBe(
      `${(lostMm / 25.4).toFixed(2)} in`,
    );
    expect(await imperial.locator('.timeline').textContent()).toContain('22 lb');
    await imperial.close();
  });
});

describe('by hand, at run time', () => {
  it('the language changes, and its words and the address with it; the scenario stays', async () => {
    const page = await open('');
    const lost = await read(page, 'height-loss-mm');
    await page.getByLabel('Language').selectOption('es');
    await button(page, 'Deshacer').waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('es');
    expect(await page.getByRole('status').textContent()).toMatch(/cedió/);
    expect(await read(page, 'height-loss-mm')).toBe(lost);
    await page.waitForURL(/lang=es/);
    // the clinic's words, in the language at hand
    await page.getByLabel('Lenguaje').selectOption('clinical');
    await page.getByText('Cifosis').first().waitFor();
    await page.waitForURL(/register=clinical/);
    await page.getByLabel('Unidades').selectOption('imperial');
    await page.waitForURL(/units=imperial/);
    // the link that is now in the address carries it all
    await page.reload();
    await settle(page, 'ready');
    await page.getByText('Cifosis').first().waitFor();
    expect(await read(page, 'height-loss-mm')).toBe(lost);
    await page.close();
  });

  it('an unknown language is English, and none asked for is the reader’s own', async () => {
    const context = await browser.newContext({ locale: 'de-AT' });
    const page = await context.newPage();
    const langOf = () => page.evaluate(() => document.documentElement.lang);
    await page.goto(inject('baseUrl'));
    await settle(page, 'ready');
    expect(await langOf()).toBe('de');
    await page.goto(`${inject('baseUrl')}?lang=tlh`);
    await settle(page, 'ready');
    expect(await langOf()).toBe('en');
    await context.close();
  });
});
