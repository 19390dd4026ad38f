import { existsSync } from 'node:fs';
import { type Browser, launch } from 'puppeteer-core';
import { openScreen } from './screen.ts';

const CANDIDATES = [
  process.env.FIREFOX_PATH,
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
];

export const findFirefox = (): string | undefined => CANDIDATES.find((path) => path && existsSync(path));

export interface Firefox {
  readonly browser: Browser;
  /** Without a screen Firefox gives no WebGL. */
  readonly hasScreen: boolean;
  readonly close: () => Promise<void>;
}

/** Debian's Firefox, on the machine's screen or one of its own (Xvfb), or else without. */
export async function launchFirefox(executablePath: string): Promise<Firefox> {
  const screen = await openScreen();
  const browser = await launch({
    browser: 'firefox',
    executablePath,
    headless: !screen,
    env: { ...process.env, ...(screen && { DISPLAY: screen.display }) },
    extraPrefsFirefox: { 'webgl.force-enabled': true, 'ui.prefersReducedMotion': 1 },
  });
  return {
    browser,
    hasScreen: screen !== null,
    close: async () => {
      await browser.close();
      screen?.close();
    },
  };
}
