import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { launchUndrawn } from '../browser/chrome.ts';

let browser: Browser;
let server: Server;
/** Another port is another origin. */
let school: string;
let frame = '';
beforeAll(async () => {
  browser = await launchUndrawn();
  server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html');
    response.end(`<iframe src="${frame}" width="600" height="400"></iframe>
      <script>window.answers = []; addEventListener('message', ({ data }) => answers.push(data));</script>`);
  }).listen(0, 'localhost');
  await once(server, 'listening');
  school = `http://localhost:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await browser?.close();
  server?.close();
});

interface Framing {
  answers: { id?: number; tells?: string; state?: string; fractureCount?: number; ok?: boolean }[];
}

/** A page of another origin with Columna in a frame that listens to `listensTo`. */
async function openFraming(listensTo: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 700, height: 500 }, reducedMotion: 'reduce' });
  frame = `${inject('baseUrl')}?quality=low&embed=${encodeURIComponent(listensTo)}`;
  await page.goto(school);
  return page;
}

const getAnswers = (page: Page) => page.evaluate(() => (window as unknown as Framing).answers);
const send = (page: Page, message: object) =>
  page.evaluate((what) => frames[0]!.postMessage({ columna: 1, ...what }, '*'), message);

it('a page that has Columna in a frame drives it, and is told what came of it', async () => {
  const page = await openFraming(school);
  await expect.poll(async () => (await getAnswers(page)).at(-1)?.state).toBe('ready');
  const patient = { ageYears: 72, sex: 'female', heightCm: 160, massKg: 60, tScore: -3.5 };
  const events = [{ type: 'activity', name: 'lift' }];
  await send(page, { id: 1, command: 'open', scenario: { version: 1, patient, events } });
  await send(page, { id: 2, command: 'open', scenario: '<script>' });
  await expect
    .poll(async () => (await getAnswers(page)).filter(({ id }) => id).map(({ id, ok }) => [id, ok]))
    .toEqual([
      [1, true],
      [2, false],
    ]);
  const isTold = async () =>
    (await getAnswers(page)).some(({ tells, fractureCount }) => tells && fractureCount === 1);
  await expect.poll(isTold).toBe(true);
  await page.close();
});

it('a page of another origin than the one it listens to is neither heard nor told', async () => {
  const page = await openFraming('http://other.test');
  await page.frameLocator('iframe').getByRole('button', { name: 'Lift' }).waitFor();
  await page.frameLocator('iframe').locator('html[data-state="ready"]').waitFor({ state: 'attached' });
  await send(page, { id: 1, command: 'read' });
  await page.waitForTimeout(1500);
  expect(await getAnswers(page)).toEqual([]);
  await page.close();
});
