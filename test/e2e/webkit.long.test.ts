import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Key } from 'selenium-webdriver';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Scenario } from '../../src/core/simulation/scenario.ts';
import { LANGUAGES } from '../../src/i18n/languages.ts';
import { unpack } from '../../src/runtime/address/packing.ts';
import { MODES } from '../../src/runtime/session/modePolicy.ts';
import { stopDrawing } from '../browser/allocation.ts';
import { findLayoutFaults } from '../browser/faults.ts';
import { serveFolder } from '../browser/folder.ts';
import { findWebkit, launchWebkit, type Webkit } from '../browser/webkit.ts';
import { run } from '../core/support.ts';

// The engine of every iPad, in Debian's build of it. Its driver has a mouse and a pen, and no fingers: two at once are told to the
// page by events of the test's own, and how a finger scrolls or pinches is not tried here.

/** A picture with a person in it takes more bytes than an empty one, as a PNG. */
const MORE_BYTES = 1.5;
const TABLET = [1180, 820] as const;
const UPRIGHT = [820, 1180] as const;
const PHONE = [390, 844] as const;

const paths = findWebkit();
if (!paths) process.stderr.write('No WebKit found: apt-get install -y webkit2gtk-driver xvfb to test it.\n');

interface Noted {
  readonly complaints: string[];
  readonly sounds: AudioContext[];
}
/** Runs in the page before its own scripts: notes what it complains of, and the sounds it opens. */
function note(): void {
  const noted: Noted = { complaints: [], sounds: [] };
  Object.assign(window, { noted });
  const { complaints, sounds } = noted;
  addEventListener('error', ({ message, error }) => complaints.push(`${message} ${error?.stack ?? ''}`));
  addEventListener('unhandledrejection', ({ reason }) => complaints.push(String(reason)));
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    complaints.push(`${violatedDirective} ${blockedURI}`),
  );
  for (const kind of ['error', 'warn'] as const)
    console[kind] = (...said: unknown[]) => complaints.push(said.join(' '));
  Object.assign(window, {
    AudioContext: new Proxy(AudioContext, {
      construct(Own) {
        const sound = new Own();
        sounds.push(sound);
        return sound;
      },
    }),
  });
}

describe.skipIf(!paths)('in WebKit', () => {
  let webkit: Webkit;
  let undrawn: Awaited<ReturnType<typeof serveFolder>>;
  const complaints: string[] = [];
  beforeAll(async () => {
    undrawn = await serveFolder(inject('folder'), `${stopDrawing}\n${note}\nstopDrawing(); note();`);
    webkit = await launchWebkit(paths!);
    await webkit.resize(...TABLET);
    await visit('');
  });
  afterAll(async () => {
    await webkit?.close();
    undrawn?.close();
  });

  /** Leaves the page, and keeps what it complained of. */
  const collect = async () => {
    const held = await webkit.evaluate(
      () => (window as unknown as { noted?: Noted }).noted?.complaints.splice(0) ?? [],
    );
    complaints.push(...held);
  };
  const visit = async (query: string, lang = 'en') => {
    await collect();
    await webkit.driver.get(`${undrawn.url}?quality=low&lang=${lang}${query}`);
    await webkit.settle();
  };
  const act = async (name: string) => {
    await webkit.press(name);
    await webkit.settle('playing', 'ready');
    await (await webkit.find('.playback input')).sendKeys(Key.END);
    await webkit.settle();
  };
  const read = (reading: string) =>
    webkit.evaluate(
      (name) => Number(document.querySelector<HTMLElement>(`[data-reading="${name}"]`)!.dataset.value),
      reading,
    );
  const countDone = () => webkit.evaluate(() => document.querySelectorAll('.timeline li').length);
  const download = async (name: string, file: string): Promise<Buffer> => {
    await webkit.press(name);
    const path = join(webkit.downloads, file);
    await expect.poll(() => existsSync(path) && readFileSync(path).length).toBeGreaterThan(0);
    return readFileSync(path);
  };
  const findFaults = () => webkit.evaluate(findLayoutFaults);

  describe('the main job', () => {
    it('a lift breaks the same vertebra as in Node, cement fills it, and every figure is the same to the last digit', async () => {
      const density = await webkit.find('.density input');
      for (let step = 0; step < 5; step++) await density.sendKeys(Key.ARROW_LEFT);
      await webkit.settle();
      expect(await read('t-score')).toBe(-4);
      await act('Lift');
      expect(await read('fracture-count')).toBeGreaterThan(0);
      await act('Cement');
      await webkit.waitFor(() => location.hash.includes('scenario='));
      await expect
        .poll(async () => (await readScenario()).events.map(({ type }) => type))
        .toEqual(['activity', 'cement']);
      const { results } = run(await readScenario());
      const { findings } = results;
      expect(await read('fracture-count')).toBe(findings.fractureCount);
      expect(await read('kyphosis-deg')).toBe(findings.kyphosisDeg);
      expect(await read('lordosis-deg')).toBe(findings.lordosisDeg);
      expect(await read('height-loss-mm')).toBe(findings.heightLossMm);
      const saved = await download('Download results', 'columna-results.json');
      expect(saved.toString()).toBe(`${JSON.stringify(results, null, 2)}\n`);
    });
    const readScenario = async () => {
      const hash = await webkit.evaluate(() => location.hash);
      return JSON.parse(unpack(/scenario=([\w-]+)/.exec(hash)![1]!)!) as Scenario;
    };

    it('its link opens the same again', async () => {
      const readings = ['fracture-count', 'kyphosis-deg', 'height-loss-mm'];
      const before = await Promise.all(readings.map(read));
      const link = await webkit.evaluate(() => location.hash);
      await visit(link);
      expect(await Promise.all(readings.map(read))).toEqual(before);
    });
  });

  it('saves what there is to save, and opens it again', async () => {
    await webkit.press('Save and open');
    const table = await download('Results as CSV', 'columna-results.csv');
    expect(table.toString().split('\r\n')).toHaveLength(1 + 2 * 17 + 1);
    const picture = await download('Save the picture', 'columna.png');
    expect(picture.subarray(1, 4).toString()).toBe('PNG');
    const scenario = JSON.parse(
      (await download('Save the scenario', 'columna-scenario.json')).toString(),
    ) as Scenario;
    expect(scenario.patient.tScore).toBe(-4);
    const changed = join(webkit.downloads, 'changed.json');
    writeFileSync(changed, JSON.stringify({ ...scenario, patient: { ...scenario.patient, ageYears: 81 } }));
    await (await webkit.find('input[type="file"]')).sendKeys(changed);
    await webkit.waitFor(() => document.querySelector('.patient-button')?.textContent.includes('81'));
    await webkit.settle();
    expect(await countDone()).toBe(2);
  });

  it('follows what drags and taps, and each control its own finger', async () => {
    await visit('');
    const density = await webkit.find('.density input');
    await webkit.driver
      .actions()
      .move({ origin: density })
      .press()
      .move({ origin: density, x: 60 })
      .release()
      .perform();
    await webkit.waitFor(
      () => Number(document.querySelector<HTMLElement>('[data-reading="t-score"]')!.dataset.value) > -3,
    );
    await webkit.settle();
    await webkit.tap(await webkit.button('Lift'));
    await expect.poll(countDone).toBe(1);
    await webkit.settle('playing', 'ready');
    await webkit.evaluate(() => {
      const stand = [...document.querySelectorAll('button')].find(
        (button) => button.textContent === 'Stand',
      )!;
      const { x, y, width, height } = stand.getBoundingClientRect();
      const touch = (type: string, target: Element, pointerId: number) =>
        target.dispatchEvent(
          new PointerEvent(type, {
            pointerId,
            pointerType: 'touch',
            isPrimary: pointerId === 101,
            clientX: x + width / 2,
            clientY: y + height / 2,
            bubbles: true,
            cancelable: true,
          }),
        );
      touch('pointerdown', document.querySelector('.stage')!, 101);
      touch('pointerdown', stand, 102);
      touch('pointerup', stand, 102);
    });
    await expect.poll(countDone).toBe(2);
    await webkit.settle('playing', 'ready');
  });

  it('is heard after a touch, and not before', async () => {
    await visit('&sound=on');
    const sounds = () =>
      webkit.evaluate(() => (window as unknown as { noted: Noted }).noted.sounds.map(({ state }) => state));
    expect(await sounds()).toEqual([]);
    await webkit.press('Lift');
    await expect.poll(sounds).toEqual(['running']);
    await webkit.settle('playing', 'ready');
  });

  it('goes on without its graphics, and is drawn again when they come back', async () => {
    await visit('');
    await webkit.find('canvas[data-engine]');
    await webkit.evaluate(() => {
      const context = document.querySelector<HTMLCanvasElement>('canvas[data-engine]')!.getContext('webgl2')!;
      const extension = context.getExtension('WEBGL_lose_context')!;
      Object.assign(window, { restore: () => extension.restoreContext() });
      extension.loseContext();
    });
    await webkit.waitFor(() => document.querySelector('.stage-words'));
    await act('Stand');
    expect(await countDone()).toBe(1);
    await webkit.press('Muscles');
    await webkit.evaluate(() => (window as unknown as { restore: () => void }).restore());
    await webkit.waitFor(() => !document.querySelector('.stage-words'));
    // what was lost is said in the console by three itself
    await webkit.evaluate(() => {
      const { complaints } = (window as unknown as { noted: Noted }).noted;
      complaints.splice(0, complaints.length, ...complaints.filter((said) => !said.includes('Context Lost')));
    });
  });

  it('works where it may store nothing', async () => {
    await visit('');
    await webkit.evaluate(() => {
      for (const store of ['localStorage', 'sessionStorage'])
        Object.defineProperty(window, store, {
          get() {
            throw new DOMException('The operation is insecure.', 'SecurityError');
          },
        });
    });
    await webkit.press('Clinic');
    await webkit.press('Use this patient');
    await webkit.settle('ready');
    await webkit.press('Kiosk');
    await webkit.press('Start');
    await webkit.find('.kiosk-bone input');
  });

  it('opens a kiosk and a linked patient out of its own store as from the server', async () => {
    await visit('');
    await webkit.waitFor(() => navigator.serviceWorker.controller);
    await visit('&mode=kiosk');
    await webkit.find('.kiosk-bone input');
    const patient = { ageYears: 81, sex: 'female', heightCm: 150, massKg: 50, tScore: -3 };
    const scenario = encodeURIComponent(JSON.stringify({ version: 1, patient, events: [] }));
    await visit(`&mode=clinic#scenario=${scenario}`);
    await webkit.waitFor(() =>
      [...document.querySelectorAll<HTMLInputElement>('.number-box input')].some(
        ({ value }) => value === '81',
      ),
    );
  });

  it('says what it lacks in a frame that gives it no origin', async () => {
    await collect();
    await webkit.driver.get(
      `data:text/html,<iframe sandbox="allow-scripts" src="${undrawn.url}" width="800" height="600"></iframe>`,
    );
    await webkit.driver.switchTo().frame(0);
    await webkit.waitFor(() => document.querySelector('.unstyled'));
    const seen = await webkit.evaluate(() =>
      [...document.querySelectorAll('p, button')]
        .filter((element) => element.getClientRects().length > 0)
        .map(({ textContent }) => textContent),
    );
    expect(seen).toHaveLength(Object.keys(LANGUAGES).length);
    expect(seen[0]).toContain('the sandbox must allow scripts and the same origin');
    await webkit.driver.switchTo().defaultContent();
  });

  it.each(MODES.flatMap((mode) => ['en', 'ar'].map((lang) => ({ mode, lang }))))(
    'shows $mode in $lang on a tablet and a phone, with nothing cut off or covered',
    async ({ mode, lang }) => {
      await webkit.resize(...TABLET);
      await visit(`&mode=${mode}`, lang);
      await webkit.find(`.page[data-mode="${mode}"]`);
      expect(await webkit.evaluate(() => document.documentElement.dir)).toBe(lang === 'ar' ? 'rtl' : 'ltr');
      for (const size of [TABLET, UPRIGHT, PHONE]) {
        await webkit.resize(size[0], size[1]);
        await expect.poll(findFaults, { message: size.join('×'), timeout: 5000 }).toEqual([]);
      }
      await webkit.resize(...TABLET);
    },
  );

  it('is drawn in three dimensions', async () => {
    await collect();
    await webkit.find('canvas[data-engine]');
    const measureBytes = async () =>
      (await (await webkit.find('canvas[data-engine]')).takeScreenshot()).length;
    await visit('');
    const empty = await measureBytes();
    await webkit.driver.get(`${inject('baseUrl')}?quality=low&lang=en`);
    await webkit.waitFor(() => performance.getEntriesByName('first-view').length > 0);
    await expect.poll(measureBytes).toBeGreaterThan(MORE_BYTES * empty);
  });

  it('complains of nothing', () => {
    expect(complaints).toEqual([]);
  });
});
