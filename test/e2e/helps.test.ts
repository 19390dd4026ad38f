import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { SECTIONS, type SectionName } from '../../src/modes/helps/sections.ts';
import { findBarriers, findSmallTargets } from '../browser/axe.ts';
import { launchUndrawn } from '../browser/chrome.ts';
import { button, settle } from '../browser/page.ts';
import { readTexts, type Written } from '../i18n/locales.ts';
import { MUST_SAY } from '../modes/mustSay.ts';

const SIZES = [
  ['tablet', 1180, 820],
  ['upright', 820, 1180],
  ['phone', 390, 844],
  ['wall', 1920, 1080],
] as const;
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

let browser: Browser;
const complaints: string[] = [];
beforeAll(async () => {
  browser = await launchUndrawn();
});
afterAll(async () => {
  await browser?.close();
});

async function open(query: string, width = 1180, height = 820): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height }, reducedMotion: 'reduce' });
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.goto(`${inject('baseUrl')}?quality=low&${query}`);
  await settle(page, 'ready');
  return page;
}
const parts = (page: Page) => page.locator('.clinic-screens button');
/** What helps, in a visit with her. */
async function openHelps(query = 'theme=light', width?: number, height?: number): Promise<Page> {
  const page = await open(`mode=clinic&${query}&scenario=${HER}`, width, height);
  await parts(page).nth(2).click();
  await page.locator('.helps').waitFor();
  return page;
}
const look = async (page: Page, section: SectionName) => {
  await page.locator('.helps-contents li button').nth(SECTIONS.indexOf(section)).click();
  await page.locator(`.helps[data-section="${section}"]`).waitFor();
};
const choose = (page: Page, drug: string) =>
  page.locator('.drugs-names').getByText(drug, { exact: true }).click();

/** What a text leaves when it is filled in: its longest piece without a gap. */
const getPiece = (text: string): string =>
  text
    .replace(/\{\w+, select,.*?\}\}/gs, '{}')
    .split(/\{\w*\}/)
    .reduce((longest, piece) => (piece.trim().length > longest.length ? piece.trim() : longest), '');

describe('what must be said right', () => {
  it.each(['en', 'de', 'ar'] as const)('is on the page: %s', async (lang: Written) => {
    const texts = readTexts(lang, 'helps');
    const page = await openHelps(`lang=${lang}`);
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
  });
});

describe('a picture of a hundred people', () => {
  let page: Page;
  beforeAll(async () => {
    page = await openHelps('lang=en');
    await look(page, 'medicine');
  });
  afterAll(() => page.close());
  const pictures = () => page.locator('.icon-array > svg');
  const count = (n: number, fate: string) =>
    pictures().nth(n).locator(`g.person[data-fate="${fate}"]`).count();

  it('begins with no drug, and then says in figures, words and for those who do not see it what one spares', async () => {
    expect(await page.locator('.drugs').textContent()).toContain(
      'Of 100 such women, 15 get a new break with no drug.',
    );
    await choose(page, 'Alendronate');
    expect([await count(0, 'whole'), await count(0, 'changed'), await count(0, 'anyway')]).toEqual([
      85, 7, 8,
    ]);
    expect(await pictures().first().getAttribute('aria-label')).toBe(
      'New breaks in the back, within 3 years: 85 do not break a bone, drug or not; 7 are spared by the drug; 8 break a bone even so',
    );
    const told = await page.locator('.drugs').textContent();
    for (const text of [
      '15 get a new break with no drug, and 8 with it',
      '7 fewer, or 47 % less',
      '5 to 9',
      'FIT 1',
    ])
      expect(told).toContain(text);
    await page.getByRole('button', { name: /no break in the back$/ }).click();
    expect([await count(0, 'whole'), await count(0, 'changed'), await count(0, 'anyway')]).toEqual([
      96, 2, 2,
    ]);
  });
  it('draws harm in the same size, of ten thousand where it is rare', async () => {
    await button(page, 'A rare break of the thigh').click();
    const [good, harm] = await Promise.all([0, 1].map((n) => pictures().nth(n).boundingBox()));
    expect([harm!.width, harm!.height]).toEqual([good!.width, good!.height]);
    expect(await pictures().nth(1).locator('.point').count()).toBe(2);
    expect(await pictures().nth(1).getAttribute('aria-label')).toContain('9,998 do not have it');
  });
  it('stretches no trial to three years', async () => {
    await choose(page, 'Teriparatide');
    expect(await pictures().count()).toBe(1);
    expect(await page.locator('.drugs').textContent()).toContain('its trial took 21 months');
  });
  it('says at every drug that denosumab is not stopped', async () => {
    for (const drug of ['Denosumab', 'Hormones']) {
      await choose(page, drug);
      expect(await page.locator('.helps').textContent()).toContain('Do not stop denosumab, or take it late');
    }
  });
  it('keeps its three states apart with forced colours', async () => {
    await choose(page, 'Raloxifene');
    await page.emulateMedia({ forcedColors: 'active' });
    const fills = await pictures()
      .first()
      .evaluate((svg) =>
        ['whole', 'changed', 'anyway'].map((fate) => {
          const person = svg.querySelector(`g.person[data-fate="${fate}"]`)!;
          const { fill, stroke } = getComputedStyle(person);
          return `${fill} ${stroke} ${person.querySelectorAll('.person-ring').length}`;
        }),
      );
    expect(new Set(fills).size).toBe(3);
    await page.emulateMedia({ forcedColors: 'none' });
  });
});

describe('everywhere', () => {
  it.each(SIZES)('fits, and a finger hits it: %s', async (_, width, height) => {
    for (const lang of ['en', 'ar'] as const) {
      const page = await openHelps(`lang=${lang}&theme=${lang === 'en' ? 'light' : 'dark'}`, width, height);
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
  });
  it('has nothing that axe finds, in either theme', async () => {
    for (const theme of ['light', 'dark']) {
      const page = await openHelps(`theme=${theme}`);
      for (const section of ['hurt', 'stop', 'cement', 'medicine', 'guides'] as const) {
        await look(page, section);
        if (section === 'medicine') await choose(page, 'Zoledronate');
        expect(await findBarriers(page), `${theme} ${section}`).toEqual([]);
      }
      await parts(page).nth(4).click();
      await page.locator('.paper').waitFor();
      expect(await findBarriers(page), `${theme} handout`).toEqual([]);
      await page.close();
    }
  });
  it('goes by keyboard from question to question', async () => {
    const page = await openHelps('lang=en');
    const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
    for (let n = 0; n < 40 && !/^May I bend/.test(await focused()); n++) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.locator('.helps[data-section="move"]').waitFor();
    expect(await focused()).toBe('May I bend and lift?');
    // from the heading on through the answer
    for (let n = 0; n < 5 && !/^Next: /.test(await focused()); n++) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.locator('.helps[data-section="ease"]').waitFor();
    await page.close();
  });
  it('is fetched only when it is asked for', async () => {
    const page = await open('lang=en');
    const fetched = () =>
      page.evaluate(() =>
        performance
          .getEntriesByType('resource')
          .map(({ name }) => name)
          .filter((name) => /\/(Helps|Contents|Handout|helps|handout)-/i.test(name)),
      );
    expect(await fetched()).toEqual([]);
    await button(page, 'Story').click();
    await page.locator('.story-step').waitFor();
    expect(await fetched()).toEqual([]);
    await page.close();
  });
});

describe('the story', () => {
  it('ends on ways on: what helps, the handout, questions to ask, and own figures', async () => {
    const page = await open('mode=story&lang=en&step=8');
    await page.locator('.story-step[data-step="protect"]').waitFor();
    await button(page, 'Questions for my visit').click();
    await page.locator('.helps[data-section="visit"]').waitFor();
    await button(page, 'A page to take home').click();
    await page.locator('.paper-day').waitFor();
    expect(await page.locator('.paper-told').textContent()).toContain('A sample person');
    await button(page, 'What helps, and what people ask').click();
    await page.locator('.helps').waitFor();
    await button(page, 'Back to the story').click();
    await page.locator('.story-step[data-step="protect"]').waitFor();
    await page.locator('.story-on').getByText('Use my own figures').click();
    await page.getByRole('textbox', { name: 'Age, years' }).waitFor();
    await page.close();
  });
});

/** Pages of a PDF. */
const countPages = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;

describe('the page that is taken home', () => {
  it.each(['en', 'de', 'fr', 'es', 'pt-BR', 'ar', 'zh-Hans'] as const)(
    'has one side for her and one for her doctor, on white: %s',
    async (lang) => {
      const page = await open(`mode=clinic&theme=dark&lang=${lang}&scenario=${HER}`);
      await parts(page).nth(4).click();
      await page.locator('.paper-day').waitFor();
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
    },
  );
});

it('complains of nothing', () => {
  expect(complaints).toEqual([]);
});
