import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { MODES, type ModeName } from '../../src/runtime/session/modePolicy.ts';
import { launchUndrawn } from '../browser/chrome.ts';
import { settle } from '../browser/page.ts';

/** Letters as large as the reader has set them for all pages, px. */
const LETTERS_PX = { usual: 16, twice: 32 } as const;
const TABLET = { width: 1180, height: 820 };
const PHONE = { width: 390, height: 844 };
/** A phone that lies on its side. */
const LYING = { width: 844, height: 390 };
/** What a window of 1280 × 1024 has left when the page is shown four times as large. */
const FOUR_TIMES = { width: 320, height: 256 };

const browsers = new Map<keyof typeof LETTERS_PX, Browser>();
beforeAll(async () => {
  for (const letters of ['usual', 'twice'] as const)
    browsers.set(letters, await launchUndrawn(`--blink-settings=defaultFontSize=${LETTERS_PX[letters]}`));
});
afterAll(async () => {
  for (const browser of browsers.values()) await browser.close();
});

async function open(
  mode: ModeName,
  letters: keyof typeof LETTERS_PX,
  viewport: typeof TABLET,
): Promise<Page> {
  const page = await browsers.get(letters)!.newPage({ viewport, reducedMotion: 'reduce' });
  await page.goto(`${inject('baseUrl')}?quality=low&lang=en&mode=${mode}`);
  await page.locator(`.page[data-mode="${mode}"]`).waitFor();
  await page.locator('.panel').waitFor();
  await settle(page, 'ready');
  if (mode === 'kiosk') await page.keyboard.press('Tab');
  return page;
}

/** Controls that cannot be reached: what lies on them, or where they are. */
const findUnreachable = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button, select, input, a[href], summary')]
      .filter((control) => control.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
      .map((control) => {
        // what is drawn of a hidden input is its label
        const seen = control.matches('input') ? (control.closest('label') ?? control) : control;
        seen.scrollIntoView({ block: 'center', behavior: 'instant' });
        const box = seen.getBoundingClientRect();
        const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
        const name =
          control.getAttribute('aria-label') || control.textContent || control.outerHTML.slice(0, 60);
        if (box.left < -1 || box.right > innerWidth + 1) return `${name}: from ${box.left} to ${box.right}`;
        const top = document.elementFromPoint(x, y);
        const hit = top && (seen.contains(top) || top.contains(seen) || top.closest('label') === seen);
        return hit ? '' : `${name}: under ${top?.className ?? 'nothing'}`;
      })
      .filter(Boolean),
  );

/** How far the page goes beyond its window to the side, px. */
const measureOverflow = (page: Page): Promise<number> =>
  page.evaluate(() =>
    Math.max(
      ...[document.documentElement, document.querySelector('.page')!, document.querySelector('.panel')!].map(
        (box) => box.scrollWidth - box.clientWidth,
      ),
    ),
  );

/** Every mode in the smallest window, and those with a form of their own in the others. */
const WINDOWS = {
  'the page four times as large': ['usual', FOUR_TIMES],
  'letters twice as large': ['twice', TABLET],
  'letters twice as large on a phone': ['twice', PHONE],
  'a phone on its side': ['usual', LYING],
} as const;
type WindowName = keyof typeof WINDOWS;
const PAGES: readonly (readonly [ModeName, readonly WindowName[]])[] = [
  ...MODES.map((mode): [ModeName, WindowName[]] => [
    mode,
    mode === 'explore' || mode === 'quiz'
      ? ['the page four times as large', 'a phone on its side']
      : ['the page four times as large'],
  ]),
  ['explore', ['letters twice as large', 'letters twice as large on a phone']],
  ['story', ['letters twice as large']],
  ['clinic', ['letters twice as large on a phone']],
];

it.each(PAGES)('is all there: %s in %j', async (mode, windows) => {
  const [letters, viewport] = WINDOWS[windows[0]!];
  const page = await open(mode, letters, viewport);
  for (const name of windows) {
    await page.setViewportSize(WINDOWS[name][1]);
    // what comes and goes after the first view has come and gone
    await expect.poll(() => measureOverflow(page), { message: name }).toBeLessThanOrEqual(0);
    await expect.poll(() => findUnreachable(page), { message: name }).toEqual([]);
  }
  await page.close();
});

it('what is covered would be found', async () => {
  const page = await open('explore', 'usual', TABLET);
  await page.addStyleTag({
    content: '.masthead { position: relative; z-index: 9; margin-bottom: -6rem; height: 9rem }',
  });
  expect((await findUnreachable(page)).length).toBeGreaterThan(0);
  await page.close();
});
