import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import type { ColumnaSpine } from '../../src/element/columnaSpine.ts';
import { launchUndrawn } from '../browser/chrome.ts';

/** The example of the README on a page of its own, with the tests' own server in place of its host. */
const EXAMPLE = /### A web component\n.*?```html\n(.*?)```/s
  .exec(readFileSync('README.md', 'utf8'))![1]!
  .replaceAll('https://columna.example/', inject('baseUrl'));

let browser: Browser;
let server: Server;
let url: string;
beforeAll(async () => {
  browser = await launchUndrawn();
  server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html');
    response.end(`<!doctype html><title>A bare page</title>${EXAMPLE}`);
  }).listen(0, 'localhost');
  await once(server, 'listening');
  url = `http://localhost:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await browser?.close();
  server?.close();
});

interface Told {
  readonly name: string;
  readonly detail: unknown;
}
type Listening = Window & { spine: ColumnaSpine; told: Told[] };

/** The bare page, with what it logs and what the element tells. */
async function openBare(): Promise<{ readonly page: Page; readonly logged: string[] }> {
  const page = await browser.newPage({ viewport: { width: 800, height: 700 }, reducedMotion: 'reduce' });
  const logged: string[] = [];
  page.on('console', (message) => logged.push(message.text()));
  page.on('pageerror', (error) => logged.push(`error: ${error.message}`));
  await page.addInitScript(() => {
    const told: Told[] = [];
    Object.assign(window, { told });
    for (const name of ['state', 'lesson', 'problems'])
      addEventListener('DOMContentLoaded', () =>
        document
          .querySelector('#spine')
          ?.addEventListener(name, (event) => told.push({ name, detail: (event as CustomEvent).detail })),
      );
  });
  await page.goto(url);
  return { page, logged };
}
const readTold = (page: Page, name: string) =>
  page.evaluate((which) => (window as unknown as Listening).told.filter((one) => one.name === which), name);

it('the example of the README shows its scenario, tells its states and reads its results', async () => {
  const { page, logged } = await openBare();
  await expect.poll(() => logged).toContain('ready 1');
  await expect.poll(() => logged.some((line) => /^\d+\.\d+$/.test(line))).toBe(true);
  expect(logged.filter((line) => /error|refused|problem/i.test(line))).toEqual([]);
  const height = await page.locator('columna-spine').evaluate((element) => element.clientHeight);
  expect(height).toBe(640);

  // methods, with refusals in sentences
  const answers = await page.evaluate(async () => {
    const spine = document.querySelector('columna-spine')!;
    const undone = await spine.undo();
    const refused = await spine.act({ type: 'activity', name: 'fly' });
    return { undone, refused };
  });
  expect(answers.undone).toEqual({ ok: true });
  expect(answers.refused).toMatchObject({ ok: false });

  // an attribute that the page cannot take is said, and one that it can is passed on
  await page.evaluate(() => {
    const spine = document.querySelector('columna-spine')!;
    spine.setAttribute('scenario', '{"version":1');
    spine.setAttribute('mode', 'kiosk');
    spine.setAttribute('mode', 'story');
  });
  await expect.poll(async () => (await readTold(page, 'problems')).length).toBe(2);
  await expect
    .poll(async () => (await readTold(page, 'lesson')).at(-1)?.detail)
    .toMatchObject({ mode: 'story', done: 1, of: 8, right: null });
  await page.context().close();
});

it('is taken out and put back, and what was asked meanwhile is answered', async () => {
  const { page, logged } = await openBare();
  await expect.poll(() => logged).toContain('ready 1');
  const asked = await page.evaluate(async () => {
    const spine = document.querySelector('columna-spine')!;
    const pending = spine.read();
    spine.remove();
    const removed = await pending;
    document.body.append(spine);
    const again = await spine.read();
    return { removed, isAgain: again.ok };
  });
  expect(asked.removed).toEqual({ ok: false, problems: ['The element was removed from its page.'] });
  expect(asked.isAgain).toBe(true);
  await page.context().close();
});
