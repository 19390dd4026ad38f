import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { burnIn } from '../../src/cli/burnIn.ts';
import { encodeDicom } from '../../src/cli/dicom.ts';
import { encodePng } from '../../src/cli/png.ts';
import { display } from '../../src/core/imaging/exams/display.ts';
import { type ExamResult, seedOfScenario, takeExam } from '../../src/core/imaging/exams/exam.ts';
import { runToState } from '../../src/core/simulation/run.ts';
import type { Scenario } from '../../src/core/simulation/scenario.ts';
import { unpack } from '../../src/runtime/address/packing.ts';
import { findBarriers, findSmallTargets } from '../browser/axe.ts';
import { launchUndrawn } from '../browser/chrome.ts';
import { button, noteComplaints, settle } from '../browser/page.ts';
import { readShapes } from '../core/imaging/support.ts';

const BROKEN: Scenario = {
  version: 1,
  patient: {
    ageYears: 74,
    sex: 'female',
    heightCm: 160,
    massKg: 60,
    tScore: -3,
    knownFractures: [{ level: 'T12', shape: 'wedge', genantGrade: 3, ageWeeks: 1 }],
  },
  events: [],
};
const LEAST_TARGET_PX = 44;

let browser: Browser;
let page: Page;
/** The film that the command takes of her. */
let film: ExamResult;
const complaints: string[] = [];
const asked: string[] = [];

beforeAll(async () => {
  browser = await launchUndrawn();
  const context = await browser.newContext({
    viewport: { width: 1180, height: 820 },
    hasTouch: true,
    reducedMotion: 'reduce',
  });
  page = await context.newPage();
  noteComplaints(page, complaints);
  page.on('request', (request) => asked.push(`${request.method()} ${request.url()}`));
  const fragment = encodeURIComponent(JSON.stringify(BROKEN));
  await page.goto(`${inject('baseUrl')}?quality=low#scenario=${fragment}`);
  await settle(page, 'ready');
});
afterAll(() => browser?.close());

const room = () => page.getByRole('dialog', { name: 'Images', exact: true });
const image = () => page.getByRole('application');
const tool = (name: string) => room().getByRole('toolbar').getByRole('button', { name, exact: true });
const rows = (kind: string) => page.locator(`[data-measure="${kind}"] tr`);
const cells = async (row: Locator) => row.locator('th, td').allInnerTexts();
const figure = (text: string | undefined) => Number(/-?[\d.]+/.exec(text?.replace('−', '-') ?? '')?.[0]);

async function choose(exam: string): Promise<void> {
  await room().getByRole('button', { name: exam, exact: true }).click();
  await page.locator('.room-pane[data-ready] canvas').waitFor();
}

/** The model's own points of an end plate, where the page shows them: front, middle and back. */
async function plate(level: number, side: 0 | 1): Promise<readonly { x: number; y: number }[]> {
  const box = (await image().boundingBox())!;
  const drawn = page.locator('.room-truth').nth(level).locator('polyline').nth(side);
  const points = (await drawn.getAttribute('points'))!;
  return points.split(' ').map((point) => {
    const [x, y] = point.split(',').map(Number) as [number, number];
    return { x: box.x + x, y: box.y + y };
  });
}
/** T12 among the levels of a film, which begin with T4. */
const T12 = 8;

describe('the reading room', () => {
  it('opens by keyboard with a film, whose figures are those of the command', async () => {
    await button(page, 'Images').press('Enter');
    await room().waitFor();
    await page.locator('.room-pane[data-ready] canvas').waitFor();
    expect(await room().locator('figcaption').textContent()).toBe('Simulated image. It diagnoses nobody.');
    const { person, state } = runToState(BROKEN);
    const seed = seedOfScenario(BROKEN);
    const shapes = await readShapes();
    const result = takeExam(person, state, { exam: 'film-lateral', shapes, seed });
    film = result;
    if (result.kind !== 'film' || !('T12' in result.reading.levels)) throw new Error('no film');
    const truth = result.reading.levels.T12 as { anteriorMm: number; posteriorMm: number };
    const shown = await cells(page.locator('[data-report] tr[data-level="T12"]'));
    expect(figure(shown[1])).toBeCloseTo(truth.anteriorMm, 1);
    expect(figure(shown[3])).toBeCloseTo(truth.posteriorMm, 1);
    expect(shown.at(-1)).toBe('3');
  });

  it('measures six points by mouse, beside the model’s, and takes them back', async () => {
    await tool('Show the model’s points').click();
    await tool('Six points').click();
    const points = [...(await plate(T12, 0)), ...(await plate(T12, 1))];
    for (const { x, y } of points) await page.mouse.click(x, y);
    await rows('six').first().waitFor();
    const [front, , back, wedge, grade] = await Promise.all(
      [0, 1, 2, 3, 4].map((row) => cells(rows('six').nth(row))),
    );
    expect(front![0]).toBe('T12, front, mm');
    expect(Math.abs(figure(front![3]))).toBeLessThan(1.2);
    expect(Math.abs(figure(back![3]))).toBeLessThan(1.2);
    expect(Math.abs(figure(wedge![3]))).toBeLessThan(3);
    expect(grade!.slice(1, 3)).toEqual(['3', '3']);
    await page.getByText('95 in 100 agree to 12.5 % of the height').waitFor();
    // a point is dragged along, and undo takes the whole drag back
    const ownFront = async () => figure((await cells(rows('six').first()))[1]);
    const before = await ownFront();
    await page.mouse.move(points[0]!.x, points[0]!.y);
    await page.mouse.down();
    for (let step = 1; step <= 8; step++) await page.mouse.move(points[0]!.x, points[0]!.y - 3 * step);
    await page.mouse.up();
    await expect.poll(ownFront).toBeGreaterThan(before + 3);
    await tool('Undo').click();
    await expect.poll(ownFront).toBeCloseTo(before, 1);
  });

  it('measures Cobb’s angle by touch', async () => {
    await tool('Angle').tap();
    const [upper, lower] = [await plate(0, 0), await plate(T12, 1)];
    for (const { x, y } of [upper[0]!, upper[2]!, lower[0]!, lower[2]!]) await page.touchscreen.tap(x, y);
    await rows('angle').first().waitFor();
    const [name, own, truth] = await cells(rows('angle').first());
    expect(name).toBe('T4, upper end plate – T12, lower end plate');
    expect(Math.abs(figure(own) - figure(truth))).toBeLessThan(3);
    const cobb = figure(/T12: ([\d.]+)/.exec((await page.locator('[data-report]').textContent())!)![1]);
    expect(figure(truth)).toBeCloseTo(cobb, 1);
  });

  it('measures a length by keyboard alone, and moves its end', async () => {
    await tool('Length').press('Enter');
    await image().focus();
    await page.keyboard.press('Enter');
    for (let step = 0; step < 4; step++) await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('Enter');
    await rows('length').first().waitFor();
    const before = figure((await cells(rows('length').first()))[1]);
    expect(before).toBeGreaterThan(20);
    const end = page.getByRole('button', { name: /: other end$/ }).last();
    await end.focus();
    for (let step = 0; step < 4; step++) await page.keyboard.press('Shift+ArrowRight');
    await expect
      .poll(async () => figure((await cells(rows('length').first()))[1]))
      .toBeGreaterThan(before + 5);
  });

  it('is windowed without being taken again', async () => {
    await tool('Brightness').click();
    const said = page.locator('[data-reading="window"]');
    const before = await said.textContent();
    const { x, y, width, height } = (await image().boundingBox())!;
    await page.mouse.move(x + width * 0.9, y + height / 2);
    await page.mouse.down();
    await page.mouse.move(x + width * 0.9 - 90, y + height / 2 - 60, { steps: 4 });
    await page.mouse.up();
    expect(await said.textContent()).not.toBe(before);
    expect(await page.locator('.room-progress').count()).toBe(0);
  });

  it('shows two postures side by side, and that the fresh break opens', async () => {
    await page.getByLabel('Beside it').selectOption('posture');
    await page.locator('.room-pane[data-ready]').nth(1).waitFor();
    await page.getByText(/^T12 moves: its front is/).waitFor();
    await page.getByLabel('Beside it').selectOption('nothing');
  });

  it('goes through the slices of a CT by keys, and reads HU', async () => {
    await choose('CT, lengthwise');
    await page.locator('[data-reading="ct-l1-hu"]').waitFor();
    await tool('Probe').click();
    await image().focus();
    await page.keyboard.press('Enter');
    await rows('probe').first().waitFor();
    expect((await cells(rows('probe').first()))[1]).toMatch(/^−?\d+ ± \d+ HU$/);
    await page.keyboard.press('PageDown');
    await page.getByText('CT, lengthwise · lying on the back · 1 mm').waitFor();
  });

  it('says on MRI what is fresh, and on DXA what counts', async () => {
    await choose('MRI STIR');
    await page.getByText(/^T12: oedema in \d+\s?% of the marrow, and fluid in a gap/).waitFor();
    await choose('DXA');
    await page.getByText('In the range of osteoporosis, from L1, L2, L3, and L4.').waitFor();
    expect(await page.locator('[data-reading="dxa-t"]').textContent()).toMatch(/^T −(2\.9|3\.0|3\.1)$/);
  });

  it('says which image when, and takes it', async () => {
    await button(page, 'Which one when').click();
    await page.getByText('Red flags').waitFor();
    await page.getByRole('button', { name: 'Take it here: VFA' }).click();
    await page.locator('.room-pane[data-exam="vfa"][data-ready]').waitFor();
  });

  it('bars nobody, and has targets a finger can hit', async () => {
    expect(await findBarriers(page)).toEqual([]);
    expect(await findSmallTargets(page, LEAST_TARGET_PX)).toEqual([]);
  });
});

/** Bodies of a drawn film, from T11 down: left and right column, upper and lower row. The middle one has lost its front. */
const BODIES = [
  [60, 30, 110, 70],
  [60, 90, 110, 130],
  [60, 150, 110, 190],
] as const;

function drawFilm(): Buffer {
  const [columns, rows] = [200, 240];
  const values = new Uint16Array(columns * rows).fill(9000);
  for (const [left, top, right, bottom] of BODIES)
    for (let row = top; row < bottom; row++) values.fill(52000, row * columns + left, row * columns + right);
  return encodePng({ columns, rows, values, columnMm: 1, rowMm: 1 }, 'drawn');
}

/** All that a page may keep. */
const listKept = (): Promise<string> =>
  page.evaluate(async () => {
    const databases = await indexedDB.databases();
    const caches_ = await Promise.all(
      (await caches.keys()).map(async (name) =>
        (await (await caches.open(name)).keys()).map(({ url }) => url),
      ),
    );
    return JSON.stringify([{ ...localStorage }, { ...sessionStorage }, databases, caches_, document.cookie]);
  });

describe('a film of one’s own', () => {
  const picker = () => page.locator('input[type="file"]');
  const open = (name: string, buffer: Buffer) =>
    picker().setInputFiles({ name, mimeType: 'application/octet-stream', buffer });

  it('gets one clear sentence where it is none', async () => {
    await button(page, 'Your own film').click();
    await open('letter.txt', Buffer.from('Dear colleague'));
    await page.getByText('This is no PNG, JPEG or DICOM file.').waitFor();
    await open('cut.png', drawFilm().subarray(0, 200));
    await page.getByText('This picture is damaged and cannot be read.').waitFor();
    const dicom = Buffer.alloc(140);
    dicom.write('DICM', 128, 'latin1');
    await open('empty.dcm', dicom);
    await page.getByText('This picture is damaged and cannot be read.').waitFor();
  });

  it('may be the DICOM that the command writes, with its millimetres', async () => {
    const picture = burnIn(display(film), 65535, 0);
    await open('film.dcm', Buffer.from(encodeDicom(picture, film, 'film-lateral', '4711')));
    await image().waitFor();
    const { x, y, width, height } = (await image().boundingBox())!;
    for (const [row, column] of [0, 1].flatMap((row) => [0, 1, 2].map((column) => [row, column] as const)))
      await page.mouse.click(x + width / 2 + 30 * column, y + height / 2 + 60 * row);
    const scale = Math.min(width / picture.columns, height / picture.rows);
    const shown = page.locator('.room-own tr[data-level="T10"] td').first();
    await shown.waitFor();
    expect(figure((await shown.textContent())!)).toBeCloseTo((60 / scale) * picture.rowMm, 0);
  });

  it('gives its fractures to the patient, and is neither stored nor sent', async () => {
    const kept = await listKept();
    asked.length = 0;
    await open('film.png', drawFilm());
    await image().waitFor();
    expect(await room().locator('figcaption').textContent()).toMatch(/not stored and not sent/);
    await page.getByLabel('Topmost vertebra that you mark').selectOption('T11');
    const box = (await image().boundingBox())!;
    const scale = Math.min(box.width / 200, box.height / 240);
    const at = (column: number, row: number) => ({
      x: box.x + (box.width - 200 * scale) / 2 + column * scale,
      y: box.y + (box.height - 240 * scale) / 2 + row * scale,
    });
    for (const [n, [left, top, right, bottom]] of BODIES.entries()) {
      const middle = (left + right) / 2;
      const front = n === 1 ? top + 18 : top;
      const points = [
        [left, front],
        [middle, (top + front) / 2],
        [right, top],
        [left, bottom],
        [middle, bottom],
        [right, bottom],
      ];
      for (const [column, row] of points) {
        const { x, y } = at(column!, row!);
        await page.mouse.click(x, y);
      }
    }
    await page.getByLabel('When did it break?').selectOption('fresh');
    await page.getByRole('button', { name: 'Use: 1 known fracture' }).click();
    await room().waitFor({ state: 'detached' });
    await settle(page, 'ready');
    const packed = new URLSearchParams(new URL(page.url()).hash.slice(1)).get('scenario')!;
    expect(packed.length).toBeLessThan(500);
    expect(unpack(packed)).toContain(
      '"knownFractures":[{"level":"T12","shape":"wedge","genantGrade":3,"ageWeeks":1}]',
    );
    expect(asked.filter((request) => !request.startsWith('GET '))).toEqual([]);
    expect(await listKept()).toBe(kept);
  });

  it('leaves the page as it was: the focus comes back, and nothing complained', async () => {
    await button(page, 'Images').press('Enter');
    await room().waitFor();
    await page.keyboard.press('Escape');
    await room().waitFor({ state: 'detached' });
    await expect
      .poll(() => button(page, 'Images').evaluate((one) => one === document.activeElement))
      .toBe(true);
    expect(complaints).toEqual([]);
  });
});
