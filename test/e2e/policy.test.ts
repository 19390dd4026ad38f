import { expect, inject, it } from 'vitest';
import { getPolicy, MODES } from '../../src/runtime/session/modePolicy.ts';
import { launchUndrawn } from '../browser/chrome.ts';
import { act, settle } from '../browser/page.ts';
import { countRefused, tryToBreakPolicy } from '../browser/policy.ts';

it('runs nothing that it does not bring, asks nobody else, and needs nothing that its policy refuses', async () => {
  const browser = await launchUndrawn();
  const page = await browser.newPage({
    serviceWorkers: 'allow',
    viewport: { width: 1180, height: 820 },
    reducedMotion: 'reduce',
  });
  const getRefused = await countRefused(page);
  for (const mode of MODES) {
    await page.goto(`${inject('baseUrl')}?quality=low&lang=en&mode=${mode}`);
    await page.locator(`.page[data-mode="${mode}"]`).waitFor();
    await settle(page, 'ready');
    if (mode === 'explore') await act(page, 'Lift');
    expect(await getRefused(), mode).toEqual([]);
  }
  expect(await tryToBreakPolicy(page)).toEqual({ inline: false, evaluated: false, foreign: false });
  // an inline script, an inline handler, a string made a function, another origin
  expect((await getRefused()).length).toBeGreaterThanOrEqual(4);
  await browser.close();
});

it('stores nothing of the person', async () => {
  const browser = await launchUndrawn();
  const page = await browser.newPage({
    serviceWorkers: 'allow',
    viewport: { width: 1180, height: 820 },
    reducedMotion: 'reduce',
  });
  const patient = { ageYears: 67, sex: 'female', heightCm: 163.5, massKg: 71.5, tScore: -3.1 };
  const scenario = encodeURIComponent(JSON.stringify({ version: 1, patient, events: [] }));
  await page.goto(`${inject('baseUrl')}?quality=low&lang=en&scenario=${scenario}`);
  await settle(page, 'ready');
  await act(page, 'Lift');
  const stored = await page.evaluate(async () => ({
    local: JSON.stringify(localStorage),
    session: JSON.stringify(sessionStorage),
    cookies: document.cookie,
    databases: (await indexedDB.databases()).length,
    cached: (
      await Promise.all(
        (
          await caches.keys()
        ).map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url)),
      )
    )
      .flat()
      .filter((url) => /[?&#](?!__WB_REVISION__)/.test(url)),
  }));
  expect(stored).toEqual({ local: '{}', session: '{}', cookies: '', databases: 0, cached: [] });
  await browser.close();
});

it('stores of a patient, and writes into the address, what the row of each mode lets it', async () => {
  const browser = await launchUndrawn();
  const patient = { ageYears: 67, sex: 'female', heightCm: 163.5, massKg: 71.5, tScore: -3.1 };
  const scenario = encodeURIComponent(JSON.stringify({ version: 1, patient, events: [] }));
  for (const mode of MODES) {
    const { storage, address } = getPolicy(mode);
    const page = await browser.newPage({ viewport: { width: 1180, height: 820 }, reducedMotion: 'reduce' });
    await page.goto(`${inject('baseUrl')}?quality=low&lang=en&mode=${mode}&scenario=${scenario}`);
    await page.locator(`.page[data-mode="${mode}"]`).waitFor();
    await settle(page, 'ready');
    if (mode === 'explore') await act(page, 'Lift');
    if (mode === 'kiosk') await page.keyboard.press('Tab');
    const read = () =>
      page.evaluate(() => [Object.keys(sessionStorage).length > 0, Object.keys(localStorage).length > 0]);
    await expect.poll(read, { message: mode }).toEqual([storage === 'tab', storage === 'device']);
    const isWritten = () => new URL(page.url()).hash.includes('scenario=');
    if (address === 'stage') await expect.poll(isWritten).toBe(true);
    else {
      await page.waitForTimeout(600);
      expect(isWritten(), mode).toBe(false);
    }
    await page.close();
  }
  await browser.close();
});
