import { expect, inject, it } from 'vitest';
import { launchUndrawn } from '../browser/chrome.ts';
import { countFrames, takeFrameCost } from '../browser/frames.ts';
import { button, LAID_OVER, settle, slider } from '../browser/page.ts';
import { BUDGETS } from '../budgets.ts';

const scenario = encodeURIComponent(
  JSON.stringify({
    version: 1,
    patient: { ageYears: 72, sex: 'female', heightCm: 160, massKg: 60, tScore: -4 },
    events: [{ type: 'activity', name: 'lift' }],
  }),
);

/** Bones, their shadow, discs, ghost, figure and its depth, floor, and the skeleton (at low quality without its depth). */
const CALLS = { medium: 9, low: 7 } as const;

it.each(['medium', 'low'] as const)(
  'draws a broken spine, its ghost, all bones and every layer within budget: %s',
  async (quality) => {
    const browser = await launchUndrawn();
    const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
    await countFrames(page);
    await page.goto(`${inject('baseUrl')}?view=side&quality=${quality}&scenario=${scenario}`);
    await settle(page, 'ready');
    const takeCost = async () => {
      await takeFrameCost(page);
      await slider(page, 'Time').press('Home');
      await slider(page, 'Time').press('End');
      await page.waitForTimeout(500);
      return takeFrameCost(page);
    };
    // what comes after the first view has come when there are its calls, and frames cost what they did before
    const settleCost = async (leastCalls: number) => {
      let before = await takeCost();
      await expect
        .poll(
          async () => {
            const cost = await takeCost();
            const same = cost.triangles === before.triangles && cost.drawCalls >= leastCalls;
            before = cost;
            return same;
          },
          { interval: 500 },
        )
        .toBe(true);
      process.stdout.write(`a frame at ${quality}: ${JSON.stringify(before)}\n`);
      return before;
    };
    const bare = await settleCost(CALLS[quality]);
    for (const layer of LAID_OVER) await button(page, layer).click();
    const full = await settleCost(CALLS[quality] + LAID_OVER.length);
    expect(full.triangles).toBeGreaterThan(bare.triangles);
    expect(full.drawCalls).toBeLessThanOrEqual(BUDGETS[quality].drawCalls);
    expect(full.triangles).toBeLessThanOrEqual(BUDGETS[quality].triangles);
    await browser.close();
  },
);
