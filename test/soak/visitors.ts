import type { Page } from 'playwright-core';
import type { Random } from '../../src/core/math/random.ts';
import { LANGUAGE_NAMES } from '../../src/i18n/languages.ts';
import { button, settle, slider } from '../browser/page.ts';

/** A device that many people use one after the other, and what one of them does. */
export interface Place {
  readonly name: string;
  readonly query: string;
  visit(page: Page, random: Random): Promise<void>;
}

/** Time after which the wall begins anew, and that a visitor stays at most, s. */
const IDLE_S = 20;

const pick = <T>(random: Random, list: readonly T[]): T => list[Math.floor(random.uniform() * list.length)]!;

/** Turns the picture a little. */
async function drag(page: Page, random: Random): Promise<void> {
  await page.mouse.move(300, 300);
  await page.mouse.down();
  for (let n = 0; n < 5; n++)
    await page.mouse.move(200 + 200 * random.uniform(), 250 + 100 * random.uniform());
  await page.mouse.up();
}

const wall: Place = {
  name: 'wall',
  query: `mode=kiosk&idle=${IDLE_S}`,
  async visit(page, random) {
    await page.locator('.kiosk-cover').waitFor();
    await page.touchscreen.tap(300, 300);
    await page.locator('.kiosk-cover').waitFor({ state: 'hidden' });
    const language = pick(random, LANGUAGE_NAMES);
    await slider(page, 'Bone density').press(pick(random, ['ArrowLeft', 'ArrowRight', 'Home', 'End']));
    await button(page, pick(random, ['Bend', 'Lift', 'Cough'])).tap();
    await settle(page);
    const cement = button(page, 'Cement');
    if ((await cement.isVisible()) && (await cement.isEnabled())) {
      await cement.tap();
      await settle(page);
    }
    await drag(page, random);
    await button(page, language[1]).tap();
    await page.waitForFunction((lang) => document.documentElement.lang === lang, language[0]);
    // and goes away: the countdown, and all as it was
    await page.waitForFunction(() => document.documentElement.lang === 'en', undefined, { timeout: 60_000 });
    await page.locator('.kiosk-cover').waitFor();
    await settle(page);
  },
};

const tablet: Place = {
  name: 'tablet',
  query: 'lang=en',
  async visit(page, random) {
    for (const name of ['Lift', 'Bend']) {
      await button(page, name).tap();
      await settle(page, 'playing', 'ready');
      await slider(page, 'Time').press('End');
      await settle(page, 'ready');
    }
    await drag(page, random);
    for (const sheet of ['Save and open', 'Words', 'Held against measurements', 'Sources']) {
      await button(page, sheet).press('Enter');
      await page.getByRole('dialog').waitFor();
      await page.getByRole('dialog').getByRole('button', { name: 'Close', exact: true }).tap();
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    }
    for (const mode of ['Story', 'Quiz', 'Clinic', 'Explore']) {
      await button(page, mode).tap();
      await page.locator(`.page[data-mode="${mode.toLowerCase()}"]`).waitFor();
      await settle(page);
    }
    await page.locator('.masthead select').selectOption(pick(random, LANGUAGE_NAMES)[0]);
    await page.locator('.masthead select').selectOption('en');
    await page.waitForFunction(() => document.documentElement.lang === 'en');
    await button(page, 'Reset').tap();
    await settle(page, 'ready');
  },
};

export const PLACES: readonly Place[] = [wall, tablet];
