import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { launchUndrawn } from '../browser/chrome.ts';

// A page that has the picture in a frame is read by its wheel, or by a finger, over the picture too.

const HOST = 'http://school.example/';
let browser: Browser;
beforeAll(async () => {
  browser = await launchUndrawn();
});
afterAll(async () => {
  await browser?.close();
});

async function open(hasTouch: boolean): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1000, height: 700 }, hasTouch });
  const page = await context.newPage();
  const body = `<body style="margin:0"><iframe src="${inject('baseUrl')}?quality=low&lang=en" style="border:0;width:1000px;height:640px"></iframe><div style="height:3000px"></div>`;
  await page.route(HOST, (route) => route.fulfill({ contentType: 'text/html', body }));
  await page.goto(HOST);
  await page.frameLocator('iframe').locator('.readouts dd').first().waitFor();
  await page.frameLocator('iframe').locator('canvas').first().waitFor();
  await page.waitForTimeout(1500);
  return page;
}
const getScroll = (page: Page) => page.evaluate(() => scrollY);

it('the wheel scrolls the page around, and zooms with the focus or with Ctrl', async () => {
  const page = await open(false);
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

it('a finger scrolls the page around', async () => {
  const page = await open(true);
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Input.synthesizeScrollGesture', {
    x: 450,
    y: 400,
    yDistance: -200,
    gestureSourceType: 'touch',
  });
  await expect.poll(() => getScroll(page)).toBeGreaterThan(50);
  await page.context().close();
});
