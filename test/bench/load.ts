import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { launchUndrawn } from '../browser/chrome.ts';
import { buildPage } from '../browser/serve.ts';
import { BUDGETS } from '../budgets.ts';
import type { Row } from './row.ts';

/** Download, bit/s, and time to and fro, ms; the first as DevTools had its fast 3G, the second an everyday 4G. */
const NETS = {
  'fast 3G': { bitsPerS: 1_600_000, latencyMs: 150 },
  '4G': { bitsPerS: 9_000_000, latencyMs: 85 },
} as const;
const SLOWED_TIMES = 4;
const VISITS = 3;

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
};

/** As a host on the net serves a page: compressed. */
async function serveCompressed(folder: string) {
  const packed = new Map<string, Buffer>();
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url!, 'http://localhost').pathname);
    const file = join(folder, path === '/' ? 'index.html' : path);
    try {
      if (!packed.has(file)) packed.set(file, gzipSync(readFileSync(file)));
      response.setHeader('content-type', TYPES[extname(file)] ?? 'application/octet-stream');
      response.setHeader('content-encoding', 'gzip');
      response.end(packed.get(file));
    } catch {
      response.statusCode = 404;
      response.end();
    }
  }).listen(0, 'localhost');
  await new Promise((resolve) => server.once('listening', resolve));
  return {
    baseUrl: `http://localhost:${(server.address() as AddressInfo).port}/`,
    close: () => server.close(),
  };
}

/** From the address to controls that answer with their figures computed, ms. */
async function measureInteractive(page: Page, address: string): Promise<number> {
  await page.goto(address, { waitUntil: 'commit' });
  const ms = await page.waitForFunction(() => {
    const { dataset } = document.documentElement;
    return dataset.state === 'ready' && document.querySelector('button') ? performance.now() : 0;
  });
  return ms.jsonValue();
}

const median = (times: readonly number[]): number => [...times].sort((a, b) => a - b)[times.length >> 1]!;

/** How soon the page can be used: at a first visit on a slow device, and at the next without a net. */
export async function benchLoad(): Promise<Row[]> {
  const { folder, remove } = buildPage();
  const { baseUrl, close } = await serveCompressed(folder);
  const browser = await launchUndrawn();
  const address = `${baseUrl}?quality=low`;
  const rows: Row[] = [];
  const addRow = (name: string, times: readonly number[], budgetMs: number) => {
    const value = median(times);
    rows.push({ name, value, unit: 'ms', reference: 'the budget', ratio: budgetMs / value });
  };
  for (const [net, { bitsPerS, latencyMs }] of Object.entries(NETS)) {
    const times: number[] = [];
    for (let n = 0; n < VISITS; n++) {
      const context = await browser.newContext({
        serviceWorkers: 'allow',
        viewport: { width: 390, height: 844 },
      });
      const page = await context.newPage();
      const client = await context.newCDPSession(page);
      await client.send('Network.enable');
      await client.send('Network.emulateNetworkConditions', {
        offline: false,
        latency: latencyMs,
        downloadThroughput: bitsPerS / 8,
        uploadThroughput: bitsPerS / 8,
      });
      await client.send('Emulation.setCPUThrottlingRate', { rate: SLOWED_TIMES });
      times.push(await measureInteractive(page, address));
      await context.close();
    }
    addRow(`interactive, ${net}, ${SLOWED_TIMES} × slow-down`, times, BUDGETS.interactiveMs);
  }
  const context = await browser.newContext({
    serviceWorkers: 'allow',
    viewport: { width: 390, height: 844 },
  });
  const first = await context.newPage();
  await measureInteractive(first, address);
  await first.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
  await first.close();
  await context.setOffline(true);
  const times: number[] = [];
  for (let n = 0; n < VISITS; n++) {
    const page = await context.newPage();
    times.push(await measureInteractive(page, address));
    await page.close();
  }
  addRow('interactive, offline on return', times, BUDGETS.interactiveOfflineMs);
  await browser.close();
  close();
  remove();
  return rows;
}
