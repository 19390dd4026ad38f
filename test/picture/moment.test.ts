import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { launchChrome } from '../browser/chrome.ts';
import { act, button, read, settle, slider, toEnd } from '../browser/page.ts';

// what is seen, read and heard round a fracture and its treatment

let browser: Browser;
beforeAll(async () => {
  browser = await launchChrome();
});
afterAll(() => browser.close());

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

async function open(query: string, size: readonly [number, number], reducedMotion = false): Promise<Page> {
  const page = await browser.newPage({
    viewport: { width: size[0], height: size[1] },
    reducedMotion: reducedMotion ? 'reduce' : 'no-preference',
  });
  await page.goto(`${inject('baseUrl')}?quality=low&${query}`);
  await settle(page);
  return page;
}

it.each([
  [390, 844],
  [1180, 820],
  [1920, 1080],
] as const)('labels of five wedges keep apart and within the picture at %d × %d', async (width, height) => {
  for (const view of ['side', 'three-quarter']) {
    const query = `view=${view}&scenario=${scenario(-3, [], FIVE)}`;
    const page = await open(query, [width, height]);
    const labels = page.locator('.stage-label:visible, .stage-height:visible span');
    await expect.poll(() => labels.count()).toBe(6);
    // the camera comes to rest
    await page.waitForTimeout(3000);
    const stage = (await page.locator('.stage-view').boundingBox())!;
    const boxes = await Promise.all((await labels.all()).map(async (label) => (await label.boundingBox())!));
    for (const [i, a] of boxes.entries()) {
      expect(a.x).toBeGreaterThanOrEqual(stage.x);
      expect(a.y).toBeGreaterThanOrEqual(stage.y);
      expect(a.x + a.width).toBeLessThanOrEqual(stage.x + stage.width);
      expect(a.y + a.height).toBeLessThanOrEqual(stage.y + stage.height);
      for (const b of boxes.slice(0, i)) {
        const apart =
          a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
        expect(apart, `${JSON.stringify(a)} ${JSON.stringify(b)}`).toBe(true);
      }
    }
    await page.close();
  }
});

it('shows who wants less motion two pictures of a fracture in its place', async () => {
  const page = await open(`scenario=${scenario(-3.5, [LIFT])}`, [1180, 820], true);
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

it('shows no such pictures to others', async () => {
  const page = await open(`scenario=${scenario(-3.5, [LIFT])}`, [1180, 820]);
  await page.waitForTimeout(3000);
  expect(await page.locator('.still').count()).toBe(0);
  await page.close();
});

it('fetches the sound when it is on, after the first touch', async () => {
  const page = await open(`sound=on&scenario=${scenario(-1, [])}`, [1180, 820]);
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
  const page = await open(`scenario=${scenario(-3, [], known)}`, [1180, 820]);
  const before = await read(page, 'kyphosis-deg');
  await page.getByRole('combobox', { name: 'How', exact: true }).selectOption({ label: 'Balloon first' });
  await button(page, 'Cement').click();
  await settle(page, 'playing', 'paused', 'ready');
  await toEnd(page);
  expect(before - (await read(page, 'kyphosis-deg'))).toBeGreaterThan(3);
  expect(await page.getByRole('status').first().textContent()).toContain('balloon');
  await page.close();
});
