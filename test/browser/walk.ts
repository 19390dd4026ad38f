import type { Page } from 'playwright-core';

/** Most stops of one walk: a page with more is a trap, or nobody walks through it with a switch. */
const MOST_STOPS = 250;

/**
 * Walks through the page as a keyboard or a switch does, from stop to stop. Controls that can be seen and are passed by, or where the
 * walk goes round without an end, a line each.
 */
export async function findPassedBy(page: Page): Promise<string[]> {
  const first = await page.evaluate(() => {
    const isStop = (element: HTMLElement) =>
      element.tabIndex >= 0 &&
      !element.matches(':disabled, [type="radio"]:not(:checked), [inert] *') &&
      element.checkVisibility({ visibilityProperty: true });
    const stops = [
      ...document.querySelectorAll<HTMLElement>(
        'a[href], button, select, input, textarea, summary, [tabindex]',
      ),
    ].filter(isStop);
    stops.forEach((element, n) => {
      element.dataset.stop = String(n);
    });
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    return stops.length;
  });
  const reached = new Set<string>();
  for (let n = 0; n < Math.min(MOST_STOPS, first + 5); n++) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const { activeElement } = document;
      return activeElement instanceof HTMLElement ? (activeElement.dataset.stop ?? '') : '';
    });
    if (stop !== '' && reached.has(stop)) break;
    if (stop !== '') reached.add(stop);
  }
  return page.evaluate(
    (seen) =>
      [...document.querySelectorAll<HTMLElement>('[data-stop]')]
        .filter((element) => !seen.includes(element.dataset.stop!))
        .map((element) => element.getAttribute('aria-label') || element.textContent || element.outerHTML),
    [...reached],
  );
}

/** Spacing that a reader may set (WCAG 2.2, 1.4.12), as those who find letters hard to tell apart do. */
const SPACING = `* {
  line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important;
}
p { margin-bottom: 2em !important; }`;

/** Texts that are cut off under that spacing, a line each; the page is left as it was. */
export async function findCutBySpacing(page: Page): Promise<string[]> {
  const style = await page.addStyleTag({ content: SPACING });
  const cut = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.page *')]
      .filter((element) => {
        if (element.matches('.unseen, .unseen *, select, option, input, textarea, canvas, svg, svg *'))
          return false;
        const { overflowX, overflowY } = getComputedStyle(element);
        const hidesX = /hidden|clip/.test(overflowX) && element.scrollWidth > element.clientWidth + 1;
        const hidesY = /hidden|clip/.test(overflowY) && element.scrollHeight > element.clientHeight + 1;
        const isPushed = element.matches('button') && element.scrollWidth > element.clientWidth + 1;
        return element.textContent !== '' && element.checkVisibility() && (hidesX || hidesY || isPushed);
      })
      .map((element) => `${element.tagName}.${element.className}: ${element.textContent?.slice(0, 40)}`),
  );
  await style.evaluate((element) => (element as HTMLElement).remove());
  return cut;
}
