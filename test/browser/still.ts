import type { Locator } from 'playwright-core';

/** Looks that must be alike, and the time between them, ms: on a busy machine a frame takes a second. */
const ALIKE = 3;
const BETWEEN_MS = 1500;

/** A screenshot once nothing is fetched any more, what came has been drawn, and nothing moves. */
export async function getStill(seen: Locator): Promise<Buffer> {
  await seen.page().waitForLoadState('networkidle');
  let now = await seen.screenshot();
  for (let alike = 1; alike < ALIKE; ) {
    await seen.page().waitForTimeout(BETWEEN_MS);
    const next = await seen.screenshot();
    alike = next.equals(now) ? alike + 1 : 1;
    now = next;
  }
  return now;
}
