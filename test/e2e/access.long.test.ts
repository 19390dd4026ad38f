import { expect, inject, it } from 'vitest';
import { LANGUAGES } from '../../src/i18n/languages.ts';
import { findBarriers } from '../browser/axe.ts';
import { launchUndrawn } from '../browser/chrome.ts';
import { act, settle } from '../browser/page.ts';

it('axe finds nothing in any language', async () => {
  const browser = await launchUndrawn();
  const page = await browser.newPage({ viewport: { width: 1180, height: 820 }, reducedMotion: 'reduce' });
  await page.goto(`${inject('baseUrl')}?quality=low&lang=en`);
  await settle(page, 'ready');
  await act(page, 'Lift');
  for (const lang of Object.keys(LANGUAGES)) {
    await page.locator('.masthead select').selectOption(lang);
    await page.waitForFunction((wanted) => document.documentElement.lang === wanted, lang);
    expect(await findBarriers(page), lang).toEqual([]);
  }
  await browser.close();
});
