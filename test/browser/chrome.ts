import { existsSync } from 'node:fs';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium } from 'playwright-core';
import { skipDrawing } from './allocation.ts';
import { PATIENCE_MS } from './page.ts';

const CANDIDATES = [
  process.env.CHROME_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/**
 * Chromium with WebGL in software, and without its own traffic; with arguments of one test's own. Its pages do not fetch
 * everything again to keep it for offline, unless they are opened with `serviceWorkers: 'allow'`.
 */
export async function launchChrome(...ownArgs: readonly string[]): Promise<Browser> {
  const executablePath = CANDIDATES.find((path) => path && existsSync(path));
  if (!executablePath)
    throw new Error(
      'No Chromium found: install one (apt-get install -y chromium) or set CHROME_PATH to the executable.',
    );
  const browser = await chromium.launch({
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
  return prepare(browser, async (opened, options) => {
    if (options?.serviceWorkers !== 'allow') await opened.addInitScript(refuseServiceWorker);
  });
}

/** The page itself is put together without the graphics: in software that costs a quarter less of the processor. */
const COMPOSED_WITHOUT_GRAPHICS = '--disable-gpu-compositing';

/** For tests of the picture: nothing that is timed. */
export const launchDrawn = (): Promise<Browser> => launchChrome(COMPOSED_WITHOUT_GRAPHICS);

/**
 * For tests of all else: pages do everything but the drawing itself, since in software a frame takes a second, and what is tested
 * is not the picture.
 */
export const launchUndrawn = async (...ownArgs: readonly string[]): Promise<Browser> =>
  prepare(await launchChrome(COMPOSED_WITHOUT_GRAPHICS, ...ownArgs), skipDrawing);

/** Whatever the browser opens is prepared first; a page of its own has a context of its own. */
function prepare(
  browser: Browser,
  how: (context: BrowserContext, options?: BrowserContextOptions) => Promise<void>,
): Browser {
  const { newContext } = browser;
  return Object.assign(browser, {
    newContext: async (options?: BrowserContextOptions) => {
      const context = await newContext.call(browser, options);
      context.setDefaultTimeout(PATIENCE_MS);
      await how(context, options);
      return context;
    },
  });
}

/** Runs in the page: as a private window refuses. */
function refuseServiceWorker(): void {
  if (!('serviceWorker' in navigator)) return;
  Object.assign(ServiceWorkerContainer.prototype, {
    register: () => Promise.reject(new DOMException('refused by the test', 'SecurityError')),
  });
}
