import type { Browser, Page } from 'playwright-core';
import { expect, inject } from 'vitest';
import { SECTIONS, type SectionName } from '../../src/modes/helps/sections.ts';
import { findSmallTargets } from '../browser/axe.ts';
import { settle } from '../browser/page.ts';
import { readTexts, type Written } from '../i18n/locales.ts';
import { MUST_SAY } from '../modes/mustSay.ts';

const HER = encodeURIComponent(
  JSON.stringify({
    version: 1,
    patient: {
      ageYears: 74,
      sex: 'female',
      heightCm: 158,
      massKg: 58,
      tScore: -3.1,
      knownFractures: [{ level: 'T12', shape: 'wedge', genantGrade: 1 }],
    },
    events: [],
  }),
);

/** What the pages of the tests complained of. */
export const complaints: string[] = [];

export async function open(browser: Browser, query: string, width = 1180, height = 820): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height }, reducedMotion: 'reduce' });
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.goto(`${inject('baseUrl')}?quality=low&${query}`);
  await settle(page, 'ready');
  return page;
}
export const parts = (page: Page) => page.locator('.clinic-screens button');
/** What helps, in a visit with her. */
export async function openHelps(
  browser: Browser,
  query = 'theme=light',
  width?: number,
  height?: number,
): Promise<Page> {
  const page = await open(browser, `mode=clinic&${query}&scenario=${HER}`, width, height);
  await parts(page).nth(2).click();
  await page.locator('.helps').waitFor();
  return page;
}
export const look = async (page: Page, section: SectionName) => {
  await page.locator('.helps-contents li button').nth(SECTIONS.indexOf(section)).click();
  await page.locator(`.helps[data-section="${section}"]`).waitFor();
};
export const choose = (page: Page, drug: string) =>
  page.locator('.drugs-names').getByText(drug, { exact: true }).click();

/** What a text leaves when it is filled in: its longest piece without a gap. */
const getPiece = (text: string): string =>
  text
    .replace(/\{\w+, select,.*?\}\}/gs, '{}')
    .split(/\{\w*\}/)
    .reduce((longest, piece) => (piece.trim().length > longest.length ? piece.trim() : longest), '');

/** All that must be said right is on the page. */
export async function expectSaid(browser: Browser, lang: Written): Promise<void> {
  const texts = readTexts(lang, 'helps');
  const page = await openHelps(browser, `lang=${lang}`);
  const shown: Partial<Record<SectionName, string>> = {};
  for (const section of SECTIONS) {
    await look(page, section);
    if (section === 'medicine') await choose(page, texts['drug.alendronate']!);
    shown[section] = ((await page.locator('.helps').textContent()) ?? '').replace(/[\u2068\u2069]/g, '');
  }
  for (const { what, said } of MUST_SAY)
    for (const [section, ...keys] of said)
      for (const key of keys) expect(shown[section], `${what}: ${key}`).toContain(getPiece(texts[key]!));
  await page.close();
}

/** Nothing is cut off, and a finger hits every target. */
export async function expectFits(browser: Browser, width: number, height: number): Promise<void> {
  for (const lang of ['en', 'ar'] as const) {
    const page = await openHelps(
      browser,
      `lang=${lang}&theme=${lang === 'en' ? 'light' : 'dark'}`,
      width,
      height,
    );
    for (const section of SECTIONS) {
      await look(page, section);
      const wide = await page.evaluate(() =>
        [
          document.documentElement,
          ...document.querySelectorAll('.page, .panel, .helps-desk, .helps, .helps *'),
        ]
          .filter((element) => element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1)
          .map((element) => `${element.tagName} ${element.className}`),
      );
      expect(wide, `${lang} ${section}`).toEqual([]);
    }
    expect(await findSmallTargets(page, 44)).toEqual([]);
    await page.close();
  }
}

/** Pages of a PDF. */
const countPages = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;

/** The page that is taken home has one side for her and one for her doctor, on white. */
export async function expectSheet(browser: Browser, lang: Written): Promise<void> {
  const page = await open(browser, `mode=clinic&theme=dark&lang=${lang}&scenario=${HER}`);
  await parts(page).nth(4).click();
  // the acts of a day are computed first
  await page.locator('.paper-day').waitFor({ timeout: 200_000 });
  await page.locator('.paper-spine').waitFor();
  for (const format of ['A4', 'Letter'])
    expect(countPages(await page.pdf({ format, printBackground: true })), format).toBe(2);
  await page.emulateMedia({ media: 'print' });
  const sheet = await page.evaluate(() => {
    const { colorScheme, backgroundColor } = getComputedStyle(document.documentElement);
    return [colorScheme, backgroundColor];
  });
  expect(sheet).toEqual(['light', 'rgb(255, 255, 255)']);
  // a label lies within its picture
  const isInside = await page.locator('.paper-spine').evaluate((svg) => {
    const frame = svg.getBoundingClientRect();
    return [...svg.querySelectorAll('text')].map((text) => {
      const { left, right, top, bottom } = text.getBoundingClientRect();
      return left >= frame.left && right <= frame.right && top >= frame.top && bottom <= frame.bottom;
    });
  });
  expect(isInside).toEqual([true]);
  const sizes = await page
    .locator('.paper-sources li')
    .evaluateAll((items) => items.map((item) => Number.parseFloat(getComputedStyle(item).fontSize)));
  // nine points
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(12);
  await page.close();
}
