import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { skipDrawing } from './allocation.ts';

const CANDIDATES = [
  process.env.CHROME_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Chromium with WebGL in software, and without its own traffic; with arguments of one test's own. */
export async function launchChrome(...ownArgs: readonly string[]): Promise<Browser> {
  const executablePath = CANDIDATES.find((path) => path && existsSync(path));
  if (!executablePath)
    throw new Error(
      'No Chromium found: install one (apt-get install -y chromium) or set CHROME_PATH to the executable.',
    );
  return chromium.launch({
    executablePath,
    headless: true,
    args: [
      '--no-sandbox',
      '--use-angle=swiftshader',
      '--enable-unsafe-swiftshader',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...ownArgs,
    ],
  });
}

/**
 * The same, whose pages do everything but the drawing itself: in software a frame takes a second, and what is tested is not the
 * picture.
 */
export async function launchUndrawn(...ownArgs: readonly string[]): Promise<Browser> {
  const browser = await launchChrome(...ownArgs);
  const { newPage, newContext } = browser;
  return Object.assign(browser, {
    newPage: async (...options: Parameters<typeof newPage>) => {
      const page = await newPage.apply(browser, options);
      await skipDrawing(page);
      return page;
    },
    newContext: async (...options: Parameters<typeof newContext>) => {
      const context = await newContext.apply(browser, options);
      await skipDrawing(context);
      return context;
    },
  });
}
