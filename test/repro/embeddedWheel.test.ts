import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { launchUndrawn } from '../browser/chrome.ts';

// A page that has the picture in a frame is read by its wheel, and by a finger, over the picture too.

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
  const context = await browser.newContext({ viewport: { width: 1000, height: 700 }, hasTouch: true });
  const page = await context.newPage();
  // what the picture is drawn with last says from where it is seen
  await page.addInitScript(() => {
    const { uniformMatrix4fv } = WebGL2RenderingContext.prototype;
    WebGL2RenderingContext.prototype.uniformMatrix4fv = function (place, transpose, values) {
      Object.assign(window, { seenFrom: String(values) });
      uniformMatrix4fv.call(this, place, transpose, values);
    };
  });
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

const getSeenFrom = (page: Page) =>
  page.frames()[1]!.evaluate(() => (window as unknown as { seenFrom: string }).seenFrom);

it('a finger scrolls the page around up and down, turns the picture to and fro, and two are the picture’s', async () => {
  const page = await open();
  const glass = await page.context().newCDPSession(page);
  const touch = (
    type: 'touchStart' | 'touchMove' | 'touchEnd',
    ...points: readonly (readonly [number, number])[]
  ) =>
    glass.send('Input.dispatchTouchEvent', { type, touchPoints: points.map(([x, y], id) => ({ x, y, id })) });
  const [x, y] = [450, 400];
  const swipe = async (dx: number, dy: number, fingers: readonly number[]) => {
    const at = (step: number) => fingers.map((aside) => [x + aside + step * dx, y + step * dy] as const);
    await touch('touchStart', ...at(0));
    for (let step = 1; step <= 10; step++) await touch('touchMove', ...at(step));
    await touch('touchEnd');
    await page.waitForTimeout(600);
  };
  const before = await getSeenFrom(page);
  await swipe(0, -20, [0]);
  await expect.poll(() => getScroll(page)).toBeGreaterThan(100);
  expect(await getSeenFrom(page)).toBe(before);
  await page.evaluate(() => scrollTo(0, 0));
  await swipe(20, 0, [0]);
  await expect.poll(() => getSeenFrom(page)).not.toBe(before);
  expect(await getScroll(page)).toBe(0);
  const turned = await getSeenFrom(page);
  await swipe(0, -12, [-60, 60]);
  await expect.poll(() => getSeenFrom(page)).not.toBe(turned);
  expect(await getScroll(page)).toBe(0);
  await page.context().close();
});
