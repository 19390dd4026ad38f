import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { findBarriers, findSmallTargets } from '../browser/axe.ts';
import { launchUndrawn } from '../browser/chrome.ts';
import { act, button, settle, slider } from '../browser/page.ts';

const LEAST_TARGET_PX = 44;
/** Among whose like some break, whichever bone that is. */
const WEAK = {
  version: 1,
  patient: { ageYears: 72, sex: 'female', heightCm: 160, massKg: 60, tScore: -4 },
  events: [],
};
const OTHERS = 'Twenty like her: who breaks?';

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await launchUndrawn();
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    reducedMotion: 'reduce',
  });
  page = await context.newPage();
  await page.goto(`${inject('baseUrl')}?quality=low#scenario=${encodeURIComponent(JSON.stringify(WEAK))}`);
  await settle(page, 'ready');
});
afterAll(() => browser?.close());

const press = async (name: string) => {
  await button(page, name).press('Enter');
};
const others = () => page.getByRole('region', { name: OTHERS });
const bones = (text: string) => page.getByText(text, { exact: true }).waitFor();

describe('others of the same figures, by keyboard', () => {
  it('another like her is the next by chance; undo and “average” lead back', async () => {
    await bones('Her bones: average');
    await press('Another like her');
    await press('Another like her');
    await bones('Her bones: by chance, no. 2');
    await press('Undo');
    await bones('Her bones: by chance, no. 1');
    await press('Average bones');
    await bones('Her bones: average');
    await settle(page, 'ready');
  });

  it('twenty can be given up before they are through', async () => {
    expect(await button(page, OTHERS).count()).toBe(0);
    await act(page, 'Lift');
    await press(OTHERS);
    await press('Cancel');
    await others().waitFor({ state: 'detached' });
    expect(await button(page, OTHERS).evaluate((element) => element === document.activeElement)).toBe(true);
  });

  it('twenty say who breaks and where, each once', async () => {
    await press(OTHERS);
    await others().getByRole('table').waitFor();
    const said = await others().locator('[aria-live]').textContent();
    expect(said).toMatch(/^(Of|All) twenty women with these figures/);
    expect(await others().textContent()).toContain('This predicts nobody’s risk.');
    const rows = await others().locator('tbody tr').all();
    let total = 0;
    for (const row of rows) {
      const fate = await row.getByRole('rowheader').textContent();
      const count = Number(await row.getByRole('cell').first().textContent());
      expect(await row.getByRole('button').count()).toBe(count);
      if (fate !== 'held') expect(said).toContain(`${count} at ${fate}`);
      else if (count < 20) expect(said).toContain(`The other ${count} held.`);
      total += count;
    }
    expect(total).toBe(20);
    expect(await findBarriers(page)).toEqual([]);
    expect(await findSmallTargets(page, LEAST_TARGET_PX)).toEqual([]);
  });

  it('one of them becomes the patient, in the address and her sheet too', async () => {
    const mark = others().getByRole('button', { name: /^No\. 7: / });
    const fate = await mark.getAttribute('aria-label');
    const before = page.url();
    await mark.press('Enter');
    await settle(page, 'playing', 'ready');
    await slider(page, 'Time').press('End');
    await settle(page, 'ready');
    expect(await mark.getAttribute('aria-pressed')).toBe('true');
    await bones('Her bones: by chance, no. 7');
    // what was said of her is what then happens
    const fractures = Number(
      await page.locator('[data-reading="fracture-count"]').getAttribute('data-value'),
    );
    expect(fractures > 0).toBe(fate !== 'No. 7: held');
    await expect.poll(() => page.url()).not.toBe(before);
    await page.reload();
    await settle(page, 'ready', 'paused');
    await bones('Her bones: by chance, no. 7');
    await page.getByRole('button', { name: /^Woman, / }).press('Enter');
    const sheet = page.getByRole('dialog');
    await sheet.getByText('Her bones: by chance, no. 7').waitFor();
    await sheet.getByRole('button', { name: 'Another like her' }).press('Enter');
    await sheet.getByRole('button', { name: 'Use this patient' }).press('Enter');
    await sheet.waitFor({ state: 'detached' });
    await bones('Her bones: by chance, no. 8');
  });

  it('the answer goes with what it is about', async () => {
    await press(OTHERS);
    await others().getByRole('table').waitFor();
    await slider(page, 'Bone density').press('ArrowRight');
    await others().waitFor({ state: 'detached' });
    await settle(page, 'ready');
    expect(await button(page, OTHERS).getAttribute('aria-expanded')).toBe('false');
  });
});
