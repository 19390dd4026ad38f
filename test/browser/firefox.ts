import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { type Browser, launch } from 'puppeteer-core';

const CANDIDATES = [
  process.env.FIREFOX_PATH,
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
];
const XVFB = '/usr/bin/Xvfb';
/** Number of the screen made for the browser, where there is none. */
const DISPLAY = ':87';
/** Time that such a screen takes to come up, ms. */
const SCREEN_MS = 1500;

export const findFirefox = (): string | undefined => CANDIDATES.find((path) => path && existsSync(path));

export interface Firefox {
  readonly browser: Browser;
  /** Without a screen Firefox gives no WebGL. */
  readonly hasScreen: boolean;
  readonly close: () => Promise<void>;
}

/** Debian's Firefox, on the machine's screen or one of its own (Xvfb), or else without. */
export async function launchFirefox(executablePath: string): Promise<Firefox> {
  let screen: ChildProcess | null = null;
  if (!process.env.DISPLAY && existsSync(XVFB)) {
    screen = spawn(XVFB, [DISPLAY, '-screen', '0', '1280x960x24', '-nolisten', 'tcp'], { stdio: 'ignore' });
    await new Promise((resolve) => setTimeout(resolve, SCREEN_MS));
  }
  const hasScreen = Boolean(process.env.DISPLAY ?? screen);
  const browser = await launch({
    browser: 'firefox',
    executablePath,
    headless: !hasScreen,
    env: { ...process.env, ...(screen && { DISPLAY }) },
    extraPrefsFirefox: { 'webgl.force-enabled': true, 'ui.prefersReducedMotion': 1 },
  });
  return {
    browser,
    hasScreen,
    close: async () => {
      await browser.close();
      screen?.kill();
    },
  };
}
