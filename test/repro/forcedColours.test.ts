import { expect, inject, it } from 'vitest';
import { launchUndrawn } from '../browser/chrome.ts';
import { act, settle } from '../browser/page.ts';

// What forced colours take away, and no rule of axe's sees: bars, marks and tracks that are grounds or gradients.

it('keeps bars, marks and the scale in sight with forced colours, dark and light', async () => {
  const browser = await launchUndrawn();
  const page = await browser.newPage({ viewport: { width: 1180, height: 820 }, reducedMotion: 'reduce' });
  await page.goto(`${inject('baseUrl')}?quality=low&lang=en`);
  await settle(page, 'ready');
  await act(page, 'Lift');
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ forcedColors: 'active', colorScheme });
    const seen = await page.evaluate(() => {
      const of = (selector: string, pseudo?: string) =>
        getComputedStyle(document.querySelector(selector)!, pseudo);
      const probe = document.body.appendChild(document.createElement('i'));
      probe.style.cssText = 'background: Canvas; color: CanvasText';
      const { backgroundColor: ground, color: ink } = getComputedStyle(probe);
      probe.remove();
      return {
        ground,
        ink,
        bar: of('.bar-load').backgroundColor,
        mark: of('.bar-strength').borderInlineStartColor,
        halo: of('.bar-strength').boxShadow,
        key: of('.key-load', '::before').backgroundColor,
        scale: of('.legend-bar').backgroundImage,
      };
    });
    expect(seen.ground).not.toBe(seen.ink);
    expect([seen.bar, seen.mark, seen.key]).toEqual([seen.ink, seen.ink, seen.ink]);
    expect(seen.halo).toContain(seen.ground);
    expect(seen.scale).toContain('gradient');
  }
  await browser.close();
});
