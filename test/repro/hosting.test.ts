import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchUndrawn } from '../browser/chrome.ts';
import { serveFolder } from '../browser/folder.ts';
import { act, button, getState, read, readAll, settle } from '../browser/page.ts';

// Reported of comparable pages: a translator's or a host's fragment empties the page, a button is dead after a later deployment, a
// page from a disk or without scripts is empty.

let browser: Browser;
beforeAll(async () => {
  browser = await launchUndrawn();
});
afterAll(async () => {
  await browser?.close();
});

const openPage = async (rest: string): Promise<Page> => {
  const page = await browser.newPage({ viewport: { width: 1180, height: 820 }, reducedMotion: 'reduce' });
  await page.goto(`${inject('baseUrl')}${rest}`);
  await settle(page, 'ready', 'error');
  return page;
};
const setHash = (page: Page, hash: string) =>
  page.evaluate((next) => {
    location.hash = next;
  }, hash);
const WEAK = { ageYears: 80, sex: 'female', heightCm: 150, massKg: 50, tScore: -4 };
const LINK = `#scenario=${encodeURIComponent(JSON.stringify({ version: 1, patient: WEAK, events: [] }))}`;

describe('a fragment that comes while the page is open', () => {
  let page: Page;
  let before: Record<string, string>;
  beforeAll(async () => {
    page = await openPage('?quality=low&lang=en');
    await act(page, 'Lift');
    await page.waitForURL(/#scenario=/);
    before = await readAll(page);
  });
  afterAll(() => page?.close());

  it.each(['#googtrans(en|pt)', '#section-2', '#/route', ''])(
    'leaves the work alone where it is not ours: %s',
    async (hash) => {
      await setHash(page, hash);
      await page.waitForTimeout(600);
      expect(await getState(page)).toBe('ready');
      expect(await readAll(page)).toEqual(before);
      expect(new URL(page.url()).hash).toBe(hash);
    },
  );

  it('with a scenario opens that, and undo brings the work back', async () => {
    await setHash(page, LINK);
    await expect.poll(() => page.locator('.patient-button').textContent()).toContain('80');
    await settle(page, 'ready');
    expect(await readAll(page)).not.toEqual(before);
    await button(page, 'Undo').click();
    await settle(page, 'ready');
    await expect.poll(() => readAll(page)).toEqual(before);
  });

  it('with a damaged one says so, over the work', async () => {
    await setHash(page, '#scenario=q1YqSy0q');
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').textContent()).toContain('cut off or damaged');
    expect(await readAll(page)).toEqual(before);
  });
});

it('a link with a full stop behind it shows its patient and no notice', async () => {
  const page = await openPage('?quality=low&lang=en');
  await act(page, 'Lift');
  await expect.poll(() => page.url()).toContain('#scenario=');
  const shown = await readAll(page);
  const link = page.url();
  await page.close();
  for (const behind of ['.', ')', '&utm_source=mail', '%E2%80%8B']) {
    const next = await openPage(new URL(link).search + new URL(link).hash + behind);
    expect(await readAll(next), behind).toEqual(shown);
    expect(await next.locator('.notices > *').count(), behind).toBe(0);
    await next.close();
  }
});

const PARTS = [
  ['mode', 'Story', /\/assets\/story-/],
  ['sheet', 'Save and open', /\/assets\/SaveSheet-/],
  ['list of sources', 'Sources', /\/assets\/SourcesSheet-/],
  ['lab', 'Expert lab', /\/assets\/Lab-/],
  ['list of acts', /^More acts/, /\/assets\/FurtherActs-/],
  ['detail of an act', /^How far, how heavy/, /\/assets\/ActDetail-/],
  ['explanation of a fracture', /^Why /, /\/assets\/Why-/],
  ['layer', 'Muscles', /\/assets\/(layers|LayerLegends)-/],
] as const;

it('a part whose script is gone says so beside the controls, and loads the page again with its scenario', async () => {
  const page = await openPage('?quality=low&lang=en');
  await act(page, 'Lift');
  const before = await readAll(page);
  for (const [what, name, gone] of PARTS) {
    await page.route(gone, (route) => route.fulfill({ status: 404, body: '' }));
    await page
      .getByRole('button', { name, exact: typeof name === 'string' })
      .first()
      .click();
    const again = button(page, 'Load again').first();
    await again.waitFor();
    expect(await page.getByRole('alert').first().textContent(), what).toContain('could not be fetched');
    if (what !== 'mode') expect(await button(page, 'Lift').isVisible(), what).toBe(true);
    await page.unroute(gone);
    await Promise.all([page.waitForEvent('load'), again.click()]);
    await settle(page, 'ready');
    await expect.poll(() => readAll(page), { message: what }).toEqual(before);
  }
  await page.close();
});

it('a language whose texts are gone says so in the clinic too, and the visit is there after the page is loaded again', async () => {
  const page = await openPage(`?quality=low&lang=en&mode=clinic${LINK}`);
  const age = page.getByRole('textbox', { name: 'Age, years' });
  await expect.poll(() => age.inputValue()).toBe('80');
  let isGone = true;
  await page.route(/\/assets\/base-/, (route) =>
    isGone ? route.fulfill({ status: 404, body: '' }) : route.continue(),
  );
  await page.getByRole('combobox', { name: 'Language' }).selectOption('de');
  const again = button(page, 'Load again');
  await again.waitFor();
  isGone = false;
  await Promise.all([page.waitForEvent('load'), again.click()]);
  await expect.poll(() => age.inputValue()).toBe('80');
  expect(page.url()).not.toContain('scenario');
  await page.close();
});

it('without its scripts it says what it needs, in the browser’s language where there is one', async () => {
  const file = pathToFileURL(join(inject('folder'), 'index.html')).href;
  /** @param wanted where it is said, and a part of the sentence */
  const expectSaid = async (
    url: string,
    options: object,
    wanted: readonly (readonly [place: string, sentence: string])[],
    gone = /^never:/,
  ) => {
    const context = await browser.newContext({ locale: 'de-DE', ...options });
    const page = await context.newPage();
    await page.route(gone, (route) => route.fulfill({ status: 404, body: '' }));
    await page.goto(url);
    for (const [place, sentence] of wanted) {
      await page.locator(place).waitFor();
      expect(await page.locator(place).textContent()).toContain(sentence);
    }
    // nothing beside it that would not answer
    for (const dead of await page.locator('button').all()) expect(await dead.isVisible()).toBe(false);
    await context.close();
  };
  await expectSaid(file, {}, [['#root > p', 'braucht einen Webserver']]);
  for (const url of [file, inject('baseUrl')])
    await expectSaid(url, { javaScriptEnabled: false }, [
      ['noscript p[lang="en"]', 'needs JavaScript'],
      ['noscript p[lang="de"]', 'braucht JavaScript'],
      ['noscript p[lang="zh-Hans"]', 'JavaScript：'],
    ]);
  await expectSaid(inject('baseUrl'), {}, [['#root > p', 'kam nicht an']], /\/assets\/(index|page)-/);
});

describe('in a frame that allows scripts alone', () => {
  const openFrame = async (address: string) => {
    const page = await browser.newPage();
    const thrown: string[] = [];
    page.on('pageerror', (error) => thrown.push(String(error)));
    await page.setContent(
      `<iframe sandbox="allow-scripts" src="${address}?quality=low&lang=en" width="800" height="600"></iframe>`,
    );
    return { page, frame: page.frameLocator('iframe'), thrown };
  };

  it('it says what that lacks, from a server that gives its scripts to nobody else', async () => {
    const { page, frame } = await openFrame(inject('baseUrl'));
    await frame.getByText('sandbox must allow').waitFor();
    await page.close();
  });

  it('it works, from a server that gives them to anyone', async () => {
    const server = await serveFolder(inject('folder'));
    const { page, frame, thrown } = await openFrame(server.url);
    await frame.locator('html[data-state="ready"]').waitFor({ state: 'attached' });
    await frame.getByRole('button', { name: 'Lift', exact: true }).click();
    await frame.locator('html:not([data-state="ready"])').waitFor({ state: 'attached' });
    expect(thrown).toEqual([]);
    await page.close();
    server.close();
  });
});

it('an address that names no origin to listen to is said in the console, one that is written otherwise is heard', async () => {
  const warned: string[] = [];
  const page = await browser.newPage();
  page.on('console', (message) => message.type() === 'warning' && warned.push(message.text()));
  for (const embed of ['*', 'school.example', 'javascript:alert(1)']) {
    warned.length = 0;
    await page.goto(`${inject('baseUrl')}?quality=low&embed=${encodeURIComponent(embed)}`);
    await settle(page);
    expect(
      warned.filter((text) => text.includes('embed=')),
      embed,
    ).toHaveLength(1);
  }
  await page.close();
  const host = new URL(inject('baseUrl'));
  for (const written of [`${host.origin}/`, `${host.origin.toUpperCase()}/course/7?a=1`]) {
    const framing = await browser.newPage();
    await framing.goto(new URL('licences.md', host).href);
    await framing.evaluate(
      (address) => {
        const heard: unknown[] = [];
        addEventListener('message', ({ data }) => heard.push(data));
        document.body.innerHTML = `<iframe src="${address}" width="600" height="400"></iframe>`;
        Object.assign(window, { heard });
      },
      `${host}?quality=low&embed=${encodeURIComponent(written)}`,
    );
    await expect
      .poll(() => framing.evaluate(() => JSON.stringify((window as unknown as { heard: unknown[] }).heard)), {
        message: written,
      })
      .toContain('"ready"');
    await framing.close();
  }
});

it('what is saved stays there for half a minute, and a spreadsheet’s own marks are offered where they are written', async () => {
  const page = await openPage('?quality=low&lang=de');
  await page.evaluate(() => {
    const revoked: string[] = [];
    const { revokeObjectURL } = URL;
    URL.revokeObjectURL = (address) => {
      revoked.push(address);
      revokeObjectURL.call(URL, address);
    };
    Object.assign(window, { revoked });
  });
  await button(page, 'Sichern und öffnen').click();
  const saved: string[] = [];
  for (const name of [/CSV.*Dezimalpunkt/, /CSV.*Dezimalkomma/]) {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name }).click(),
    ]);
    const chunks: Buffer[] = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
    saved.push(Buffer.concat(chunks).toString());
  }
  expect(saved[0]).toMatch(/^event,event_type,/);
  expect(saved[1]).toMatch(/^event;event_type;/);
  await page.waitForTimeout(2000);
  expect(await page.evaluate(() => (window as unknown as { revoked: string[] }).revoked)).toEqual([]);
  expect(await read(page, 'time-s')).toBeGreaterThanOrEqual(0);
  await page.close();
});
