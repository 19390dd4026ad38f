import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { launchUndrawn } from '../browser/chrome.ts';
import { buildPage } from '../browser/serve.ts';
import { BUDGETS } from '../budgets.ts';
import { buildBare } from './bare.ts';
import type { Row } from './row.ts';

/** Download, bit/s, and time to and fro, ms; the first as DevTools had its fast 3G, the second an everyday 4G. */
const NETS = {
  'fast 3G': { bitsPerS: 1_600_000, latencyMs: 150 },
  '4G': { bitsPerS: 9_000_000, latencyMs: 85 },
} as const;
const SLOWED_TIMES = 4;
const VISITS = 5;
const PHONE = { width: 390, height: 844 };

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
};

/** As a host on the internet serves a page: compressed. */
export async function serveCompressed(folder: string) {
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

/** What a visitor waits for, from the address on, ms. */
export interface Wait {
  /** Something of the person is on the screen. */
  readonly pictureMs: number;
  /** Controls answer, with their figures computed. */
  readonly interactiveMs: number;
}

async function measureWait(page: Page, address: string): Promise<Wait> {
  await page.goto(address, { waitUntil: 'commit' });
  const ms = await page.waitForFunction(() => {
    const { dataset } = document.documentElement;
    return dataset.state === 'ready' && document.querySelector('button:enabled') ? performance.now() : 0;
  });
  const interactiveMs = await ms.jsonValue();
  const pictureMs = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) =>
          resolve(list.getEntriesByName('first-contentful-paint')[0]!.startTime),
        ).observe({
          type: 'paint',
          buffered: true,
        });
      }),
  );
  return { pictureMs, interactiveMs };
}

/** One first visit on a slow device. */
export async function visitSlowly(browser: Browser, address: string, net: keyof typeof NETS): Promise<Wait> {
  const { bitsPerS, latencyMs } = NETS[net];
  const context = await browser.newContext({ serviceWorkers: 'allow', viewport: PHONE });
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
  const wait = await measureWait(page, address);
  await context.close();
  return wait;
}

/** Visits without a network, after one with it. */
async function visitOffline(browser: Browser, address: string): Promise<number[]> {
  const context = await browser.newContext({ serviceWorkers: 'allow', viewport: PHONE });
  const first = await context.newPage();
  await measureWait(first, address);
  await first.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
  await first.close();
  await context.setOffline(true);
  const times: number[] = [];
  for (let n = 0; n < VISITS; n++) {
    const page = await context.newPage();
    times.push((await measureWait(page, address)).interactiveMs);
    await page.close();
  }
  await context.close();
  return times;
}

const median = (times: readonly number[]): number => [...times].sort((a, b) => a - b)[times.length >> 1]!;

/** How soon the page can be used: at a first visit on a slow device, beside a bare page, and at the next without a network. */
export async function benchLoad(): Promise<Row[]> {
  const [ours, bare] = [buildPage(), await buildBare()];
  const [served, servedBare] = [await serveCompressed(ours.folder), await serveCompressed(bare.folder)];
  const browser = await launchUndrawn();
  const address = `${served.baseUrl}?quality=low`;
  const rows: Row[] = [];
  const addRow = (name: string, value: number, reference: string, goalMs: number) =>
    rows.push({ name, value, unit: 'ms', reference, ratio: goalMs / value });
  for (const net of Object.keys(NETS) as (keyof typeof NETS)[]) {
    const waits: Wait[] = [];
    const bareTimes: number[] = [];
    // in turns: what else the machine does meets both
    for (let n = 0; n < VISITS; n++) {
      bareTimes.push((await visitSlowly(browser, servedBare.baseUrl, net)).interactiveMs);
      waits.push(await visitSlowly(browser, address, net));
    }
    const slowly = `${net}, ${SLOWED_TIMES} × slow-down`;
    const interactiveMs = median(waits.map((wait) => wait.interactiveMs));
    const bareMs = median(bareTimes);
    addRow(
      `first picture, ${slowly}`,
      median(waits.map((wait) => wait.pictureMs)),
      'the budget',
      BUDGETS.firstPictureMs,
    );
    addRow(`interactive, ${slowly}`, interactiveMs, 'the budget', BUDGETS.interactiveMs);
    addRow(
      `the same`,
      interactiveMs,
      `${BUDGETS.bareRatio} × a bare page (${bareMs.toFixed(0)} ms)`,
      BUDGETS.bareRatio * bareMs,
    );
  }
  addRow(
    'interactive, offline on return',
    median(await visitOffline(browser, address)),
    'the budget',
    BUDGETS.interactiveOfflineMs,
  );
  await browser.close();
  for (const { close } of [served, servedBare]) close();
  for (const { remove } of [ours, bare]) remove();
  return rows;
}
