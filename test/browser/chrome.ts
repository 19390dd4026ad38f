import { existsSync } from 'node:fs';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
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

/** Pause between two frames of a page whose picture is not tested, ms: most of what such a page does is frames. */
const PAUSE_MS = 50;

/** Runs in the page. */
function slowFrames(pauseMs: number): void {
  const { requestAnimationFrame: ask, cancelAnimationFrame: cancel } = window;
  const asked = new Map<number, number>();
  Object.assign(window, {
    requestAnimationFrame: (then: FrameRequestCallback) => {
      const id = setTimeout(() => {
        asked.set(
          id,
          ask((ms) => {
            asked.delete(id);
            then(ms);
          }),
        );
      }, pauseMs) as unknown as number;
      return id;
    },
    cancelAnimationFrame: (id: number) => {
      clearTimeout(id);
      const frame = asked.get(id);
      if (frame !== undefined) cancel(frame);
      asked.delete(id);
    },
  });
}

/**
 * The same, whose pages do everything but the drawing itself, and fewer frames: in software a frame takes a second, and what is
 * tested is not the picture.
 */
export async function launchUndrawn(...ownArgs: readonly string[]): Promise<Browser> {
  // what there is to be seen is put together by the processor in any case
  const browser = await launchChrome('--disable-gpu-compositing', ...ownArgs);
  const { newPage, newContext } = browser;
  const hurry = async (opened: Page | BrowserContext) => {
    await skipDrawing(opened);
    await opened.addInitScript(slowFrames, PAUSE_MS);
  };
  return Object.assign(browser, {
    newPage: async (...options: Parameters<typeof newPage>) => {
      const page = await newPage.apply(browser, options);
      await hurry(page);
      return page;
    },
    newContext: async (...options: Parameters<typeof newContext>) => {
      const context = await newContext.apply(browser, options);
      await hurry(context);
      return context;
    },
  });
}
