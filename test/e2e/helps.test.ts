import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBarriers } from '../browser/axe.ts';
import { launchUndrawn } from '../browser/chrome.ts';
import { button } from '../browser/page.ts';
import {
  choose,
  complaints,
  expectFits,
  expectSaid,
  expectSheet,
  look,
  open,
  openHelps,
  parts,
} from './helps.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchUndrawn();
});
afterAll(async () => {
  await browser?.close();
});

it('says in English what must be said right', () => expectSaid(browser, 'en'));

describe('a picture of a hundred people', () => {
  let page: Page;
  beforeAll(async () => {
    page = await openHelps(browser, 'lang=en');
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
  it('fits a phone, and a finger hits it', () => expectFits(browser, 390, 844));
  it('has nothing that axe finds, in either theme', async () => {
    for (const theme of ['light', 'dark']) {
      const page = await openHelps(browser, `theme=${theme}`);
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
    const page = await openHelps(browser, 'lang=en');
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
    const page = await open(browser, 'lang=en');
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
    const page = await open(browser, 'mode=story&lang=en&step=8');
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

it('has one side for her and one for her doctor on the page that is taken home, on white', () =>
  expectSheet(browser, 'en'));

it('complains of nothing', () => {
  expect(complaints).toEqual([]);
});
