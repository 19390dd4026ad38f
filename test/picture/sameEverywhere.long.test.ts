import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { launchChrome } from '../browser/chrome.ts';
import { settle } from '../browser/page.ts';
import { getStill } from '../browser/still.ts';
import { hideBone, prepareHiding } from './golden/hide.ts';
import { calcDifference, type Small, shrink } from './golden/picture.ts';

/**
 * Greatest distance of two cells' mean colours (ΔE) of one state in two of the page's forms. All are drawn by one driver, so that only
 * what the page itself does differently counts; less than a bone that is missing, or a shader whose changes are, makes of it.
 */
const MOST_APART = 3;
/** Bones, discs and the cutaway of a wedge, its cement and its neighbours: every change of a shader that a first view has. */
const QUERY = `?quality=low&lang=en&view=close&scenario=${encodeURIComponent(
  JSON.stringify({
    version: 1,
    patient: {
      ...{ ageYears: 72, sex: 'female', heightCm: 160, massKg: 60, tScore: -2 },
      knownFractures: [{ level: 'T12', shape: 'wedge', genantGrade: 3 }],
    },
    events: [{ type: 'cement', level: 'T12', volumeMl: 4 }],
  }),
)}`;
/** T11, the neighbour above the wedge, counted from T1 = 0. */
const NEIGHBOUR = 10;

let browser: Browser;
let folder: string;
const addresses: Record<string, string> = {};
const ends: (() => unknown)[] = [];

beforeAll(async () => {
  browser = await launchChrome();
  folder = mkdtempSync(join(tmpdir(), 'columna-forms-'));
  const env = { ...process.env, NODE_ENV: 'production' };
  const single = join(folder, 'single');
  const build = ['node_modules/vite/bin/vite.js', 'build', '--config', 'src/build/single.ts'];
  execFileSync(process.execPath, [...build, '--logLevel', 'error', '--outDir', single], {
    env,
    stdio: 'inherit',
  });
  addresses.single = pathToFileURL(join(single, 'columna.html')).href;
  addresses.build = inject('baseUrl');
  addresses.dev = await serveSource();
});
afterAll(async () => {
  for (const end of ends) await end();
  await browser?.close();
  rmSync(folder, { recursive: true });
});

/** As `npm run dev` does; what it prepares of the packages is kept apart. */
async function serveSource(): Promise<string> {
  const { createServer } = await import('vite');
  const server = await createServer({
    mode: 'development',
    logLevel: 'error',
    cacheDir: join(folder, 'cache'),
    server: { port: 4190, hmr: false },
  });
  await server.listen();
  ends.push(() => server.close());
  return server.resolvedUrls!.local[0]!;
}

/** Runs in the page: what is seen in the window is lost, as where a change of three's shader no longer finds its place. */
function loseInside(): void {
  const { prototype } = WebGL2RenderingContext;
  const { shaderSource } = prototype;
  prototype.shaderSource = function (shader, source) {
    shaderSource.call(
      this,
      shader,
      source.replace('outgoingLight = within ? glow :', 'outgoingLight = false ? glow :'),
    );
  };
}

async function look(
  form: string,
  prepare?: () => void,
): Promise<{ readonly whole: Small; readonly lacking: Small }> {
  const page = await browser.newPage({ viewport: { width: 390, height: 844 }, reducedMotion: 'reduce' });
  const wrong: string[] = [];
  page.on('pageerror', ({ message }) => wrong.push(message));
  await prepareHiding(page);
  if (prepare) await page.addInitScript(prepare);
  await page.goto(addresses[form]! + QUERY);
  await settle(page, 'ready');
  await page.addStyleTag({
    content: 'body * { visibility: hidden } .stage-view, .stage-view > canvas { visibility: visible }',
  });
  const stage = page.locator('.stage-view');
  const take = async () => {
    await getStill(stage);
    return shrink(stage, [0, 0, 1, 1]);
  };
  const whole = await take();
  await hideBone(page, NEIGHBOUR);
  const lacking = await take();
  expect(wrong, form).toEqual([]);
  await page.close();
  return { whole, lacking };
}

it('source, build and single file show the same picture; a missing bone or a lost change of a shader would be seen', async () => {
  const build = await look('build');
  for (const form of ['dev', 'single']) {
    const other = await look(form);
    const apart = calcDifference(build.whole, other.whole);
    const lacking = calcDifference(build.whole, other.lacking);
    process.stdout.write(`${form}: ${apart.toFixed(2)} apart, ${lacking.toFixed(1)} without a bone\n`);
    expect(apart, form).toBeLessThan(MOST_APART);
    expect(lacking, form).toBeGreaterThan(3 * MOST_APART);
  }
  const lost = calcDifference(build.whole, (await look('build', loseInside)).whole);
  process.stdout.write(`${lost.toFixed(1)} without what the cutaway shows\n`);
  expect(lost).toBeGreaterThan(2 * MOST_APART);
});
