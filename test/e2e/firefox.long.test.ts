import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { checkScenario } from '../../src/core/simulation/scenario.ts';
import { MODES } from '../../src/runtime/session/modePolicy.ts';
import { DEFAULT_SCENARIO } from '../../src/runtime/session/session.ts';
import { stopDrawing } from '../browser/allocation.ts';
import { type Firefox, findFirefox, launchFirefox } from '../browser/firefox.ts';
import { run } from '../core/support.ts';

/** A picture with a person in it takes more bytes than an empty one, as a PNG. */
const MORE_BYTES = 1.5;

const path = findFirefox();
if (!path)
  process.stderr.write('No Firefox found: apt-get install -y firefox-esr xvfb libgl1-mesa-dri to test it.\n');

describe.skipIf(!path)('in Firefox', () => {
  let firefox: Firefox;
  let page: Page;
  const complaints: string[] = [];
  beforeAll(async () => {
    firefox = await launchFirefox(path!);
    page = await open();
    if (firefox.hasScreen) await page.evaluateOnNewDocument(stopDrawing);
    await visit(page, '');
  });
  afterAll(async () => {
    await firefox?.close();
  });

  const open = async (): Promise<Page> => {
    const opened = await firefox.browser.newPage();
    await opened.setViewport({ width: 1180, height: 820 });
    opened.on('pageerror', (error) => complaints.push(String(error)));
    opened.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    return opened;
  };
  const visit = async (visited: Page, query: string) => {
    await visited.goto(`${inject('baseUrl')}?quality=low&lang=en${query}`);
    await settled(visited, 'ready');
    // a page that is left while it loads complains of that
    await visited.waitForNetworkIdle({ idleTime: 700 });
  };
  const settled = (waiting: Page, ...states: string[]) =>
    waiting.waitForFunction(
      (wanted: string[]) => wanted.includes(document.documentElement.dataset.state ?? ''),
      { timeout: 60_000 },
      states,
    );
  const read = (reading: string) =>
    page.$eval(`[data-reading="${reading}"]`, (element) => Number((element as HTMLElement).dataset.value));
  const press = (name: string) => page.locator(`::-p-aria([name="${name}"][role="button"])`).click();

  it('a lift breaks the same vertebra as in Node, to the last digit', async () => {
    const density = await page.$('::-p-aria([name="Bone density"][role="slider"])');
    await density!.focus();
    for (let step = 0; step < 5; step++) await page.keyboard.press('ArrowLeft');
    await settled(page, 'ready');
    expect(await read('t-score')).toBe(-4);
    await press('Lift');
    await settled(page, 'playing', 'ready');
    const time = await page.$('::-p-aria([name="Time"][role="slider"])');
    await time!.focus();
    await page.keyboard.press('End');
    await settled(page, 'ready');
    const reading = checkScenario({
      ...DEFAULT_SCENARIO,
      patient: { ...DEFAULT_SCENARIO.patient, tScore: -4 },
      events: [{ type: 'activity', name: 'lift' }],
    });
    if (!reading.ok) throw new Error(reading.problems.join(' '));
    const { findings } = run(reading.scenario).results;
    expect(findings.fractureCount).toBeGreaterThan(0);
    expect(await read('fracture-count')).toBe(findings.fractureCount);
    expect(await read('kyphosis-deg')).toBe(findings.kyphosisDeg);
    expect(await read('height-loss-mm')).toBe(findings.heightLossMm);
  });

  it('is drawn: in three dimensions where there is a screen, flat where there is none', async () => {
    if (firefox.hasScreen) {
      const measureBytes = async (of: Page) =>
        (await (await of.waitForSelector('canvas[data-engine]'))!.screenshot()).length;
      const empty = await measureBytes(page);
      const drawn = await open();
      await visit(drawn, '');
      await drawn.waitForFunction(() => performance.getEntriesByName('first-view').length > 0);
      await expect.poll(() => measureBytes(drawn)).toBeGreaterThan(MORE_BYTES * empty);
      await drawn.close();
    } else expect(await page.$$('.flat-body')).toHaveLength(17);
  });

  it.each(MODES.filter((mode) => mode !== 'explore'))('opens: %s', async (mode) => {
    await visit(page, `&mode=${mode}`);
    await page.waitForSelector(`.page[data-mode="${mode}"]`);
  });

  it('complains of nothing', () => {
    expect(complaints).toEqual([]);
  });
});
