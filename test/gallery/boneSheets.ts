import type { Browser } from 'playwright-core';
import { createServer } from 'vite';

const PAGES = {
  'bones-sheet': '',
  'skeleton-side': '?skeleton=side',
  'skeleton-three-quarter': '?skeleton=three-quarter',
} as const;

/** Writes the contact sheets of the bones into a folder. */
export async function writeBoneSheets(browser: Browser, folder: string): Promise<void> {
  const server = await createServer({ logLevel: 'error', server: { port: 4181 } });
  await server.listen();
  const root = server.resolvedUrls!.local[0]!;
  for (const [name, query] of Object.entries(PAGES)) {
    const page = await browser.newPage({ viewport: { width: 1000, height: 900 } });
    page.on('console', (message) => process.stderr.write(`${name}: ${message.text()}\n`));
    page.on('pageerror', (error) => process.stderr.write(`${name}: ${error.message}\n`));
    await page.goto(`${root}test/gallery/bones.html${query}`);
    await page.waitForFunction(() => document.title === 'drawn', null, { timeout: 60_000 });
    await page.locator('canvas').screenshot({ path: `${folder}/${name}.png` });
    await page.close();
    process.stdout.write(`${folder}/${name}.png\n`);
  }
  await server.close();
}
