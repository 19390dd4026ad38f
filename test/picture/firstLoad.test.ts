import { basename } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, inject, it } from 'vitest';
import { launchChrome } from '../browser/chrome.ts';
import { settle } from '../browser/page.ts';
import { BUDGETS } from '../budgets.ts';

/** Least size of the picture as PNG: an empty stage is a smooth gradient and compresses to a third of this. */
const PICTURE_BYTES = 30_000;

it('loads little at first, and draws the column', async () => {
  const browser = await launchChrome();
  const page = await browser.newPage({ viewport: { width: 1180, height: 820 } });
  const scripts = new Map<string, Promise<Buffer>>();
  page.on('response', (response) => {
    if (response.url().endsWith('.js')) scripts.set(basename(response.url()), response.body());
  });
  await page.goto(inject('baseUrl'));
  await settle(page, 'ready');
  await expect
    .poll(async () => (await page.locator('canvas').screenshot()).length, { interval: 1000 })
    .toBeGreaterThan(PICTURE_BYTES);
  const later = await page.evaluate(() => {
    const { startTime } = performance.getEntriesByName('first-view')[0]!;
    return performance
      .getEntriesByType('resource')
      .filter((entry) => entry.startTime > startTime)
      .map(({ name }) => name);
  });
  const sizes: Record<string, number> = {};
  for (const [file, body] of scripts)
    if (!later.some((address) => address.endsWith(`/${file}`)))
      sizes[file] = gzipSync(await body, { level: 9 }).length;
  const total = Object.values(sizes).reduce((sum, size) => sum + size, 0);
  process.stdout.write(`first load, gzipped bytes: ${JSON.stringify({ ...sizes, total })}\n`);
  expect(Object.keys(sizes).some((file) => file.startsWith('worker'))).toBe(true);
  expect(total).toBeLessThan(BUDGETS.firstLoadScriptBytes);
  await browser.close();
});
