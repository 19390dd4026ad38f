import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchUndrawn } from '../browser/chrome.ts';
import { settle } from '../browser/page.ts';

// The reader itself has its table in test/panels/readNumber.test.ts; here is what the fields make of it.

let browser: Browser;
beforeAll(async () => {
  browser = await launchUndrawn();
});
afterAll(async () => {
  await browser?.close();
});

async function open(lang: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1180, height: 820 }, reducedMotion: 'reduce' });
  await page.goto(`${inject('baseUrl')}?quality=low&lang=${lang}`);
  await page.locator('.readouts dd').first().waitFor();
  await settle(page, 'ready');
  return page;
}

/** Fields of the patient's sheet from the first on: age, height, weight, T-score. */
const field = (page: Page, n: number) => page.locator('.number-box input').nth(n);
const problem = (page: Page, n: number) => page.locator('.number').nth(n).locator('.problem');
const [AGE, HEIGHT, MASS, T_SCORE] = [0, 1, 2, 3] as const;

describe.each(['en', 'de', 'ar'])('in the patient’s sheet in %s', (lang) => {
  it('what is typed is the number that it means, or stays and is said to be none', async () => {
    const page = await open(lang);
    await page.locator('.patient-button').click();
    await field(page, T_SCORE).waitFor();
    const decimal = lang === 'de' ? ',' : '.';
    const type = async (n: number, text: string) => {
      await field(page, n).fill(text);
      await field(page, n).blur();
      return (await field(page, n).inputValue()).replace(/[\u200e\u061c]/g, '');
    };
    for (const [n, text, shown] of [
      [T_SCORE, '-0,5', `-0${decimal}5`],
      [T_SCORE, '-0.5', `-0${decimal}5`],
      [T_SCORE, '−2,5', `-2${decimal}5`],
      [T_SCORE, 'T −٣٫٥', `-3${decimal}5`],
      [T_SCORE, '-2.55', `-2${decimal}55`],
      [MASS, '65,5', `65${decimal}5`],
      [MASS, '６５．５ kg', `65${decimal}5`],
      [HEIGHT, '1,65', '165'],
      [HEIGHT, '165 cm', '165'],
      [AGE, '۷۲', '72'],
    ] as const) {
      expect([text, await type(n, text)]).toEqual([text, shown]);
      expect([text, await problem(page, n).count()]).toEqual([text, 0]);
    }
    for (const [n, text] of [
      [T_SCORE, 'T12'],
      [T_SCORE, '-2.5 -3'],
      [MASS, '65 70'],
      [HEIGHT, '165 kg'],
      [AGE, '1e2'],
    ] as const) {
      expect([text, await type(n, text)]).toEqual([text, text]);
      expect(await problem(page, n).textContent()).toContain(text);
    }
    // nothing is applied while one is wrong; a tap beside a field corrects nothing by itself
    await page.locator('.sheet-foot .main').click();
    await expect
      .poll(() => field(page, AGE).evaluate((input) => input === document.activeElement))
      .toBe(true);
    for (const [n, text] of [
      [AGE, '72'],
      [HEIGHT, '1m60'],
      [MASS, '132 lb'],
      [T_SCORE, '−2,5'],
    ] as const)
      await field(page, n).fill(text);
    await field(page, T_SCORE).press('Enter');
    await page.locator('.sheet-foot').waitFor({ state: 'detached' });
    await settle(page, 'ready');
    expect(await page.locator('[data-reading="t-score"]').getAttribute('data-value')).toBe('-2.5');
    expect((await page.locator('.patient-button').textContent())!.replace(/[\u2068\u2069]/g, '')).toMatch(
      /72.*160.*60/,
    );
    await page.close();
  });
});

it('the laboratory takes a number in the same ways, and changes none to another', async () => {
  const page = await open('en');
  await page.getByRole('button', { name: 'Expert lab' }).click();
  const input = page.locator('.lab input[type="text"]').first();
  await input.waitFor();
  const key = await input.getAttribute('id');
  const stored = () => page.evaluate(() => decodeURIComponent(location.hash + location.search));
  const [, min, max] = /([\d.−-]+)–([\d.]+)/.exec(
    (await page.locator('.lab-sources tbody tr').first().locator('td').nth(1).textContent())!,
  )!;
  const middle = Number(((Number(min) * 2 + Number(max)) / 3).toPrecision(2));
  const before = await stored();
  await input.fill(String(middle).replace('.', ','));
  await input.press('Enter');
  await input.blur();
  await expect.poll(async () => Number(await input.inputValue())).toBeCloseTo(middle, 2);
  await settle(page, 'ready');
  // the address follows a moment later
  await expect.poll(stored).not.toBe(before);
  const after = await stored();
  for (const text of [`${Number(max) + 1}`, '12abc', '1 2', '2*3']) {
    await input.fill(text);
    await input.blur();
    expect([key, await input.inputValue()]).toEqual([key, text]);
    await expect.poll(() => page.locator('.lab .problem').textContent()).not.toBe('');
    expect(await stored()).toBe(after);
  }
  await page.close();
});
