import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { levelIndex } from '../../src/core/anatomy/levels.ts';
import { createRandom } from '../../src/core/math/random.ts';
import { launchDrawn } from '../browser/chrome.ts';
import { denyGraphics } from '../browser/flat.ts';
import { button, settle } from '../browser/page.ts';
import { getStill } from '../browser/still.ts';
import { hideBone, prepareHiding } from './golden/hide.ts';
import { type Clip, calcDifference, decode, type Small, shrink } from './golden/picture.ts';

// Six states as they looked; `npm run golden` writes them anew, to be looked at before they are kept.

/**
 * Greatest distance of two cells' mean colours (ΔE) that still is the same picture: above what noise and another gamma make of it,
 * below what a missing bone does.
 */
const MOST_APART = 9;
const FOLDER = join(import.meta.dirname, 'golden');
const isWritten = process.env.GOLDEN === 'write';

const WEDGE = [{ level: 'T12', shape: 'wedge', genantGrade: 3 }];
const scenario = (tScore: number, events: readonly object[], knownFractures?: readonly object[]) =>
  `scenario=${encodeURIComponent(
    JSON.stringify({
      version: 1,
      patient: { ageYears: 72, sex: 'female', heightCm: 160, massKg: 60, tScore, knownFractures },
      events,
    }),
  )}`;

interface State {
  readonly query: string;
  readonly clip: Clip;
  /** Times that + is pressed over the picture. */
  readonly closer?: number;
  readonly layers?: readonly string[];
  readonly isFlat?: true;
  /** A vertebra that is missed when it is not there. */
  readonly missed: 'T4' | 'T12' | 'L1' | 'L3';
}
/** What broke is given, so that none depends on which vertebra the mechanics breaks. */
const STATES: Readonly<Record<string, State>> = {
  'standing-strong': {
    ...{ query: `view=side&${scenario(0, [])}`, closer: 4 },
    ...{ clip: [0.1, 0.08, 0.8, 0.84], missed: 'T4' },
  },
  'fragile-inside': { query: `view=close&${scenario(-4, [])}`, clip: [0, 0, 1, 1], missed: 'L1' },
  'wedge-close': { query: `view=close&${scenario(-1, [], WEDGE)}`, clip: [0, 0, 1, 1], missed: 'T12' },
  cemented: {
    query: `view=close&${scenario(-1, [{ type: 'cement', level: 'T12', volumeMl: 4 }], WEDGE)}`,
    ...{ clip: [0, 0, 1, 1], missed: 'T12' },
  },
  'lift-layers': {
    query: `time=1.2&${scenario(0, [{ type: 'activity', name: 'lift' }])}`,
    ...{ layers: ['Muscles', 'Forces'], closer: 4, clip: [0.1, 0.1, 0.8, 0.8], missed: 'L3' },
  },
  'flat-light': {
    query: `theme=light&view=side&${scenario(-1, [], WEDGE)}`,
    ...{ isFlat: true, clip: [0.3, 0.3, 0.4, 0.4], missed: 'L3' },
  },
};

let browser: Browser;
beforeAll(async () => {
  browser = await launchDrawn();
});
afterAll(async () => {
  await browser?.close();
});

async function open({ query, layers, isFlat, closer = 0 }: State): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 390, height: 844 }, reducedMotion: 'reduce' });
  if (isFlat) await page.addInitScript(denyGraphics);
  else await prepareHiding(page);
  await page.goto(`${inject('baseUrl')}?quality=low&lang=en&${query}`);
  await settle(page);
  for (const layer of layers ?? []) await button(page, layer).click();
  // words and controls over the picture are others' to test
  await page.addStyleTag({
    content: `body * { visibility: hidden }
      .stage-view, .stage-view > canvas, .flat-body, .stage-view svg, .stage-view svg * { visibility: visible }`,
  });
  const canvas = page.locator('canvas[data-engine]');
  if (closer > 0) {
    await canvas.focus();
    for (let n = 0; n < closer; n++) await page.keyboard.press('+');
    await canvas.blur();
  }
  return page;
}

/** As another device would show it: each channel to the power of gamma, and noise of a fraction of white on each. */
function alter({ width, height, rgba }: Small, gamma: number, noise: number): Small {
  const random = createRandom(1);
  const change = (value: number) => 255 * ((value / 255) ** gamma + noise * (2 * random.uniform() - 1));
  return { width, height, rgba: Array.from(rgba, (value) => Math.max(0, Math.min(255, change(value)))) };
}

describe.each(Object.entries(STATES))('%s', (name, state) => {
  it('looks as it did, also with a little noise or another gamma, but not without a vertebra', async () => {
    const page = await open(state);
    const look = () => shrink(page.locator('.stage-view'), state.clip);
    const file = join(FOLDER, `${name}.webp`);
    if (isWritten) {
      await getStill(page.locator('.stage-view'));
      writeFileSync(file, (await look()).webp);
    }
    expect(existsSync(file), `${file} is there`).toBe(true);
    const golden = await decode(page, readFileSync(file));
    let seen = await look();
    const measure = async () => {
      seen = await look();
      return calcDifference(golden, seen);
    };
    await expect.poll(measure, { interval: 500 }).toBeLessThan(MOST_APART);
    const altered = [alter(seen, 1.04, 0.03), alter(seen, 0.96, 0.03)].map((one) =>
      calcDifference(golden, one),
    );
    const apart = calcDifference(golden, seen);
    await hideBone(page, levelIndex(state.missed));
    await expect.poll(measure, { interval: 500 }).toBeGreaterThan(MOST_APART);
    process.stdout.write(
      `${name}: ${apart.toFixed(1)} apart, altered ${altered.map((one) => one.toFixed(1)).join(' and ')}, without ${state.missed} ${calcDifference(golden, seen).toFixed(1)}\n`,
    );
    expect(Math.max(...altered)).toBeLessThan(MOST_APART);
    await hideBone(page, null);
    await expect.poll(measure, { interval: 500 }).toBeLessThan(MOST_APART);
    await page.close();
  });
});
