import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import type { Scenario } from '../../src/core/simulation/scenario.ts';
import { MODES, type ModeName } from '../../src/runtime/session/modePolicy.ts';
import { DEFAULT_SCENARIO } from '../../src/runtime/session/session.ts';
import { findBarriers, findSmallTargets } from '../browser/axe.ts';
import { launchUndrawn } from '../browser/chrome.ts';
import { button, settle } from '../browser/page.ts';
import { findCutBySpacing, findPassedBy } from '../browser/walk.ts';

/** Least side of what is touched, px; a museum's visitors have wet fingers. */
const TARGET_PX = 44;
const KIOSK_TARGET_PX = 60;

const FRAGILE = { ...DEFAULT_SCENARIO, patient: { ...DEFAULT_SCENARIO.patient, tScore: -3.5 } };
const encode = (scenario: Scenario) => encodeURIComponent(JSON.stringify(scenario));
const SCENARIO = encode({ ...FRAGILE, events: [{ type: 'activity', name: 'lift' }] });
const SHEETS = ['Save and open', 'Words', 'Held against measurements', 'Sources'];

let browser: Browser;
beforeAll(async () => {
  browser = await launchUndrawn();
});
afterAll(async () => {
  await browser?.close();
});

async function open(query: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1180, height: 820 }, reducedMotion: 'reduce' });
  await page.goto(`${inject('baseUrl')}?quality=low&${query}&scenario=${SCENARIO}`);
  await settle(page, 'ready');
  return page;
}

/** What is announced now: every status and alert with words in it. */
const hear = async (page: Page): Promise<string> =>
  (await page.locator('[role="status"], [role="alert"]').allTextContents()).join(' ').trim();

const press = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name }).first().press('Enter');

/** The main job of each mode by keyboard and by names and roles alone, as a screen reader offers them. */
const MAIN_JOB: Readonly<Record<ModeName, (page: Page) => Promise<void>>> = {
  async explore(page) {
    await page.getByRole('slider', { name: 'Bone density' }).press('ArrowLeft');
    await settle(page, 'ready');
    await press(page, /^Cough$/);
    await settle(page, 'ready');
    expect(await hear(page)).toMatch(/[TL]\d+|held/);
    const row = page.getByRole('table', { name: /Load against strength/ }).getByRole('row', { name: /^T12/ });
    expect(await row.textContent()).toMatch(/T12.*\d+ %/);
    expect(await page.getByRole('listitem').filter({ hasText: 'Cough' }).count()).toBe(1);
  },
  async story(page) {
    await press(page, /^Next$/);
    const step = page.getByRole('region', { name: 'Bone loss is silent' });
    await step.getByRole('heading', { level: 2 }).waitFor();
    await expect.poll(() => hear(page)).toContain('Step 2 of 8');
    await expect.poll(() => step.getByRole('paragraph').count()).toBeGreaterThan(1);
  },
  async quiz(page) {
    await press(page, /^Short/);
    const question = page.getByRole('heading', { level: 2 });
    await question.waitFor();
    await expect.poll(() => question.evaluate((heading) => heading === document.activeElement)).toBe(true);
  },
  async clinic(page) {
    await page.getByRole('textbox', { name: 'Age, years' }).fill('80');
    await press(page, 'Use this patient');
    await expect.poll(() => hear(page)).toContain('Step 1 of 8');
    expect(await page.getByText(/Woman, 80/).count()).toBeGreaterThan(0);
  },
  async kiosk(page) {
    await press(page, /Touch to find out/);
    const lift = page.getByRole('group', { name: 'Load it' }).getByRole('button', { name: 'Lift' });
    await expect.poll(() => lift.evaluate((act) => act === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    await settle(page, 'ready');
    await expect.poll(() => hear(page)).toMatch(/[TL]\d+|held/);
  },
};

it.each(MODES)(
  'is reached, read and done without a mouse or eyes, and has nothing that axe finds in either theme: %s',
  async (mode) => {
    const page = await open(`mode=${mode}&theme=dark`);
    await page.locator(`.page[data-mode="${mode}"]`).waitFor();
    expect(await findBarriers(page), 'dark').toEqual([]);
    expect(await findSmallTargets(page, mode === 'kiosk' ? KIOSK_TARGET_PX : TARGET_PX)).toEqual([]);
    // as the page itself does it; the stage's own colours say nothing to axe
    await page.evaluate(() => {
      document.documentElement.dataset.theme = 'light';
    });
    expect(await findBarriers(page), 'light').toEqual([]);
    expect(await findCutBySpacing(page)).toEqual([]);
    await MAIN_JOB[mode](page);
    expect(await findPassedBy(page)).toEqual([]);
    await page.close();
  },
);

it('axe finds nothing from right to left, nor in what opens', async () => {
  const page = await open('');
  const languages = page.locator('.masthead select');
  await languages.selectOption('ar');
  await page.waitForFunction(() => document.documentElement.lang === 'ar');
  expect(await findBarriers(page)).toEqual([]);
  await languages.selectOption('en');
  await page.waitForFunction(() => document.documentElement.lang === 'en');
  for (const sheet of [page.locator('.patient-button'), ...SHEETS.map((name) => button(page, name))]) {
    await sheet.press('Enter');
    await page.getByRole('dialog').waitFor();
    expect(await findBarriers(page)).toEqual([]);
    expect(await findSmallTargets(page, TARGET_PX)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  }
  await page.close();
});

it('axe would find what is wrong, and so would the ruler', async () => {
  const page = await open('');
  await page.addStyleTag({ content: '.reading dt { color: #333a40 } .press { min-height: 20px }' });
  await page.evaluate(() => document.querySelector('.masthead select')?.removeAttribute('id'));
  const found = await findBarriers(page);
  expect(found.some((one) => one.startsWith('color-contrast'))).toBe(true);
  expect(found.some((one) => one.startsWith('select-name'))).toBe(true);
  expect((await findSmallTargets(page, TARGET_PX)).length).toBeGreaterThan(0);
  await page.addStyleTag({ content: '.masthead p { height: 1em; overflow: hidden }' });
  expect((await findCutBySpacing(page)).length).toBeGreaterThan(0);
  // a key that is caught passes by all that comes after
  await page.evaluate(() =>
    document
      .querySelector('.acts')!
      .addEventListener(
        'keydown',
        (event) => (event as KeyboardEvent).key === 'Tab' && event.preventDefault(),
      ),
  );
  expect((await findPassedBy(page)).length).toBeGreaterThan(0);
  await page.close();
});

it('says in words over the picture what is heard, while the sound is on', async () => {
  const page = await browser.newPage({ viewport: { width: 1180, height: 820 } });
  await page.goto(`${inject('baseUrl')}?quality=low&sound=on&scenario=${encode(FRAGILE)}`);
  await settle(page, 'ready');
  const caption = page.locator('.sound-caption');
  expect(await caption.count()).toBe(0);
  await button(page, 'Lift').click();
  await caption.getByText('breath').waitFor();
  await caption.getByText(/crunch: [TL]\d+ gives way/).waitFor();
  await settle(page, 'ready');
  expect(await caption.count()).toBe(0);
  await page.close();
});
