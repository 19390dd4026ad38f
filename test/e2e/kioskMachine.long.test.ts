import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { openScreen, type Screen } from '../browser/screen.ts';

const PATIENCE = { timeout: 120_000, interval: 500 };

let screen: Screen | null;
let work: string;
let kiosk: string;
let watchdog: ChildProcess;
let said = '';
let port: number;
let debugging: number;

/** Port that nobody has. */
const findPort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, 'localhost', () => {
      const { port: free } = server.address() as { port: number };
      server.close(() => resolve(free));
    });
  });

beforeAll(async () => {
  screen = await openScreen();
  if (!screen) throw new Error('No screen: install xvfb.');
  work = mkdtempSync(join(tmpdir(), 'columna-kiosk-'));
  kiosk = join(work, 'kiosk');
  const build = ['node_modules/tsx/dist/cli.mjs', 'src/installation/kiosk/build.ts'];
  execFileSync(process.execPath, [...build, '--page', inject('folder'), '--out', kiosk]);
  [port, debugging] = [await findPort(), await findPort()];
  await start(join(work, 'profile'));
});
afterAll(async () => {
  await stop();
  screen?.close();
  if (work) rmSync(work, { recursive: true, force: true });
});

async function start(profile: string): Promise<void> {
  said = '';
  watchdog = spawn(join(kiosk, 'watchdog.sh'), [], {
    env: {
      ...process.env,
      DISPLAY: screen!.display,
      PORT: String(port),
      PROFILE: profile,
      ADDRESS: `http://localhost:${port}/?mode=kiosk&quality=low`,
      CHROMIUM: process.env.CHROME_PATH ?? '/usr/bin/chromium',
      CHROMIUM_FLAGS: `--no-sandbox --use-angle=swiftshader --enable-unsafe-swiftshader --disable-background-networking --remote-debugging-port=${debugging}`,
    },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  watchdog.stdout!.on('data', (text: Buffer) => {
    said += text;
  });
}
async function stop(): Promise<void> {
  if (!watchdog || watchdog.exitCode !== null) return;
  const ended = new Promise((resolve) => watchdog.once('exit', resolve));
  watchdog.kill('SIGTERM');
  await ended;
}

/** Process that the watchdog started last of a kind. */
const findProcess = (kind: 'server' | 'browser'): number =>
  Number([...said.matchAll(new RegExp(`^${kind} (\\d+)$`, 'gm'))].at(-1)?.[1] ?? 0);

/** Whether the wall shows the page that invites, in the browser that runs now. */
async function isInviting(): Promise<boolean> {
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${debugging}`).catch(() => null);
  if (!browser) return false;
  try {
    const pages = browser.contexts().flatMap((context) => context.pages());
    const states = await Promise.all(
      pages.map((page) =>
        page
          .locator('.page[data-mode="kiosk"]')
          .count()
          .catch(() => 0),
      ),
    );
    return states.includes(1);
  } finally {
    await browser.close();
  }
}

it('opens with the page on the wall', async () => {
  await expect.poll(isInviting, PATIENCE).toBe(true);
});

it('comes back after its browser was killed', async () => {
  const before = findProcess('browser');
  process.kill(before, 'SIGKILL');
  await expect.poll(() => findProcess('browser'), PATIENCE).not.toBe(before);
  await expect.poll(isInviting, PATIENCE).toBe(true);
});

it('comes back after its server was killed, and after one that does not answer', async () => {
  const killed = findProcess('server');
  process.kill(killed, 'SIGKILL');
  await expect.poll(() => findProcess('server'), PATIENCE).not.toBe(killed);
  const isWell = () =>
    fetch(`http://localhost:${port}/health`, { signal: AbortSignal.timeout(2000) }).then(
      ({ ok }) => ok,
      () => false,
    );
  await expect.poll(isWell, PATIENCE).toBe(true);
  const stuck = findProcess('server');
  process.kill(stuck, 'SIGSTOP');
  await expect.poll(() => findProcess('server'), PATIENCE).not.toBe(stuck);
  await expect.poll(isWell, PATIENCE).toBe(true);
  expect(said).toContain(`server ${stuck} does not answer`);
});

it('opens where it can write nothing, and leaves nothing running when it is stopped', async () => {
  await stop();
  const [server, browser] = [findProcess('server'), findProcess('browser')];
  for (const ended of [server, browser]) expect(existsSync(`/proc/${ended}`)).toBe(false);
  // no folder can be made below a file
  await start(join(kiosk, 'server.js', 'profile'));
  await expect.poll(isInviting, PATIENCE).toBe(true);
  expect(said).toContain('profile in memory');
  await stop();
});

it('opens where the disk is full, and opens again when its browser is killed there', async ({ skip }) => {
  const disk = join(work, 'disk');
  mkdirSync(disk);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', disk], { stdio: 'ignore' });
  } catch {
    skip('only root can mount a small disk here');
  }
  try {
    // to the last byte
    expect(() => writeFileSync(join(disk, 'full'), Buffer.alloc(2_000_000))).toThrow(/ENOSPC/);
    await start(join(disk, 'profile'));
    await expect.poll(isInviting, PATIENCE).toBe(true);
    expect(said).toContain('profile in memory');
    const before = findProcess('browser');
    process.kill(before, 'SIGKILL');
    await expect.poll(() => findProcess('browser'), PATIENCE).not.toBe(before);
    await expect.poll(isInviting, PATIENCE).toBe(true);
  } finally {
    await stop();
    execFileSync('umount', [disk]);
  }
});

it('has a service and a policy that name what the folder holds', () => {
  const service = readFileSync(join(kiosk, 'columna-kiosk.service'), 'utf8');
  const install = readFileSync(join(kiosk, 'install.sh'), 'utf8');
  expect(service).toMatch(/^ExecStart=\/usr\/bin\/xinit \/opt\/columna\/watchdog\.sh /m);
  expect(service).toMatch(/^Restart=always$/m);
  const named = [...install.matchAll(/\$here\/([\w.-]+)/g)].map(([, name]) => name!);
  expect(named.sort()).toEqual(
    readdirSync(kiosk)
      .filter((name) => name !== 'install.sh')
      .sort(),
  );
  const policy = JSON.parse(readFileSync(join(kiosk, 'policy.json'), 'utf8'));
  expect(policy.URLBlocklist).toEqual(['*']);
  expect(policy.URLAllowlist).toContain('localhost');
  for (const script of ['watchdog.sh', 'install.sh']) execFileSync('sh', ['-n', join(kiosk, script)]);
});
