import { expect, inject, it } from 'vitest';
import { launchChrome } from '../browser/chrome.ts';
import { countFrames, takeFrameCost } from '../browser/frames.ts';
import { settle, slider } from '../browser/page.ts';

/** Most that one frame may ask of the graphics, all passes together. */
const BUDGETS = {
  medium: { drawCalls: 100, triangles: 300_000 },
  low: { drawCalls: 100, triangles: 150_000 },
} as const;

const scenario = encodeURIComponent(
  JSON.stringify({
    version: 1,
    patient: { ageYears: 72, sex: 'female', heightCm: 160, massKg: 60, tScore: -4 },
    events: [{ type: 'activity', name: 'lift' }],
  }),
);

it.each(['medium', 'low'] as const)(
  'draws a broken spine, its ghost and all bones within budget: %s',
  async (quality) => {
    const browser = await launchChrome();
    const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
    await countFrames(page);
    const skeleton = page.waitForResponse(
      (response) => response.url().includes('skeleton') && response.url().endsWith('.glb'),
    );
    await page.goto(`${inject('baseUrl')}?view=side&quality=${quality}&scenario=${scenario}`);
    await settle(page, 'ready');
    await skeleton;
    // what comes after the first view has come when frames cost no more than the one before
    let before = -1;
    await expect
      .poll(
        async () => {
          const time = slider(page, 'Time');
          await time.press('Home');
          await time.press('End');
          await page.waitForTimeout(500);
          const { triangles } = await takeFrameCost(page);
          const same = triangles === before && triangles > 100_000;
          before = triangles;
          return same;
        },
        { timeout: 30_000, interval: 500 },
      )
      .toBe(true);
    await slider(page, 'Time').press('Home');
    await slider(page, 'Time').press('End');
    await page.waitForTimeout(500);
    const cost = await takeFrameCost(page);
    process.stdout.write(`a frame at ${quality}: ${JSON.stringify(cost)}\n`);
    expect(cost.drawCalls).toBeGreaterThan(5);
    expect(cost.drawCalls).toBeLessThanOrEqual(BUDGETS[quality].drawCalls);
    expect(cost.triangles).toBeLessThanOrEqual(BUDGETS[quality].triangles);
    await browser.close();
  },
);
