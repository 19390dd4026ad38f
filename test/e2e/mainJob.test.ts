import { readFileSync } from 'node:fs';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { finish, runScenario } from '../../src/core/simulation/run.ts';
import type { Scenario } from '../../src/core/simulation/scenario.ts';
import { unpack } from '../../src/runtime/address/packing.ts';
import { launchUndrawn } from '../browser/chrome.ts';
import { act, button, noteComplaints, read, readAll, settle, slider, toEnd } from '../browser/page.ts';

const baseUrl = inject('baseUrl');
let browser: Browser;
let context: BrowserContext;
/** What no page may do: talk to another origin, or complain. */
const foreign: string[] = [];
const complaints: string[] = [];

/** @param query with its `?`, or a fragment */
async function open(query = ''): Promise<Page> {
  const page = await context.newPage();
  noteComplaints(page, complaints);
  await page.goto(`${baseUrl}?quality=low${query.replace('?', '&')}`);
  return page;
}

/** The scenario in the page's address. */
function scenarioOf(page: Page): Scenario {
  const packed = /scenario=([\w-]+)/.exec(new URL(page.url()).hash)![1]!;
  return JSON.parse(unpack(packed)!) as Scenario;
}

async function newContext(): Promise<BrowserContext> {
  const made = await browser.newContext({ viewport: { width: 1180, height: 820 }, reducedMotion: 'reduce' });
  await made.route('**', (route) => {
    const url = route.request().url();
    if (!url.startsWith(baseUrl) && !/^(blob|data):/.test(url)) foreign.push(url);
    return route.continue();
  });
  return made;
}

beforeAll(async () => {
  browser = await launchUndrawn();
  context = await newContext();
});
afterAll(async () => {
  await browser?.close();
});

describe('the main job', () => {
  let page: Page;

  it('opens with the default patient standing, unbroken', async () => {
    page = await open();
    await settle(page, 'ready');
    expect(await read(page, 'fracture-count')).toBe(0);
    expect(await read(page, 't-score')).toBe(-3.5);
  });

  it('breaks one vertebra of T7–L2 in her lift; count, back, height, chart and words say the same', async () => {
    const standing = await readAll(page);
    await act(page, 'Lift');
    await expect.poll(() => page.url()).toContain('#scenario=');
    const { results } = finish(runScenario(scenarioOf(page)));
    const broken = results.findings.levels.filter((row) => row.fractured);
    expect(broken).toHaveLength(1);
    const { level, anteriorHeightLossPercent } = broken[0]!;
    expect(['T7', 'T8', 'T9', 'T10', 'T11', 'T12', 'L1', 'L2']).toContain(level);
    expect(await read(page, 'fracture-count')).toBe(1);
    expect(await read(page, 'kyphosis-deg')).toBeGreaterThan(Number(standing['kyphosis-deg']) + 4);
    expect(await read(page, 'height-loss-mm')).toBeGreaterThan(Number(standing['height-loss-mm']) + 5);
    expect(await page.getByRole('status').textContent()).toContain(
      `${level} gave way: its front lost ${Math.round(anteriorHeightLossPercent)} % of its height.`,
    );
    // the chart's row is over the line, and none is further over it
    const ratios = await page.locator('.chart tr[data-level]').evaluateAll((rows) =>
      (rows as HTMLElement[]).map((row) => ({
        level: row.dataset.level,
        ratio: Number.parseFloat(row.querySelector('.ratio')!.textContent),
      })),
    );
    const most = Math.max(...ratios.map(({ ratio }) => ratio));
    expect(ratios).toContainEqual({ level, ratio: most });
    expect(await page.locator(`.chart tr[data-level="${level}"]`).getAttribute('data-over')).toBe('true');
    expect(await button(page, `Why ${level}?`).count()).toBe(1);
    await button(page, 'Undo').click();
    await settle(page, 'ready');
    expect(await readAll(page)).toMatchObject({ 'fracture-count': '0' });
  });

  it('lowers the bone density by keyboard', async () => {
    const density = slider(page, 'Bone density');
    await density.focus();
    for (let step = 0; step < 10; step++) await page.keyboard.press('ArrowLeft');
    await settle(page, 'ready');
    expect(await read(page, 't-score')).toBe(-4.5);
    expect(await density.getAttribute('value')).toBe('-4.5');
  });

  it('breaks a vertebra in four everyday acts, and kyphosis and height loss add up', async () => {
    await act(page, 'Stand');
    const standing = {
      kyphosis: await read(page, 'kyphosis-deg'),
      height: await read(page, 'height-loss-mm'),
    };
    for (const name of ['Bend', 'Lift', 'Cough']) await act(page, name);
    expect(await read(page, 'fracture-count')).toBeGreaterThanOrEqual(1);
    expect(await read(page, 'kyphosis-deg')).toBeGreaterThan(standing.kyphosis);
    expect(await read(page, 'height-loss-mm')).toBeGreaterThan(standing.height);
  });

  it('says in words what happened, and lists what was done', async () => {
    expect(await page.getByRole('status').textContent()).toMatch(/\w{3}/);
    expect(await page.getByRole('listitem').allInnerTexts()).toHaveLength(4);
  });

  it('gives the same bytes as Node', async () => {
    await expect.poll(() => scenarioOf(page).events.length).toBe(4);
    const downloading = page.waitForEvent('download');
    await button(page, 'Download results').click();
    const file = await (await downloading).path();
    const { results } = finish(runScenario(scenarioOf(page)));
    expect(readFileSync(file, 'utf8')).toBe(`${JSON.stringify(results, null, 2)}\n`);
  });

  it('fills a vertebra with cement, and takes that back', async () => {
    const before = await readAll(page);
    await act(page, 'Cement');
    expect(await page.getByRole('status').textContent()).toMatch(
      /^[TL]\d+ was filled with 4 ml of bone cement\.$/,
    );
    await button(page, 'Undo').click();
    await settle(page, 'ready');
    const after = await readAll(page);
    expect({ ...after, 'time-s': '' }).toEqual({ ...before, 'time-s': '' });
    await button(page, 'Redo').click();
    await settle(page, 'ready');
    expect(await page.getByRole('listitem').allInnerTexts()).toHaveLength(5);
  });

  it('scrubs: before the break the readouts are those from before', async () => {
    await button(page, 'Undo').click();
    await settle(page, 'ready');
    await slider(page, 'Time').press('Home');
    await settle(page, 'paused');
    expect(await read(page, 'time-s')).toBe(0);
    await toEnd(page);
  });

  it('reproduces itself from its link, to the last digit', async () => {
    await expect.poll(() => scenarioOf(page).events.length).toBe(4);
    const link = new URL(page.url()).hash;
    const values = await readAll(page);
    const elsewhere = await newContext();
    const other = await elsewhere.newPage();
    await other.goto(baseUrl + link);
    await settle(other, 'ready');
    expect(await readAll(other)).toEqual(values);
    await elsewhere.close();
  });

  it('plays at once, and a new act finishes the one that plays', async () => {
    // slowly, and acts that last: what plays is still playing when it is looked at
    await page.getByLabel('Speed').selectOption('quarter');
    await button(page, 'Bend').click();
    await settle(page, 'playing');
    await button(page, 'Lift').click();
    await settle(page, 'playing');
    expect(await page.getByRole('listitem').allInnerTexts()).toHaveLength(6);
    await button(page, 'Pause').click();
    await settle(page, 'paused');
  });

  it('resets to the default patient', async () => {
    await button(page, 'Reset').click();
    await settle(page, 'ready');
    expect(await read(page, 't-score')).toBe(-3.5);
    expect(await read(page, 'fracture-count')).toBe(0);
    expect(await page.getByRole('listitem').count()).toBe(0);
    await page.close();
  });
});

describe('links', () => {
  it('reads raw JSON, the time, and units', async () => {
    const scenario = {
      version: 1,
      patient: { ageYears: 60, sex: 'male', heightCm: 180, massKg: 80, tScore: 0 },
      events: [{ type: 'activity', name: 'bend' }],
    };
    const page = await open(
      `?units=imperial&time=0.5&scenario=${encodeURIComponent(JSON.stringify(scenario))}`,
    );
    await settle(page, 'paused');
    expect(await read(page, 'time-s')).toBe(0.5);
    expect(await page.locator('[data-reading="height-loss-mm"]').textContent()).toMatch(/in$/);
    await page.close();
  });

  it('shows what is wrong with a broken one, and its controls work', async () => {
    const scenario = {
      version: 1,
      patient: { ageYears: 60, sex: 'male', heightCm: 180, massKg: 80, tScore: 'low' },
      events: [],
    };
    const page = await open(`?scenario=${encodeURIComponent(JSON.stringify(scenario))}`);
    await settle(page, 'error');
    await expect
      .poll(() => page.getByRole('alert').textContent())
      .toContain('patient.tScore must be a number from −6 to 4');
    await act(page, 'Stand');
    expect(await page.getByRole('alert').count()).toBe(0);
    await page.close();
  });

  it.each(['scenario=garbage!', 'scenario=7b7b7b', 'scenario=', 'scenario=%7B%22version%22'])(
    'offers the default patient instead of %s',
    async (query) => {
      const page = await open(`?${query}`);
      await settle(page, 'error');
      await button(page, 'Use the default patient').click();
      await settle(page, 'ready');
      expect(await page.getByRole('alert').count()).toBe(0);
      await page.close();
    },
  );

  it('says that a link comes from another model', async () => {
    const scenario = {
      version: 1,
      patient: { ageYears: 60, sex: 'male', heightCm: 180, massKg: 80, tScore: 0 },
      events: [],
    };
    const page = await open(`#scenario=${encodeURIComponent(JSON.stringify(scenario))}&model=0.0.1`);
    await settle(page, 'ready');
    expect(await page.getByRole('note').textContent()).toContain('model 0.0.1');
    await page.close();
  });
});

describe('on any device', () => {
  let page: Page;
  beforeAll(async () => {
    page = await open();
    await settle(page, 'ready');
  });

  it.each([
    ['tablet', 1180, 820],
    ['phone', 390, 844],
    ['wall', 1920, 1080],
  ])('has controls a finger can hit, and a page that does not scroll: %s', async (_, width, height) => {
    await page.setViewportSize({ width, height });
    const small = await page.getByRole('button').evaluateAll((elements) =>
      elements
        .map((element) => ({ name: element.textContent, box: element.getBoundingClientRect() }))
        .filter(({ box }) => box.width < 44 || box.height < 44)
        .map(({ name }) => name),
    );
    expect(small).toEqual([]);
    const size = await page.evaluate(() => {
      const { scrollWidth, scrollHeight } = document.documentElement;
      return [scrollWidth, scrollHeight];
    });
    expect(size).toEqual([width, height]);
  });

  it('opens the expert lab, and nothing complained or left the origin', async () => {
    await button(page, 'Expert lab').click();
    await page.getByText('Short-range stiffness of the trunk muscles').first().waitFor();
    await page.close();
    expect(foreign).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
