import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { launchDrawn } from '../browser/chrome.ts';
import { act, button, readAll, settle } from '../browser/page.ts';
import { BUDGETS } from '../budgets.ts';

const QUERY = '?quality=low&view=side&lang=en';

let browser: Browser;
let folder: string;
beforeAll(async () => {
  browser = await launchDrawn();
  folder = mkdtempSync(join(tmpdir(), 'columna-single-'));
  const env = { ...process.env, NODE_ENV: 'production' };
  const build = [
    'node_modules/vite/bin/vite.js',
    'build',
    '--config',
    'src/build/single.ts',
    '--logLevel',
    'error',
  ];
  execFileSync(process.execPath, [...build, '--outDir', folder], { env, stdio: 'inherit' });
});
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true });
});

/** Lifts, and goes to the end. */
async function lift(page: Page, url: string): Promise<Record<string, string>> {
  await page.goto(url + QUERY);
  await settle(page, 'ready');
  await act(page, 'Lift');
  return readAll(page);
}

it('one file runs from disk alone, with the figures of the served page', async () => {
  const file = join(folder, 'columna.html');
  expect(statSync(file).size).toBeLessThanOrEqual(BUDGETS.singleFileBytes);
  const page = await browser.newPage({ viewport: { width: 390, height: 844 }, reducedMotion: 'reduce' });
  const asked: string[] = [];
  const wrong: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  page.on('pageerror', ({ message }) => wrong.push(message));
  page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));
  const workers: string[] = [];
  page.on('worker', (worker) => workers.push(worker.url()));
  const url = pathToFileURL(file).href;
  const figures = await lift(page, url);
  expect(workers).toHaveLength(1);
  expect(workers[0]).toMatch(/^blob:/);
  // what is loaded later stands inside as well
  await page.getByLabel('Language').selectOption('de');
  await button(page, 'Wörter').press('Enter');
  await page.getByRole('dialog').waitFor();
  expect(wrong).toEqual([]);
  expect(asked.filter((one) => !/^(data|blob):/.test(one))).toEqual([url + QUERY]);
  // its policy runs no other script
  const ran = await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'document.title = "hacked"';
    document.body.append(script);
    return document.title;
  });
  expect(ran).not.toBe('hacked');
  await page.close();

  const served = await browser.newPage({ viewport: { width: 390, height: 844 }, reducedMotion: 'reduce' });
  expect(figures).toEqual(await lift(served, inject('baseUrl')));
  await served.close();
});
