import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { pressBody } from '../../src/core/simulation/inside/pressing.ts';
import { createRunCache } from '../../src/core/simulation/run.ts';
import { findBarriers, findSmallTargets } from '../browser/axe.ts';
import { launchUndrawn } from '../browser/chrome.ts';
import { button, noteComplaints, PATIENCE_MS, settle, slider } from '../browser/page.ts';
import { readScenarioOf } from '../core/inside/scenarios.ts';

const LEAST_TARGET_PX = 44;
/** A woman who breaks T12 as she lifts. */
const scenario = readScenarioOf(-3.5);
const OPENER = 'Look inside a bone';

let browser: Browser;
let page: Page;
const complaints: string[] = [];
beforeAll(async () => {
  browser = await launchUndrawn();
  const context = await browser.newContext({ viewport: { width: 1180, height: 820 }, hasTouch: true });
  page = await context.newPage();
  noteComplaints(page, complaints);
  const fragment = `scenario=${encodeURIComponent(JSON.stringify(scenario))}`;
  await page.goto(`${inject('baseUrl')}?quality=low&time=99#${fragment}`);
  await settle(page, 'ready');
});
afterAll(() => browser?.close());

const inside = () => page.locator('.inside');
const choose = (label: string, option: string) =>
  inside().getByLabel(label, { exact: true }).selectOption({ label: option });
const pressed = () => page.locator('.inside[data-state="done"]').waitFor({ timeout: PATIENCE_MS });
const readAt = async () => Number(await inside().getAttribute('data-at'));
const picture = () => page.getByRole('img', { name: /in the press, cut open/ });

describe('a look inside a bone', () => {
  it('opens by keyboard on the bone that broke, and shows it under load before it is through', async () => {
    await button(page, OPENER).press('Enter');
    await page.getByRole('heading', { name: 'Inside T12' }).waitFor();
    const states = await page.waitForFunction(() => {
      const { state, at } = document.querySelector<HTMLElement>('.inside')?.dataset ?? {};
      return Number(at) > 0 && state;
    });
    expect(await states.jsonValue()).toBe('busy');
    // the page answers meanwhile
    await choose('Colour shows', 'Stress');
    await page.getByText('Squeezed by, MPa').waitFor();
    await pressed();
  });

  it('tells the strength that the mechanics finds, to the last digit, and that the front goes first', async () => {
    const reports = [...pressBody({ scenario, level: 'T12', voxelMm: 2 }, createRunCache())];
    const end = reports.find((report) => report.kind === 'end')!;
    const told = page.locator('[data-strength]');
    expect(Number(await told.getAttribute('data-strength'))).toBe(end.end.strengthN);
    expect(await told.getAttribute('data-failure')).toBe('front');
    expect(await told.textContent()).toContain('In this act it gave way');
    expect(await page.locator('[data-difference]').textContent()).toMatch(
      /^The quick model, which decides who breaks/,
    );
    expect(await findBarriers(page)).toEqual([]);
    expect(await findSmallTargets(page, LEAST_TARGET_PX)).toEqual([]);
  });

  it('is scrubbed by touch from nothing on, and by keyboard past its peak', async () => {
    const load = slider(page, 'Load');
    const { x, y, width, height } = (await load.boundingBox())!;
    await page.touchscreen.tap(x + 0.03 * width, y + height / 2);
    expect(await readAt()).toBeLessThan(1);
    await page.getByText('At this point 0 % of its inner bone has given way.').waitFor();
    await load.press('End');
    const most = Number(await load.getAttribute('max'));
    expect(await readAt()).toBe(most);
    await button(page, 'Press slowly').click();
    await page.waitForFunction(
      (end) => Number(document.querySelector<HTMLElement>('.inside')!.dataset.at) < end,
      most,
    );
    await button(page, 'Pause').click();
  });

  it('is cut where a mouse drags the plane, and turned by arrow keys', async () => {
    const place = slider(page, 'Where it is cut');
    const { x, y, width, height } = (await picture().boundingBox())!;
    await page.mouse.move(x + width / 2, y + height / 2);
    await page.mouse.down();
    await page.mouse.move(x + width / 2, y + height / 2 + 60, { steps: 3 });
    await page.mouse.up();
    expect(Number(await place.inputValue())).toBeLessThan(40);
    expect(await page.getByLabel('Seen', { exact: true }).inputValue()).toBe('side');
    await picture().press('ArrowLeft');
    expect(await page.getByLabel('Seen', { exact: true }).inputValue()).toBe('turned');
    await choose('Seen', 'from above');
    expect(await place.inputValue()).toBe('50');
  });

  it('holds it against healthy bone, which bears far more and still stands under the same load', async () => {
    await choose('Beside it', 'Healthy bone');
    await page.locator('.pressed-name', { hasText: 'Healthy bone · T-score 0.0' }).waitFor();
    await pressed();
    const words = await page.locator('.inside-told').textContent();
    expect(Number(/([\d.]+) times as much/.exec(words!)![1])).toBeGreaterThan(2);
  });

  it('can be stopped and begun again, and gives the focus back when it is closed', async () => {
    await choose('Beside it', 'nothing');
    await choose('Vertebra', 'L3');
    await button(page, 'Stop').click();
    await button(page, 'Press it again').click();
    await pressed();
    await page.keyboard.press('Escape');
    await inside().waitFor({ state: 'detached' });
    expect(await button(page, OPENER).evaluate((element) => element === document.activeElement)).toBe(true);
    expect(complaints).toEqual([]);
  });
});
