import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds against WCAG 2.2 at AA and its own best practice, as `rule: where it is`. */
export async function findBarriers(page: Page): Promise<string[]> {
  // through the debugger, which the page's policy on scripts does not reach
  await page.evaluate(`${source};0`);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
    const { violations } = await axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, any }) => `${id}: ${target.join(' ')} ${any[0]?.message ?? ''}`),
    );
  });
}

/** Controls in sight that a finger might miss, px: smaller either way than the least size, with what belongs to them. */
export const findSmallTargets = (page: Page, leastPx: number): Promise<string[]> =>
  page.evaluate(
    (least) =>
      [...document.querySelectorAll<HTMLElement>('a[href], button, select, input, summary, [role="tab"]')]
        // what no finger reaches is for screen readers alone
        .filter(
          (element) =>
            element.tabIndex >= 0 &&
            element.checkVisibility({ visibilityProperty: true, opacityProperty: true }),
        )
        .map((element) => {
          // a label that holds its control is pressed in its stead
          const target = element.closest('label') ?? element;
          const { width, height } = target.getBoundingClientRect();
          return { element, width, height };
        })
        .filter(({ width, height }) => width > 1 && (width < least - 0.5 || height < least - 0.5))
        .map(
          ({ element, width, height }) =>
            `${element.tagName} ${element.className} “${element.textContent?.slice(0, 30)}” ${width.toFixed(0)} × ${height.toFixed(0)}`,
        ),
    leastPx,
  );
