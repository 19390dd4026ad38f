import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { launchUndrawn } from '../browser/chrome.ts';

// A page that has the picture in a frame is read by its wheel over the picture too.

let browser: Browser;
let server: Server;
let host = '';
beforeAll(async () => {
  browser = await launchUndrawn();
  const style = 'border:0;width:1000px;height:640px';
  const frame = `<iframe src="${inject('baseUrl')}?quality=low&lang=en" style="${style}"></iframe>`;
  server = createServer((_, response) =>
    response
      .setHeader('content-type', 'text/html')
      .end(`<body style="margin:0">${frame}<div style="height:3000px"></div>`),
  ).listen(0, 'localhost');
  await once(server, 'listening');
  host = `http://localhost:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await browser?.close();
  server?.close();
});

async function open(): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1000, height: 700 } });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  await page.goto(host);
  const frame = page.frameLocator('iframe');
  await frame.locator('.readouts').first().waitFor();
  await frame.locator('.stage-view canvas').waitFor();
  // the picture listens from its first frame on
  await page.waitForTimeout(3000);
  return page;
}
const getScroll = (page: Page) => page.evaluate(() => scrollY);

it('the wheel scrolls the page around, and zooms with the focus or with Ctrl', async () => {
  const page = await open();
  await page.mouse.move(450, 320);
  await page.mouse.wheel(0, 120);
  await expect.poll(() => getScroll(page)).toBeGreaterThan(50);
  await page.evaluate(() => scrollTo(0, 0));
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, 120);
  await page.keyboard.up('Control');
  await page.waitForTimeout(400);
  expect(await getScroll(page)).toBe(0);
  // turned to by a click, and left again
  await page.mouse.click(450, 320);
  await page.mouse.wheel(0, 120);
  await page.waitForTimeout(400);
  expect(await getScroll(page)).toBe(0);
  await page.frameLocator('iframe').getByRole('button', { name: 'Stand', exact: true }).focus();
  await page.mouse.wheel(0, 120);
  await expect.poll(() => getScroll(page)).toBeGreaterThan(50);
  await page.context().close();
});
