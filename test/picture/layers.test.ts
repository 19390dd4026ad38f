import { expect, inject, it } from 'vitest';
import { launchDrawn, launchUndrawn } from '../browser/chrome.ts';
import { countFrames, takeFrameCost } from '../browser/frames.ts';
import { button, LAID_OVER, noteComplaints, settle, slider } from '../browser/page.ts';
import { getStill } from '../browser/still.ts';

it('lays each layer over the spine with one more draw call, and takes it off again', async () => {
  const browser = await launchUndrawn();
  const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
  const complaints: string[] = [];
  noteComplaints(page, complaints);
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
  // what comes after the first view has come when frames cost no more than the one before
  let before = 0;
  await expect
    .poll(
      async () => {
        const now = await countCalls();
        const same = now === before && now >= 6;
        before = now;
        return same;
      },
      { interval: 1000 },
    )
    .toBe(true);
  for (const name of LAID_OVER) {
    await button(page, name).click();
    await expect.poll(countCalls).toBe(before + 1);
    expect(await button(page, name).getAttribute('aria-pressed')).toBe('true');
    await button(page, name).click();
    await expect.poll(countCalls).toBe(before);
  }
  expect(complaints).toEqual([]);
  await browser.close();
});

it('says how hard the discs are pressed and how much room a nerve has, while that is shown', async () => {
  const browser = await launchUndrawn();
  const page = await browser.newPage({ viewport: { width: 1180, height: 820 } });
  await page.goto(`${inject('baseUrl')}?quality=low`);
  await settle(page, 'ready');
  for (const [name, reading, least, most] of [
    ['Disc pressure', 'disc-pressure-mpa', 0.2, 1.2],
    ['Nerves', 'foramen-area-mm2', 40, 220],
  ] as const) {
    const shown = page.locator(`[data-reading="${reading}"]`);
    expect(await shown.count()).toBe(0);
    await button(page, name).click();
    await expect.poll(() => shown.count()).toBe(1);
    const value = Number(await shown.getAttribute('data-value'));
    expect(value).toBeGreaterThan(least);
    expect(value).toBeLessThan(most);
    await button(page, name).click();
    await expect.poll(() => shown.count()).toBe(0);
  }
  await browser.close();
});

it('shows one vertebra alone from close by, makes a layer faint, and brings everything back', async () => {
  const browser = await launchDrawn();
  const page = await browser.newPage({ viewport: { width: 900, height: 640 }, reducedMotion: 'reduce' });
  await page.goto(`${inject('baseUrl')}?quality=low&view=close`);
  await settle(page, 'ready');
  const canvas = page.locator('canvas').first();
  const size = async () => (await canvas.screenshot()).length;
  const whole = (await getStill(canvas)).length;
  await page.getByRole('button', { name: /^Only [TL]\d+$/ }).click();
  // outlines and one bone compress to less than a close view full of bones
  await expect.poll(size).toBeLessThan(0.85 * whole);
  await page.getByLabel('Vertebra looked at').selectOption('T8');
  await button(page, 'All vertebrae').click();
  await expect.poll(size).toBeGreaterThan(0.95 * whole);
  await button(page, 'Ligaments').click();
  const faint = button(page, 'Ligaments: faint');
  await faint.click();
  expect(await faint.getAttribute('aria-pressed')).toBe('true');
  await button(page, 'Ligaments').click();
  await expect.poll(() => faint.count()).toBe(0);
  await browser.close();
});
