import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { LEVEL_COUNT } from '../../src/core/anatomy/levels.ts';
import type { Results } from '../../src/core/simulation/results/results.ts';
import type { Scenario } from '../../src/core/simulation/scenario.ts';
import { readLink } from '../../src/runtime/address/address.ts';
import { DEFAULT_SCENARIO } from '../../src/runtime/session/defaultScenario.ts';
import { findWeakest } from '../../src/runtime/session/years.ts';
import { findBarriers, findSmallTargets } from '../browser/axe.ts';
import { launchUndrawn } from '../browser/chrome.ts';
import { button, noteComplaints, read, settle, slider } from '../browser/page.ts';
import { run } from '../core/support.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const LEAST_TARGET_PX = 44;
const START = {
  version: 1,
  patient: { ageYears: 66, sex: 'female', heightCm: 160, massKg: 60, tScore: -2.5 },
  events: [],
};

let browser: Browser;
let page: Page;
const complaints: string[] = [];
beforeAll(async () => {
  browser = await launchUndrawn();
  page = await browser.newPage({ viewport: { width: 1180, height: 820 }, reducedMotion: 'reduce' });
  noteComplaints(page, complaints);
  await page.goto(`${inject('baseUrl')}?quality=low#scenario=${encodeURIComponent(JSON.stringify(START))}`);
  await settle(page, 'ready');
});
afterAll(() => browser?.close());

/** What the command line says of a scenario. */
const simulate = (scenario: Pick<Scenario, 'events'>): Results =>
  JSON.parse(
    execFileSync('npm', ['run', '-s', 'simulate', '--', '-'], {
      cwd: ROOT,
      input: JSON.stringify(scenario),
      encoding: 'utf8',
    }),
  );

const scrub = () => slider(page, 'Years');
const STANDING: Scenario = {
  ...DEFAULT_SCENARIO,
  patient: { ...DEFAULT_SCENARIO.patient, ageYears: START.patient.ageYears, tScore: START.patient.tScore },
};
const standingN = run(STANDING).trace.compressionN.subarray(-LEVEL_COUNT);
const FIGURES: Readonly<Record<string, (after: NonNullable<Results['start']>) => number>> = {
  'years-t-score': ({ tScore }) => tScore,
  'years-strength-n': (after) => findWeakest(after, standingN).centralStrengthN,
  'years-fracture-count': ({ fractureCount }) => fractureCount,
  'years-height-loss-mm': ({ heightLossMm }) => heightLossMm,
  'years-pain-standing': ({ pain }) => pain.byPosture.standing,
  'years-pain-rest': ({ pain }) => pain.restNrs,
};
const readYears = async (prefix = '') =>
  Object.fromEntries(
    await Promise.all(
      Object.keys(FIGURES).map(async (name) => [name, await read(page, prefix + name)] as const),
    ),
  );
const calcYears = (after: NonNullable<Results['start']>) =>
  Object.fromEntries(Object.entries(FIGURES).map(([name, get]) => [name, get(after)]));

it('two taps start a medicine, one lets five years pass, and the clock of years has the simulation’s figures', async () => {
  expect(await scrub().count()).toBe(0);
  await button(page, 'Treatment').click();
  await button(page, 'alendronate').click();
  await settle(page, 'playing', 'ready');
  expect(await button(page, 'alendronate').getAttribute('aria-pressed')).toBe('true');
  await button(page, '+ 5 years').click();
  await scrub().waitFor();
  await settle(page, 'ready', 'paused');
  await page.locator('[data-reading="untreated-years-t-score"]').waitFor();
  await expect.poll(() => read(page, 'years-elapsed')).toBe(5);

  await expect.poll(() => new URL(page.url()).hash).toContain('scenario=');
  await expect
    .poll(async () => {
      const link = await readLink(new URL(page.url()).hash.replace('#scenario=', ''));
      return link.ok ? link.scenario.events.length : 0;
    })
    .toBe(6);
  const year = { type: 'time', months: 12 };
  const treated = simulate({
    ...START,
    events: [{ type: 'drug', name: 'alendronate', action: 'start' }, ...Array(5).fill(year)],
  });
  const untreated = simulate({ ...START, events: Array(5).fill(year) });
  expect(await readYears()).toEqual(calcYears(treated.events[5]!));
  expect(await readYears('untreated-')).toEqual(calcYears(untreated.events[4]!));

  // back to the start by keyboard, year by year
  await scrub().focus();
  for (let years = 4; years >= 0; years--) {
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => read(page, 'years-elapsed')).toBe(years);
    const after = treated.events[years]!;
    expect(await readYears()).toEqual(calcYears(after));
    expect(await readYears('untreated-')).toEqual(
      calcYears(years === 0 ? untreated.start! : untreated.events[years - 1]!),
    );
    if (years > 0)
      expect(await scrub().getAttribute('aria-valuetext')).toMatch(
        new RegExp(`^${years} years? later, at age ${66 + years}\\. T-score: .*without treatment`),
      );
    // the person on the stage is the one of then
    await settle(page, 'ready', 'paused');
    expect(await read(page, 'height-loss-mm')).toBe(after.heightLossMm);
    expect(await read(page, 'kyphosis-deg')).toBe(after.kyphosisDeg);
  }
  await page.keyboard.press('Home');
  await expect
    .poll(() => scrub().getAttribute('aria-valuetext'))
    .toMatch(/^At the start, at age 66\. T-score: −2\.5/);
  expect(await readYears()).toEqual(calcYears(treated.start!));
  await page.keyboard.press('End');
  await expect.poll(() => read(page, 'years-elapsed')).toBe(5);
});

it('a finger goes to the nearest year, and the table has them all', async () => {
  const box = (await scrub().boundingBox())!;
  await page.mouse.click(box.x + 0.42 * box.width, box.y + box.height / 2);
  await expect.poll(() => read(page, 'years-elapsed')).toBe(2);
  const rows = page.getByRole('region', { name: 'Year by year' }).getByRole('row');
  expect(await rows.count()).toBe(1 + 7);
  expect(await rows.nth(1).textContent()).toContain('At the start, at age 66');
  expect(await rows.nth(7).textContent()).toContain('without treatment');
});

it('fits a phone, a tablet both ways and a wall, and can be hit and read', async () => {
  for (const [width, height] of [
    [390, 844],
    [820, 1180],
    [1180, 820],
    [1920, 1080],
  ] as const) {
    await page.setViewportSize({ width, height });
    expect(await page.evaluate(() => document.documentElement.scrollWidth), `${width}`).toBe(width);
    const plot = (await page.locator('.years-plot').first().boundingBox())!;
    expect(plot.width, `${width}`).toBeGreaterThan(300);
    const stage = (await page.locator('.stage').boundingBox())!;
    expect(stage.height, `${width}`).toBeGreaterThan(280);
  }
  expect(await findBarriers(page)).toEqual([]);
  expect(await findSmallTargets(page, LEAST_TARGET_PX)).toEqual([]);
  expect(complaints).toEqual([]);
});
