import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchUndrawn } from '../browser/chrome.ts';
import { complaints, expectFits, expectSaid, expectSheet } from './helps.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchUndrawn();
});
afterAll(async () => {
  await browser?.close();
});

it.each(['de', 'ar'] as const)('says what must be said right: %s', (lang) => expectSaid(browser, lang));

it.each([
  ['tablet', 1180, 820],
  ['upright', 820, 1180],
  ['wall', 1920, 1080],
] as const)('fits, and a finger hits it: %s', (_, width, height) => expectFits(browser, width, height));

it.each(['de', 'fr', 'es', 'pt-BR', 'ar', 'zh-Hans'] as const)(
  'has one side for her and one for her doctor on the page that is taken home, on white: %s',
  (lang) => expectSheet(browser, lang),
);

it('complains of nothing', () => {
  expect(complaints).toEqual([]);
});
