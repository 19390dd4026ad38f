import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { validateBytes } from 'gltf-validator';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import comparisons from '../../models/validation/comparisons.json';
import { skipDrawing } from '../browser/allocation.ts';
import { launchDrawn } from '../browser/chrome.ts';
import { act, button, noteComplaints, read, settle } from '../browser/page.ts';
import { readUsda } from '../scene/usda.ts';

const baseUrl = inject('baseUrl');
/** Least size of the picture as PNG: an empty stage compresses to a third of this. */
const PICTURE_BYTES = 30_000;

const STAGE = 'canvas[data-engine]';

let browser: Browser;
let context: BrowserContext;
const foreign: string[] = [];
const complaints: string[] = [];

beforeAll(async () => {
  browser = await launchDrawn();
  context = await browser.newContext({
    viewport: { width: 1180, height: 820 },
    hasTouch: true,
    reducedMotion: 'reduce',
    acceptDownloads: true,
  });
  await context.route('**', (route) => {
    const url = route.request().url();
    if (!url.startsWith(baseUrl) && !/^(blob|data):/.test(url)) foreign.push(url);
    return route.continue();
  });
});
afterAll(async () => {
  await browser?.close();
});

/** @param isDrawn only where a test is about the picture: in software a frame takes a second */
async function open(isDrawn = false): Promise<Page> {
  const page = await context.newPage();
  if (!isDrawn) await skipDrawing(page);
  noteComplaints(page, complaints);
  await page.goto(`${baseUrl}?quality=low`);
  await settle(page, 'ready');
  return page;
}

const patientButton = (page: Page) => page.getByRole('button', { name: /^(Woman|Man), / });
const sheet = (page: Page, name: string) => page.getByRole('dialog', { name, exact: true });
const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });
const isFocused = (locator: Locator) =>
  locator.evaluate(
    (element) => element === document.activeElement || element.contains(document.activeElement),
  );

describe('the patient, by touch', () => {
  let page: Page;

  it('is changed as a whole, and comes back by undo', async () => {
    page = await open();
    await patientButton(page).tap();
    await sheet(page, 'The patient').waitFor();
    await page.getByText('Man', { exact: true }).tap();
    await page.getByRole('button', { name: 'More: Age, years' }).tap();
    await field(page, 'Height, cm').fill('178');
    await page.getByRole('button', { name: 'Add a fracture' }).tap();
    await page.getByLabel('Shape', { exact: true }).selectOption('crush');
    await page.getByLabel('Genant grade', { exact: true }).selectOption('2');
    await button(page, 'Use this patient').tap();
    await sheet(page, 'The patient').waitFor({ state: 'detached' });
    await settle(page, 'ready');
    expect(await patientButton(page).textContent()).toBe('Man, 73, 178 cm, 60 kg');
    expect(await read(page, 'fracture-count')).toBe(1);
    await button(page, 'Undo').tap();
    await settle(page, 'ready');
    expect(await patientButton(page).textContent()).toBe('Woman, 72, 160 cm, 60 kg');
    expect(await read(page, 'fracture-count')).toBe(0);
  });

  it('keeps what was typed when a figure is wrong, and says why at its field', async () => {
    await patientButton(page).tap();
    await field(page, 'Weight, kg').fill('64');
    await field(page, 'Age, years').fill('300');
    await button(page, 'Use this patient').tap();
    await page.getByText('Age must be from 20 to 100.').waitFor();
    expect(await field(page, 'Age, years').inputValue()).toBe('300');
    expect(await field(page, 'Weight, kg').inputValue()).toBe('64');
    await expect.poll(() => isFocused(field(page, 'Age, years'))).toBe(true);
    await field(page, 'Age, years').fill('80');
    await button(page, 'Use this patient').tap();
    await settle(page, 'ready');
    expect(await patientButton(page).textContent()).toBe('Woman, 80, 160 cm, 64 kg');
  });

  it('has a T-score from the WHO’s category', async () => {
    await patientButton(page).tap();
    await page.getByRole('button', { name: 'I don’t know my T-score' }).tap();
    await page.getByText('Low bone mass').tap();
    await button(page, 'Use this patient').tap();
    await settle(page, 'ready');
    expect(await read(page, 't-score')).toBe(-1.8);
  });

  it('is asked in feet and pounds, and an untouched figure stays to the last digit', async () => {
    await patientButton(page).tap();
    await sheet(page, 'The patient').getByText('ft and lb', { exact: true }).tap();
    expect(await field(page, 'Height, feet').inputValue()).toBe('5');
    expect(await field(page, 'and inches').inputValue()).toBe('3');
    await field(page, 'Weight, lb').fill('150');
    await button(page, 'Use this patient').tap();
    await settle(page, 'ready');
    expect(await patientButton(page).textContent()).toBe('Woman, 80, 5 ft 3 in, 150 lb');
    await patientButton(page).tap();
    await sheet(page, 'The patient').getByText('cm and kg', { exact: true }).tap();
    expect(await field(page, 'Height, cm').inputValue()).toBe('160');
    expect(await field(page, 'Weight, kg').inputValue()).toBe('68.04');
    await page.touchscreen.tap(5, 400);
    await sheet(page, 'The patient').waitFor({ state: 'detached' });
    await page.close();
  });
});

describe('by keyboard alone', () => {
  let page: Page;
  beforeAll(async () => {
    page = await open();
  });
  afterAll(() => page.close());

  it.each([
    ['Save and open', 'Save and open'],
    ['Words', 'Words'],
    ['Held against measurements', 'Held against measurements'],
    ['Sources', 'Sources'],
    [/^Woman, /, 'The patient'],
    ['T-score −3.5: what is it?', 'T-score'],
    ['Load against strength: what is it?', 'Load against strength'],
  ])('%s opens, holds the focus, closes by Escape and gives it back', async (name, title) => {
    const opener = page.getByRole('button', { name, exact: true });
    await opener.focus();
    await page.keyboard.press('Enter');
    await sheet(page, title).waitFor();
    for (let step = 0; step < 12; step++) {
      await page.keyboard.press('Tab');
      expect([step, await isFocused(sheet(page, title))]).toEqual([step, true]);
    }
    await page.keyboard.press('Escape');
    await sheet(page, title).waitFor({ state: 'detached' });
    await expect.poll(() => isFocused(opener)).toBe(true);
  });

  it('searches the words from a term, and comes back to it', async () => {
    const opener = page.getByRole('button', { name: /^T-score/ });
    await opener.focus();
    await page.keyboard.press('Enter');
    await button(page, 'All words').press('Enter');
    await sheet(page, 'Words').waitFor();
    await page.getByRole('searchbox').fill('newton');
    expect(await page.getByRole('term').allInnerTexts()).toContain('Newton');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await sheet(page, 'Words').waitFor({ state: 'detached' });
    await expect.poll(() => isFocused(opener)).toBe(true);
  });
});

describe('what can be taken away', () => {
  let page: Page;
  const download = async (name: string): Promise<Buffer> => {
    const downloading = page.waitForEvent('download');
    await button(page, name).tap();
    return readFileSync(await (await downloading).path());
  };

  it('is a picture of what is seen, with its caption', async () => {
    page = await open(true);
    await act(page, 'Lift');
    await expect
      .poll(async () => (await page.locator(STAGE).screenshot()).length)
      .toBeGreaterThan(PICTURE_BYTES);
    await button(page, 'Save and open').tap();
    const picture = await download('Save the picture');
    expect(picture.subarray(1, 4).toString()).toBe('PNG');
    expect(picture.length).toBeGreaterThan(PICTURE_BYTES);
    // width and height stand in the file's first chunk
    const [width, height] = [picture.readUInt32BE(16), picture.readUInt32BE(20)];
    const canvas = await page.locator(STAGE).evaluate((element) => {
      const { width, height } = element as HTMLCanvasElement;
      return { width, height };
    });
    // without what the chart covers
    expect(width).toBeLessThan(canvas.width);
    expect(width).toBeGreaterThan(canvas.width / 2);
    expect(height).toBeGreaterThan(canvas.height);
  });

  it('is the spine in three dimensions, which passes the validator and unpacks', async () => {
    const { issues } = await validateBytes(await download('3-D file (.glb)'));
    expect(issues.messages.filter(({ severity }) => severity <= 1)).toEqual([]);
    const usda = readUsda(unzipSync(await download('For iPhone and iPad (.usdz)')));
    expect(usda.getMaterial('T12')).toBeDefined();
    expect(usda.getMesh('T12').points.length).toBeGreaterThan(1000);
  });

  it('is the results as a table and as JSON', async () => {
    const table = (await download('Results as CSV')).toString();
    expect(table.split('\r\n')).toHaveLength(1 + 17 + 1);
    const results = JSON.parse((await download('Results as JSON')).toString());
    expect(results.events).toHaveLength(1);
  });

  it('is the scenario, which opens again', async () => {
    const file = await download('Save the scenario');
    await page.keyboard.press('Escape');
    await button(page, 'Reset').tap();
    await settle(page, 'ready');
    await choose(page, 'columna-scenario.json', file.toString());
    await settle(page, 'ready');
    expect(await page.getByRole('listitem').count()).toBe(1);
    await button(page, 'Undo').tap();
    await settle(page, 'ready');
    expect(await page.getByRole('listitem').count()).toBe(0);
  });

  it('is a link; where the clipboard is refused, it can be copied by hand', async () => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], {
      origin: new URL(baseUrl).origin,
    });
    await act(page, 'Cough');
    await button(page, 'Save and open').tap();
    await button(page, 'Copy the link').tap();
    await page.getByText('The link is copied.').waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(link).toMatch(new RegExp(`^${baseUrl}.*#scenario=[\\w-]+&model=`));
    await page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error('refused'));
    });
    await button(page, 'Copy the link').tap();
    const byHand = page.getByRole('textbox', { name: 'Copy the link' });
    expect(await byHand.inputValue()).toBe(link);
    expect(await isFocused(byHand)).toBe(true);
    await page.close();
  });
});

/** Opens a file by the sheet's picker. */
async function choose(page: Page, name: string, text: string): Promise<void> {
  await button(page, 'Save and open').tap();
  const choosing = page.waitForEvent('filechooser');
  await button(page, 'Open a scenario').tap();
  await (await choosing).setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
  await sheet(page, 'Save and open').waitFor({ state: 'detached' });
}

describe('a file from elsewhere', () => {
  let page: Page;
  beforeAll(async () => {
    page = await open();
  });
  afterAll(() => page.close());

  const good = {
    version: 1,
    patient: { ageYears: 60, sex: 'male', heightCm: 180, massKg: 80, tScore: -1 },
    events: [],
  };

  it('that is broken is told in a sentence, over the scenario at hand', async () => {
    await act(page, 'Bend');
    const broken = { ...good, patient: { ...good.patient, tScore: '<img src=x onerror="window.ran=1">' } };
    await choose(page, 'mine.json', JSON.stringify(broken));
    await settle(page, 'error');
    await expect
      .poll(() => page.getByRole('alert').textContent())
      .toContain('“mine.json”: patient.tScore must be a number from −6 to 4');
    await choose(page, 'results.json', '{"version":1,"modelVersion":"0.2.0","events":[],"findings":{}}');
    await expect
      .poll(() => page.getByRole('alert').textContent())
      .toContain('“results.json” holds results of Columna');
    expect(await page.getByRole('listitem').count()).toBe(2);
    expect(await page.evaluate(() => 'ran' in window)).toBe(false);
  });

  it('can be dropped anywhere on the page', async () => {
    const drop = (name: string, text: string) =>
      page.evaluate(
        ([file, content]) => {
          const dataTransfer = new DataTransfer();
          dataTransfer.items.add(new File([content!], file!, { type: 'application/json' }));
          for (const type of ['dragover', 'drop'])
            document.body.dispatchEvent(
              new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }),
            );
        },
        [name, text],
      );
    await drop('good.json', JSON.stringify(good));
    await expect.poll(() => patientButton(page).textContent()).toBe('Man, 60, 180 cm, 80 kg');
    await settle(page, 'ready');
    await drop('photo.png', '\u0089PNG');
    await settle(page, 'error');
    await expect.poll(() => page.getByRole('alert').textContent()).toContain('“photo.png” is no scenario');
    await button(page, 'Undo').tap();
    await settle(page, 'ready');
    expect(await patientButton(page).textContent()).toBe('Woman, 72, 160 cm, 60 kg');
  });
});

describe('every sheet', () => {
  let page: Page;
  beforeAll(async () => {
    page = await open();
  });
  afterAll(() => page.close());

  it('the published comparisons: each figure of the report, those that fail with the reason', async () => {
    await button(page, 'Held against measurements').tap();
    const figures = comparisons.flatMap((row) => row.figures);
    const failing = figures.filter(({ holds }) => !holds);
    await sheet(page, 'Held against measurements').waitFor();
    expect(await page.locator('[data-holds]').count()).toBe(figures.length);
    await page.getByText('Only those that fail').tap();
    await expect.poll(() => page.locator('[data-holds]').count()).toBe(failing.length);
    for (const { why } of failing) expect(await page.getByText(why!).count()).toBeGreaterThan(0);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  it.each([
    [390, 844],
    [1180, 820],
    [1920, 1080],
  ])('fits %i × %i, with targets a finger can hit', async (width, height) => {
    await page.setViewportSize({ width, height });
    for (const name of ['Save and open', 'Words', 'Held against measurements', 'Sources', /^Woman, /]) {
      await page.getByRole('button', { name, exact: true }).tap();
      const dialog = page.getByRole('dialog');
      await dialog.waitFor();
      const found = await dialog.evaluate((element) => {
        const { left, right, top, bottom } = element.getBoundingClientRect();
        const body = element.querySelector('.sheet-body')!;
        const targets = [
          ...element.querySelectorAll(
            'button, select, label.card, input:not([type=file], [type=radio], [type=checkbox])',
          ),
        ];
        return {
          inside: left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight,
          sideways: body.scrollWidth - body.clientWidth,
          small: targets
            .map((target) => ({ text: target.textContent, box: target.getBoundingClientRect() }))
            .filter(({ box }) => box.height > 1 && (box.width < 44 || box.height < 43.9))
            .map(({ text, box }) => `${text} ${box.width}×${box.height}`),
        };
      });
      expect([name, found]).toEqual([name, { inside: true, sideways: 0, small: [] }]);
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
    }
  });

  it('asked nobody else, and nothing complained', () => {
    expect(foreign).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
