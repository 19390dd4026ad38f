import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { STEPS } from '../../src/modes/narrative/steps.ts';
import { launchUndrawn } from '../browser/chrome.ts';
import { button, settle } from '../browser/page.ts';

const PATIENT = { ageYears: 75, sex: 'female', heightCm: 158, massKg: 58, tScore: -3.5 };
const QUERY = `mode=story&quality=low&scenario=${encodeURIComponent(JSON.stringify({ version: 1, patient: PATIENT, events: [] }))}`;

let browser: Browser;
beforeAll(async () => {
  browser = await launchUndrawn();
});
afterAll(async () => {
  await browser?.close();
});

/** A voice that says nothing, and remembers what it was given: this browser has none. */
function lendVoice(): void {
  const spoken: string[] = [];
  Object.assign(window, { spoken });
  const voice = {
    getVoices: () => [{ lang: 'en-GB' }],
    addEventListener() {},
    removeEventListener() {},
    speak: ({ text }: { text: string }) => spoken.push(text),
    cancel: () => spoken.push('—'),
    pause: () => spoken.push('pause'),
    resume() {},
  };
  Object.defineProperty(window, 'speechSynthesis', { value: voice });
}
const getSpoken = (page: Page) => page.evaluate(() => (window as unknown as { spoken: string[] }).spoken);

async function open(hasTouch: boolean, hasVoice = false): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1180, height: 820 },
    hasTouch,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  if (hasVoice) await page.addInitScript(lendVoice);
  await page.goto(`${inject('baseUrl')}?${QUERY}`);
  await page.locator('.story-step[data-step="healthy"]').waitFor();
  return page;
}
const step = (page: Page, name: string) => page.locator(`.story-step[data-step="${name}"]`);
/** The step is there and told: its live region says more than its number. */
async function arrive(page: Page, name: string): Promise<string> {
  await step(page, name).waitFor();
  const said = step(page, name).getByRole('status');
  await expect.poll(() => said.textContent()).toMatch(/Step \d of 8\. .{20}/);
  return (await said.textContent()) ?? '';
}

describe('by touch', () => {
  let page: Page;
  beforeAll(async () => {
    page = await open(true);
  });
  afterAll(() => page.context().close());

  it('goes from a healthy spine to what protects, and back', async () => {
    expect(await button(page, 'Read aloud').count()).toBe(0);
    const told: string[] = [];
    for (const name of STEPS) {
      told.push(await arrive(page, name));
      if (name !== 'protect') await button(page, 'Next').tap();
    }
    expect(new Set(told).size).toBe(STEPS.length);
    expect(told[2]).toMatch(/1\d of these 19 daily acts stay well below/);
    expect(told.at(-1)).toMatch(/Prevent falls.*Exercise.*Treatment/s);
    await button(page, 'Back').tap();
    await arrive(page, 'cement');
    expect(page.url()).toContain('step=7');
    await page.getByRole('button', { name: 'Step 3: What a day asks of the bones' }).tap();
    await arrive(page, 'daily');
    const bars = page.getByRole('list', { name: /most loaded bone/ }).getByRole('listitem');
    expect(await bars.count()).toBe(19);
  });

  it('shows the fracture as a still, and its course only when asked', async () => {
    await page.getByRole('button', { name: 'Step 5: When a bone gives way' }).tap();
    await arrive(page, 'fracture');
    await settle(page, 'ready');
    expect(await page.getByText(/gave way: the name is in the picture/).count()).toBeGreaterThan(0);
    await button(page, 'Show me how it happens').tap();
    await settle(page, 'playing');
    await button(page, 'Pause').tap();
    await settle(page, 'paused');
    await button(page, 'Back to the still picture').tap();
    await settle(page, 'ready');
  });

  it('tells of another patient when one is filled in, and the address keeps that one', async () => {
    await page.getByRole('button', { name: /^Step 1/ }).tap();
    await arrive(page, 'healthy');
    await button(page, 'Change').tap();
    await page.getByRole('textbox', { name: 'Age, years' }).fill('81');
    await button(page, 'Use these figures').tap();
    await page.getByText(/Woman, 81/).waitFor();
    await page.waitForURL(/#scenario=/);
    await page.reload();
    await page.getByText(/Woman, 81/).waitFor();
    // what was on the stage before comes back with the other mode
    await button(page, 'Explore').tap();
    await button(page, 'Undo').waitFor();
    await page.getByText(/Woman, 81/).waitFor();
    expect(page.url()).not.toContain('step=');
  });
});

describe('by keyboard alone', () => {
  it('goes on and back by the arrows, and presses what has the focus', async () => {
    const page = await open(false, true);
    for (const name of STEPS) {
      await arrive(page, name);
      if (name !== 'protect') await page.keyboard.press('ArrowRight');
    }
    await page.keyboard.press('ArrowRight');
    await arrive(page, 'protect');
    await page.keyboard.press('ArrowLeft');
    await arrive(page, 'cement');
    const name = () =>
      page.evaluate(
        () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '',
      );
    const reach = async (wanted: RegExp) => {
      for (let n = 0; n < 60 && !wanted.test(await name()); n++) await page.keyboard.press('Tab');
      expect(await name()).toMatch(wanted);
    };
    await reach(/^Read aloud$/);
    await page.keyboard.press('Enter');
    await expect.poll(() => getSpoken(page)).toContain('What cement does, and what not');
    await reach(/^Step 8/);
    await page.keyboard.press('Enter');
    await arrive(page, 'protect');
    await expect.poll(() => getSpoken(page)).toContain('What protects you');
    await reach(/^From the start$/);
    await page.keyboard.press('Enter');
    await arrive(page, 'healthy');
    // leaving it, the voice falls silent
    await page.evaluate(() => document.querySelector<HTMLElement>('.mode-switch button')?.focus());
    await page.keyboard.press('Enter');
    await button(page, 'Undo').waitFor();
    expect((await getSpoken(page)).at(-1)).toBe('—');
    await page.context().close();
  });
});
