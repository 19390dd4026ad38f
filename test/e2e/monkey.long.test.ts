import { expect, inject, it } from 'vitest';
import { launchUndrawn } from '../browser/chrome.ts';
import { playMonkey } from '../monkey/play.ts';

const MINUTES = 2;

// an hour of it, with the heap's slope, is `npm run monkey -- --minutes 60 --seed 7`
it('bears two minutes of a monkey', async () => {
  const browser = await launchUndrawn();
  const told: string[] = [];
  const { actions, errors } = await playMonkey(browser, inject('baseUrl'), MINUTES, 1, (line) =>
    told.push(line),
  );
  await browser.close();
  expect({ errors, told: told.filter((line) => line.startsWith('ERROR')) }).toEqual({ errors: 0, told: [] });
  expect(actions).toBeGreaterThan(50);
});
