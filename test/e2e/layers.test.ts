import { expect, inject, it } from 'vitest';
import { launchChrome } from '../browser/chrome.ts';
import { countFrames, takeFrameCost } from '../browser/frames.ts';
import { button, settle, slider } from '../browser/page.ts';

it('lays each layer over the spine with one more draw call, and takes it off again', async () => {
  const browser = await launchChrome();
  const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() !== 'log') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await countFrames(page);
  const skeleton = page.waitForResponse(
    (response) => response.url().endsWith('.glb') && response.url().includes('skeleton'),
  );
  await page.goto(`${inject('baseUrl')}?quality=low`);
  await settle(page, 'ready');
  await skeleton;
  const countCalls = async () => {
    await takeFrameCost(page);
    await slider(page, 'Time').press('Home');
    await slider(page, 'Time').press('End');
    await page.waitForTimeout(400);
    return (await takeFrameCost(page)).drawCalls;
  };
  await page.waitForTimeout(3000);
  const before = await countCalls();
  for (const name of ['Muscles', 'Forces', 'Ligaments', 'Nerves']) {
    await button(page, name).click();
    await expect.poll(countCalls, { timeout: 20_000 }).toBe(before + 1);
    expect(await button(page, name).getAttribute('aria-pressed')).toBe('true');
    await button(page, name).click();
    await expect.poll(countCalls, { timeout: 20_000 }).toBe(before);
  }
  expect(complaints).toEqual([]);
  await browser.close();
});
