import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Builder, By, Capabilities, type WebDriver, type WebElement } from 'selenium-webdriver';
import { Command, Name } from 'selenium-webdriver/lib/command.js';
import { PATIENCE_MS } from './page.ts';
import { openScreen } from './screen.ts';

const DRIVERS = [process.env.WEBKIT_DRIVER_PATH, '/usr/bin/WebKitWebDriver'];
const BROWSERS = [
  process.env.MINIBROWSER_PATH,
  ...['x86_64', 'aarch64'].map((machine) => `/usr/lib/${machine}-linux-gnu/webkit2gtk-4.1/MiniBrowser`),
];
const XVFB = '/usr/bin/Xvfb';
const POLL_MS = 50;
/** Time for a window to take its size, ms. */
const RESIZE_MS = 300;

export interface WebkitPaths {
  readonly driver: string;
  readonly browser: string;
}

/** WebKitGTK's driver and small browser, and a screen to show them on. */
export function findWebkit(): WebkitPaths | undefined {
  const driver = DRIVERS.find((path) => path && existsSync(path));
  const browser = BROWSERS.find((path) => path && existsSync(path));
  const hasScreen = process.env.DISPLAY || existsSync(XVFB);
  return driver && browser && hasScreen ? { driver, browser } : undefined;
}

/** A window frame so slight that the page in it may be as narrow as a phone. */
const NO_FRAME = '* { min-width: 0; min-height: 0; padding: 0; margin: 0; border-width: 0; font-size: 1px; }';
const LESS_MOTION = '[Settings]\ngtk-enable-animations=0\n';

/** A home of its own: settings, and where downloads go. */
function makeHome(): { readonly home: string; readonly downloads: string } {
  const home = mkdtempSync(join(tmpdir(), 'columna-webkit-'));
  const downloads = join(home, 'downloads');
  const config = join(home, '.config/gtk-3.0');
  for (const folder of [downloads, config]) mkdirSync(folder, { recursive: true });
  writeFileSync(join(config, 'gtk.css'), NO_FRAME);
  writeFileSync(join(config, 'settings.ini'), LESS_MOTION);
  writeFileSync(join(home, '.config/user-dirs.dirs'), `XDG_DOWNLOAD_DIR="${downloads}"\n`);
  return { home, downloads };
}

const findFreePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** One window of WebKit, driven as its users do; what runs in the page is a function without anything around it. */
export class Webkit {
  constructor(
    readonly driver: WebDriver,
    /** Folder that downloads go to. */
    readonly downloads: string,
    readonly close: () => Promise<void>,
  ) {}

  evaluate<T, A extends readonly unknown[]>(run: (...args: A) => T, ...args: A): Promise<T> {
    return this.driver.executeScript<T>(`return (${String(run)})(...arguments)`, ...args);
  }

  async waitFor(run: () => unknown): Promise<void> {
    await this.driver.wait(() => this.evaluate(run), PATIENCE_MS, String(run), POLL_MS);
  }

  async settle(...states: string[]): Promise<void> {
    const wanted = states.length > 0 ? states : ['ready'];
    const isThere = async () =>
      wanted.includes((await this.evaluate(() => document.documentElement.dataset.state)) ?? '');
    await this.driver.wait(isThere, PATIENCE_MS, wanted.join(), POLL_MS);
  }

  /** Makes the page itself so large, px, whatever the window has round it. */
  async resize(width: number, height: number): Promise<void> {
    const window = this.driver.manage().window();
    for (let tries = 0; tries < 5; tries++) {
      const inner = await this.evaluate(() => ({ width: innerWidth, height: innerHeight }));
      if (inner.width === width && inner.height === height) return;
      const rect = await window.getRect();
      await window.setRect({
        x: 0,
        y: 0,
        width: rect.width + width - inner.width,
        height: rect.height + height - inner.height,
      });
      await wait(RESIZE_MS);
    }
    throw new Error(`The window takes no ${width} × ${height} px.`);
  }

  find(css: string): Promise<WebElement> {
    return this.await(By.css(css));
  }

  button(name: string): Promise<WebElement> {
    return this.await(By.xpath(`//button[normalize-space()="${name}"]`));
  }

  private async await(where: By): Promise<WebElement> {
    const isThere = async () => (await this.driver.findElements(where)).length > 0;
    await this.driver.wait(isThere, PATIENCE_MS, String(where), POLL_MS);
    return this.driver.findElement(where);
  }

  async press(name: string): Promise<void> {
    await (await this.button(name)).click();
  }

  /** A pen taps the middle of an element. */
  async tap(element: WebElement): Promise<void> {
    const origin = { 'element-6066-11e4-a52e-4f735466cecf': await element.getId() };
    const actions = [
      { type: 'pointerMove', duration: 0, x: 0, y: 0, origin },
      { type: 'pointerDown', button: 0 },
      { type: 'pointerUp', button: 0 },
    ];
    const pen = { type: 'pointer', id: 'pen', parameters: { pointerType: 'pen' }, actions };
    await this.driver.execute(new Command(Name.ACTIONS).setParameter('actions', [pen]));
  }
}

/** WebKit on the machine's screen or one of its own. */
export async function launchWebkit({ driver: driverPath, browser }: WebkitPaths): Promise<Webkit> {
  const screen = await openScreen();
  const { home, downloads } = makeHome();
  const port = await findFreePort();
  const service = spawn(driverPath, [`--port=${port}`, '--host=127.0.0.1'], {
    env: {
      ...process.env,
      DISPLAY: screen?.display,
      HOME: home,
      XDG_CONFIG_HOME: join(home, '.config'),
      // a session of the desktop's would answer for settings
      DBUS_SESSION_BUS_ADDRESS: 'disabled:',
    },
    stdio: 'ignore',
  });
  const url = `http://127.0.0.1:${port}`;
  const isUp = () =>
    fetch(`${url}/status`).then(
      () => true,
      () => false,
    );
  while (!(await isUp())) await wait(POLL_MS);
  const capabilities = new Capabilities()
    .setBrowserName('MiniBrowser')
    .set('webkitgtk:browserOptions', { binary: browser, args: ['--automation'] });
  const driver = await new Builder().usingServer(url).withCapabilities(capabilities).build();
  return new Webkit(driver, downloads, async () => {
    await driver.quit();
    service.kill();
    screen?.close();
    rmSync(home, { recursive: true, force: true });
  });
}
