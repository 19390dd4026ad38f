import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchUndrawn } from '../browser/chrome.ts';
import { button, settle, toEnd } from '../browser/page.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchUndrawn();
});
afterAll(async () => {
  await browser?.close();
});

async function open(hasTouch: boolean, query = 'mode=clinic&quality=low'): Promise<Page> {
  const context = await browser.newContext({
    serviceWorkers: 'allow',
    viewport: { width: 1180, height: 820 },
    hasTouch,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.goto(`${inject('baseUrl')}?${query}`);
  await settle(page, 'ready');
  return page;
}
const field = (page: Page, name: string) => page.getByRole('textbox', { name });

/** All that outlives the moment: address, history, storage, caches and databases. */
const readTraces = (page: Page) =>
  page.evaluate(async () => ({
    address: location.href,
    state: history.state as unknown,
    session: JSON.stringify({ ...sessionStorage }),
    local: JSON.stringify({ ...localStorage }),
    cookies: document.cookie,
    databases: (await indexedDB.databases()).map(({ name }) => name),
    cached: (
      await Promise.all(
        (
          await caches.keys()
        ).map(async (key) => (await (await caches.open(key)).keys()).map(({ url }) => url)),
      )
    ).flat(),
  }));
type Traces = Awaited<ReturnType<typeof readTraces>>;

/** Nothing of the visit is in them. */
function expectNothing(traces: Traces): void {
  expect(traces).toMatchObject({ state: null, session: '{}', local: '{}', cookies: '', databases: [] });
  expect(traces.address).not.toMatch(/scenario|#|79|step/);
  expect(traces.cached.filter((url) => /[?&#](?!__WB_REVISION__)/.test(url))).toEqual([]);
}

/** Pages of a PDF. */
const countPages = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;

describe('by touch', () => {
  it('fills in a patient, tells the story, tries an act, prints, and ends with nothing left', async () => {
    const page = await open(true);
    await field(page, 'Age, years').fill('79');
    await field(page, 'T-score of the lower back').fill('-3.2');
    await button(page, 'Add a fracture').tap();
    await button(page, 'Use this patient').tap();
    await page.getByText(/Woman, 79, .*broken before: T12/).waitFor();
    await page.locator('.story-step[data-step="healthy"]').waitFor();
    expect((await readTraces(page)).address).not.toContain('scenario');

    await button(page, 'Acts').tap();
    await settle(page, 'ready');
    await button(page, 'Bend').tap();
    await settle(page, 'playing', 'paused', 'ready');
    await toEnd(page);
    // a reload loses nothing
    await page.reload();
    await page
      .locator('.timeline')
      .getByText(/bent 60°/)
      .waitFor();

    await button(page, 'Handout').tap();
    const print = button(page, 'Print or save as PDF');
    await expect.poll(() => print.isEnabled()).toBe(true);
    await page.locator('.paper-spine').waitFor();
    const paper = page.getByRole('article', { name: /take home/ });
    for (const text of [
      /Woman, 79/,
      /−3\.2/,
      /T12/,
      /bent 60°/,
      /Clear the floor/,
      /pressed lower: T12/,
      /Never stop steroids/,
      /was assumed/,
      /predicts nobody’s risk/,
      /not yet clinically reviewed/,
      /Lancet 2016/,
    ])
      expect(await paper.textContent()).toMatch(text);
    expect((await readTraces(page)).session).toContain('79');

    await button(page, 'End visit').tap();
    await page.getByText(/The visit has ended/).waitFor();
    await settle(page, 'ready');
    expect(await field(page, 'Age, years').inputValue()).toBe('72');
    expectNothing(await readTraces(page));
    // nor does any other mode bring it back
    await button(page, 'Explore').tap();
    await button(page, 'Undo').waitFor();
    await settle(page, 'ready');
    await page.waitForTimeout(600);
    expectNothing(await readTraces(page));
    expect(await page.getByText(/Woman, 79/).count()).toBe(0);
    await page.goBack();
    await field(page, 'Age, years').waitFor();
    expect(await field(page, 'Age, years').inputValue()).toBe('72');
    expectNothing(await readTraces(page));
    await page.context().close();
  });

  it('takes the patient of a link out of the address at once, and gives another mode nothing of it', async () => {
    const scenario = {
      version: 1,
      patient: { ageYears: 79, sex: 'female', heightCm: 160, massKg: 60, tScore: -3 },
      events: [],
    };
    const page = await open(
      true,
      `mode=clinic&quality=low&scenario=${encodeURIComponent(JSON.stringify(scenario))}`,
    );
    await expect.poll(() => field(page, 'Age, years').inputValue()).toBe('79');
    expect(page.url()).not.toContain('scenario');
    await button(page, 'Explore').tap();
    await button(page, 'Undo').waitFor();
    await settle(page, 'ready');
    await page.waitForTimeout(600);
    expect(page.url()).not.toContain('scenario');
    expect(await page.getByText(/Woman, 79/).count()).toBe(0);
    // the visit waits in its tab
    await button(page, 'Clinic').tap();
    await expect.poll(() => field(page, 'Age, years').inputValue()).toBe('79');
    await page.context().close();
  });
});

describe('the page that is taken home', () => {
  it('prints on two pages of A4 and of Letter', async () => {
    const scenario = {
      version: 1,
      patient: {
        ageYears: 84,
        sex: 'female',
        heightCm: 152,
        massKg: 51,
        tScore: -3.1,
        knownFractures: [
          { level: 'T8', shape: 'wedge', genantGrade: 2 },
          { level: 'L1', shape: 'biconcave', genantGrade: 1 },
        ],
      },
      events: [],
    };
    const page = await open(
      false,
      `mode=clinic&quality=low&scenario=${encodeURIComponent(JSON.stringify(scenario))}`,
    );
    await button(page, 'Handout').click();
    await expect.poll(() => button(page, 'Print or save as PDF').isEnabled()).toBe(true);
    await page.locator('.paper-spine').waitFor();
    for (const format of ['A4', 'Letter']) {
      const pages = countPages(await page.pdf({ format }));
      process.stdout.write(`handout, ${format}: ${pages} pages\n`);
      expect(pages, format).toBe(2);
    }
    await page.context().close();
  });
});

describe('by keyboard alone', () => {
  it('goes from the sheet to the page that is taken home, and ends the visit', async () => {
    const page = await open(false);
    const name = () =>
      page.evaluate(() => {
        const element = document.activeElement as HTMLInputElement;
        const labelled = element.getAttribute('aria-labelledby');
        const label = labelled ? document.getElementById(labelled)?.textContent : null;
        return label ?? element.getAttribute('aria-label') ?? element.textContent ?? '';
      });
    const reach = async (wanted: RegExp) => {
      for (let n = 0; n < 90 && !wanted.test(await name()); n++) await page.keyboard.press('Tab');
      expect(await name()).toMatch(wanted);
    };
    await reach(/^Age, years$/);
    await page.keyboard.press('Control+A');
    await page.keyboard.type('79');
    await reach(/^Use this patient$/);
    await page.keyboard.press('Enter');
    await page.locator('.story-step[data-step="healthy"]').waitFor();
    await page.keyboard.press('ArrowRight');
    await page.locator('.story-step[data-step="loss"]').waitFor();
    await reach(/^Handout$/);
    await page.keyboard.press('Enter');
    await page.getByRole('article', { name: /take home/ }).waitFor();
    await expect.poll(() => button(page, 'Print or save as PDF').isEnabled()).toBe(true);
    // the browser's own window opens here; the test only sees that it was asked for
    await page.evaluate(() =>
      Object.assign(window, { print: () => document.body.setAttribute('data-printed', '') }),
    );
    await reach(/^Print or save as PDF$/);
    await page.keyboard.press('Enter');
    await page.locator('body[data-printed]').waitFor();
    await reach(/^End visit$/);
    await page.keyboard.press('Enter');
    await page.getByText(/The visit has ended/).waitFor();
    await settle(page, 'ready');
    expectNothing(await readTraces(page));
    await page.context().close();
  });
});

it('takes a screen that is asked for before the first figures are there', async () => {
  const page = await browser.newPage({ viewport: { width: 1180, height: 820 }, reducedMotion: 'reduce' });
  await page.route(/\/assets\/worker-/, async (route) => {
    await new Promise((done) => setTimeout(done, 3000));
    await route.continue();
  });
  await page.goto(`${inject('baseUrl')}?quality=low&lang=en&mode=clinic`);
  await page.locator('.clinic-screens button').nth(2).click();
  expect(await page.locator('.helps').count()).toBe(0);
  await page.locator('.helps').waitFor();
  await page.close();
});
