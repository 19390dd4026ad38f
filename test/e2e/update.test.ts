import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { launchUndrawn } from '../browser/chrome.ts';
import { act, button, read, readAll, settle } from '../browser/page.ts';
import { serveBuild } from '../browser/serve.ts';

/** A later version of the page is told from the first by a word in its head. */
const MARK = '<meta name="columna-test" content="later">';
const isLater = (page: Page) => page.locator('meta[name="columna-test"]').count();

/** Puts a later version in the place of the one that is served. */
function publishLater(folder: string): void {
  const html = join(folder, 'index.html');
  writeFileSync(html, readFileSync(html, 'utf8').replace('</head>', `${MARK}</head>`));
  const worker = join(folder, 'sw.js');
  const script = readFileSync(worker, 'utf8');
  const changed = script
    .replace(/(url:"index\.html",revision:")\w+/, '$1later')
    .replace(/("url":"index\.html","revision":")\w+/, '$1later');
  expect(changed).not.toBe(script);
  writeFileSync(worker, changed);
}

it('a later version waits for the end of the visit, and is there at the next', async () => {
  const { baseUrl, folder, close } = await serveBuild();
  const browser = await launchUndrawn();
  const context = await browser.newContext({
    serviceWorkers: 'allow',
    viewport: { width: 1180, height: 820 },
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.goto(baseUrl);
  await settle(page, 'ready');
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
  await act(page, 'Lift');
  const before = await readAll(page);
  await page.evaluate(() => Object.assign(window, { isSame: true }));

  publishLater(folder);
  await page.evaluate(async () => {
    const registration = (await navigator.serviceWorker.getRegistration())!;
    await registration.update();
  });
  const isWaiting = () =>
    page.evaluate(async () => Boolean((await navigator.serviceWorker.getRegistration())?.waiting));
  await expect.poll(isWaiting).toBe(true);
  // the visit goes on as if nothing were
  expect(await page.evaluate(() => 'isSame' in window)).toBe(true);
  expect(await readAll(page)).toEqual(before);
  await button(page, 'Words').press('Enter');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  await act(page, 'Cough');
  expect(await read(page, 'time-s')).toBeGreaterThan(0);
  // and so does one that begins beside it
  const beside = await context.newPage();
  await beside.goto(baseUrl);
  expect(await isLater(beside)).toBe(0);
  await beside.close();
  await page.close();

  // an address opened before the last page is quite gone still gets the version of that visit, and
  // loading it again would keep that version: a new visit begins with a page of its own
  let next = await context.newPage();
  await expect
    .poll(async () => {
      await next.close();
      next = await context.newPage();
      await next.goto(baseUrl);
      return isLater(next);
    })
    .toBe(1);
  await settle(next, 'ready');
  await browser.close();
  await close();
});
