import { expect, inject, it } from 'vitest';
import { launchUndrawn } from '../browser/chrome.ts';
import { settle } from '../browser/page.ts';

// Found by the monkey (seed 11): two fingers on a page that scrolls already, which a kiosk tried to refuse all the same.
it('a kiosk refuses no move that cannot be refused', async () => {
  const browser = await launchUndrawn();
  const page = await browser.newPage({ viewport: { width: 640, height: 400 }, hasTouch: true });
  await page.addInitScript(() => {
    const { preventDefault } = Event.prototype;
    const vain: string[] = [];
    Object.assign(window, { vain });
    Event.prototype.preventDefault = function () {
      if (!this.cancelable) vain.push(this.type);
      preventDefault.call(this);
    };
  });
  await page.goto(`${inject('baseUrl')}?quality=low&lang=en&mode=kiosk`);
  await settle(page, 'ready');
  const isRefused = (cancelable: boolean) =>
    page.evaluate((cancelable) => {
      const touches = [0, 1].map(
        (identifier) =>
          new Touch({ identifier, target: document.body, clientX: 50 + 50 * identifier, clientY: 90 }),
      );
      const event = new TouchEvent('touchmove', { touches, cancelable, bubbles: true });
      document.body.dispatchEvent(event);
      return event.defaultPrevented;
    }, cancelable);
  // the page may be ready before its mode has come and locks it
  await expect.poll(() => isRefused(true)).toBe(true);
  expect(await isRefused(false)).toBe(false);
  expect(await page.evaluate(() => (window as unknown as { vain: string[] }).vain)).toEqual([]);
  await browser.close();
});
