import type { Page } from 'playwright-core';

/** Longest wait for anything, ms; the picture, or another job, may take most of the processor. */
export const PATIENCE_MS = 60_000;

export const getState = (page: Page) => page.evaluate(() => document.documentElement.dataset.state);

/** Waits until nothing computes or plays. */
export async function settle(page: Page, ...states: string[]): Promise<void> {
  const wanted = states.length > 0 ? states : ['ready', 'paused', 'error'];
  await page.waitForFunction((list) => list.includes(document.documentElement.dataset.state ?? ''), wanted);
}

/** Layers that bring triangles of their own, one call each, by the names of their buttons. */
export const LAID_OVER = ['Muscles', 'Forces', 'Ligaments', 'Nerves'] as const;

export const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
export const slider = (page: Page, name: string) => page.getByRole('slider', { name, exact: true });

/** Presses an act's button and goes to the act's end: real frames are slow here, and nothing waits for them. */
export async function act(page: Page, name: string): Promise<void> {
  await button(page, name).click();
  await settle(page, 'playing', 'paused', 'ready');
  await toEnd(page);
}

export async function toEnd(page: Page): Promise<void> {
  await slider(page, 'Time').press('End');
  await settle(page, 'ready');
}

export async function read(page: Page, reading: string): Promise<number> {
  const value = await page.locator(`[data-reading="${reading}"]`).getAttribute('data-value');
  return Number(value);
}

/** Every readout as the page holds it, to the last digit. */
export async function readAll(page: Page): Promise<Record<string, string>> {
  return Object.fromEntries(
    await page
      .locator('[data-reading]')
      .evaluateAll((elements) =>
        (elements as HTMLElement[]).map((element) => [element.dataset.reading, element.dataset.value]),
      ),
  );
}

/** What the browser itself says where the graphics are software and what they drew is read back. */
const OF_SOFTWARE = /GL Driver Message .*ReadPixels/;

/** Collects from now on what a page throws, and what its console is told but for mere logs. */
export function noteComplaints(page: Page, complaints: string[]): void {
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() !== 'log' && !OF_SOFTWARE.test(message.text())) complaints.push(message.text());
  });
}
