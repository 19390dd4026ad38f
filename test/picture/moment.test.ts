import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchDrawn, launchUndrawn } from '../browser/chrome.ts';
import { act, button, read, settle, slider, toEnd } from '../browser/page.ts';

// what is seen, read and heard round a fracture and its treatment

let drawn: Browser;
/** For what is not about the picture itself. */
let undrawn: Browser;
beforeAll(async () => {
  drawn = await launchDrawn();
  undrawn = await launchUndrawn();
});
afterAll(async () => {
  await drawn?.close();
  await undrawn?.close();
});

const FIVE = ['T7', 'T8', 'T12', 'L1', 'L2'].map((level, n) => ({
  level,
  shape: 'wedge',
  genantGrade: n === 1 ? 2 : 3,
}));
const scenario = (tScore: number, events: readonly object[], knownFractures?: readonly object[]) =>
  encodeURIComponent(
    JSON.stringify({
      version: 1,
      patient: { ageYears: 72, sex: 'female', heightCm: 160, massKg: 60, tScore, knownFractures },
      events,
    }),
  );
const LIFT = { type: 'activity', name: 'lift' };

async function open(
  browser: Browser,
  query: string,
  size: readonly [number, number],
  reducedMotion = false,
): Promise<Page> {
  const page = await browser.newPage({
    viewport: { width: size[0], height: size[1] },
    reducedMotion: reducedMotion ? 'reduce' : 'no-preference',
  });
  await page.goto(`${inject('baseUrl')}?quality=low&${query}`);
  await settle(page);
  return page;
}

describe('labels of five wedges', () => {
  let page: Page;
  beforeAll(async () => {
    page = await open(undrawn, `view=side&scenario=${scenario(-3, [], FIVE)}`, [1180, 820], true);
  });
  afterAll(() => page.close());

  it.each([
    [390, 844],
    [1180, 820],
    [1920, 1080],
  ] as const)('keep apart and within the picture at %d × %d', async (width, height) => {
    await page.setViewportSize({ width, height });
    const labels = page.locator('.stage-label:visible, .stage-height:visible span');
    for (const view of ['Side', 'Oblique']) {
      // on a phone the views are one choice
      if (width > 640) await button(page, view).click();
      else await page.locator('.views-choice select').selectOption({ label: view });
      await expect.poll(() => labels.count()).toBe(6);
      let before = '';
      const findFaultsAtRest = async () => {
        const { faults, places } = await look(page, labels);
        const isAtRest = places === before;
        before = places;
        return isAtRest ? faults : ['moves'];
      };
      await expect.poll(findFaultsAtRest, { message: view, interval: 700 }).toEqual([]);
    }
  });
});

/** Where labels are, which leave the stage, and which cover each other. */
async function look(page: Page, labels: Locator) {
  const stage = (await page.locator('.stage-view').boundingBox())!;
  const boxes = await Promise.all((await labels.all()).map(async (label) => (await label.boundingBox())!));
  const faults: string[] = [];
  for (const [i, a] of boxes.entries()) {
    const isWithin =
      a.x >= stage.x &&
      a.y >= stage.y &&
      a.x + a.width <= stage.x + stage.width &&
      a.y + a.height <= stage.y + stage.height;
    if (!isWithin) faults.push(`${JSON.stringify(a)} leaves the stage`);
    for (const b of boxes.slice(0, i)) {
      const apart =
        a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
      if (!apart) faults.push(`${JSON.stringify(a)} covers ${JSON.stringify(b)}`);
    }
  }
  return { faults, places: JSON.stringify([stage, boxes]) };
}

it('shows who wants less motion two pictures of a fracture in its place', async () => {
  const page = await open(drawn, `scenario=${scenario(-3.5, [LIFT])}`, [1180, 820], true);
  const still = page.locator('.still');
  await expect.poll(() => still.isVisible()).toBe(true);
  expect(await still.locator('figcaption').textContent()).toMatch(/^[TL]\d+: its front is \d+ mm lower/);
  expect(await page.getByRole('status').first().textContent()).toContain('gave way');
  // two pictures, neither empty nor the same
  const pictures = await still
    .locator('canvas')
    .evaluateAll((list) => (list as HTMLCanvasElement[]).map((canvas) => canvas.toDataURL()));
  expect(pictures[0]!.length).toBeGreaterThan(20_000);
  expect(pictures[1]).not.toBe(pictures[0]);
  // before the fracture there is nothing to show
  await slider(page, 'Time').press('Home');
  await expect.poll(() => still.isVisible()).toBe(false);
  await page.close();
});

it('shows others the break in a loupe, from before it happens to the end', async () => {
  const page = await open(undrawn, `scenario=${scenario(-3.5, [LIFT])}`, [1180, 820]);
  const loupe = page.locator('[data-part="loupe"]');
  await expect.poll(() => loupe.isVisible()).toBe(true);
  const headline = (await page.getByRole('status').first().textContent())!;
  const [, level, percent] = /^([TL]\d+) gave way: its front lost (\d+) %/.exec(
    headline.replace(/[\u2068\u2069]/g, ''),
  )!;
  // it names the level and the loss that the sentence names
  expect(await loupe.locator('strong').textContent()).toMatch(new RegExp(`^${level}\\s+−${percent}\\s?%$`));
  expect(await loupe.textContent()).toMatch(/its front is \S+ mm lower than before/);
  await loupe.getByRole('button', { name: 'Whole body' }).click();
  expect(await loupe.getByRole('button', { name: 'To the break' }).isVisible()).toBe(true);
  await slider(page, 'Time').press('Home');
  await expect.poll(() => loupe.isVisible()).toBe(false);
  // in a close view there is nothing to bring closer
  await slider(page, 'Time').press('End');
  await expect.poll(() => loupe.isVisible()).toBe(true);
  await button(page, 'Close-up').click();
  await expect.poll(() => loupe.isVisible()).toBe(false);
  expect(await page.locator('.still').count()).toBe(0);
  await page.close();
});

it('fetches the sound when it is on, after the first touch', async () => {
  const page = await open(undrawn, `sound=on&scenario=${scenario(-1, [])}`, [1180, 820]);
  const fetched: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => fetched.push(request.url()));
  page.on('pageerror', (error) => complaints.push(error.message));
  expect(fetched.some((url) => /sound-/.test(url))).toBe(false);
  await act(page, 'Cough');
  await expect.poll(() => fetched.some((url) => /sound-/.test(url))).toBe(true);
  await button(page, 'Sound off').click();
  expect(await button(page, 'Sound on').isVisible()).toBe(true);
  expect(complaints).toEqual([]);
  await page.close();
});

it('raises a wedge with a balloon before the cement', async () => {
  const known = [{ level: 'T12', shape: 'wedge', genantGrade: 2 }];
  const page = await open(undrawn, `scenario=${scenario(-3, [], known)}`, [1180, 820]);
  const before = await read(page, 'kyphosis-deg');
  await page.getByRole('combobox', { name: 'How', exact: true }).selectOption({ label: 'Balloon first' });
  await button(page, 'Cement').click();
  await settle(page, 'playing', 'paused', 'ready');
  await toEnd(page);
  expect(before - (await read(page, 'kyphosis-deg'))).toBeGreaterThan(3);
  expect(await page.getByRole('status').first().textContent()).toContain('balloon');
  await page.close();
});
