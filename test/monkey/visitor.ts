import type { CDPSession, Page } from 'playwright-core';
import type { Random } from '../../src/core/math/random.ts';
import { LANGUAGE_NAMES, STRESS } from '../../src/i18n/languages.ts';
import { MODES } from '../../src/runtime/session/modePolicy.ts';
import { HOSTILE_FRAGMENTS, HOSTILE_QUERIES } from './hostile.ts';

const SIZES = [
  [1180, 820],
  [820, 1180],
  [390, 844],
  [844, 390],
  [640, 400],
] as const;
const KEYS = [
  'Tab',
  'Shift+Tab',
  'Enter',
  'Space',
  'Escape',
  'ArrowLeft',
  'ArrowRight',
  'ArrowUp',
  'ArrowDown',
  'Home',
  'End',
  'PageDown',
  'a',
  '7',
] as const;
const LANGS = [...LANGUAGE_NAMES.map(([lang]) => lang), STRESS];

/** What the monkey sets upon a page. */
export interface Victim {
  readonly page: Page;
  readonly client: CDPSession;
  readonly baseUrl: string;
}

type Act = (victim: Victim, random: Random) => Promise<void>;

export const pick = <T>(random: Random, list: readonly T[]): T =>
  list[Math.min(list.length - 1, Math.floor(random.uniform() * list.length))]!;

/** Presses, turns or sets one of the controls in sight. */
const useControl: Act = async ({ page }, random) => {
  const fraction = random.uniform();
  const choice = random.uniform();
  await page.evaluate(
    ([fraction, choice]) => {
      const controls = [
        ...document.querySelectorAll<HTMLElement>(
          'button, select, input, [role="slider"], .flat-body, tr[data-level]',
        ),
      ].filter((one) => one.checkVisibility() && !(one as HTMLButtonElement).disabled);
      const control = controls[Math.floor(fraction! * controls.length)];
      if (!control) return;
      const set = (prototype: object, value: string) => {
        Object.getOwnPropertyDescriptor(prototype, 'value')!.set!.call(control, value);
        for (const type of ['input', 'change']) control.dispatchEvent(new Event(type, { bubbles: true }));
      };
      if (control instanceof HTMLSelectElement) {
        const option = control.options[Math.floor(choice! * control.options.length)];
        if (option) set(HTMLSelectElement.prototype, option.value);
      } else if (control instanceof HTMLInputElement && control.type === 'range') {
        const [least, most] = [Number(control.min), Number(control.max)];
        set(HTMLInputElement.prototype, String(least + choice! * (most - least)));
      } else if (control instanceof HTMLInputElement && control.type === 'text') {
        set(HTMLInputElement.prototype, ['', '-3', '1e9', 'NaN', '<b>x</b>', '72'][Math.floor(choice! * 6)]!);
      } else if (control instanceof HTMLInputElement && control.type === 'file') return;
      else {
        control.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
        control.dispatchEvent(new PointerEvent('pointerup', { bubbles: true }));
        control.dispatchEvent(new MouseEvent('click', { bubbles: true }));
      }
    },
    [fraction, choice],
  );
};

const pressKeys: Act = async ({ page }, random) => {
  for (let n = 0; n < 4; n++) await page.keyboard.press(pick(random, KEYS));
};

/** Two fingers on the picture, each going its own way. */
const pinch: Act = async ({ client }, random) => {
  const point = (id: number) => ({ x: 40 + 300 * random.uniform(), y: 80 + 200 * random.uniform(), id });
  await client.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [point(0), point(1)] });
  for (let n = 0; n < 3; n++)
    await client.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [point(0), point(1)] });
  await client.send('Input.dispatchTouchEvent', {
    type: random.uniform() < 0.2 ? 'touchCancel' : 'touchEnd',
    touchPoints: [],
  });
};

const wheel: Act = async ({ page }, random) => {
  await page.mouse.move(60 + 300 * random.uniform(), 100 + 200 * random.uniform());
  await page.mouse.wheel(200 * (random.uniform() - 0.5), 2000 * (random.uniform() - 0.5));
};

const resize: Act = async ({ page }, random) => {
  const [width, height] = pick(random, SIZES);
  await page.setViewportSize({ width, height });
};

const goBack: Act = async ({ page }, random) => {
  await page.evaluate((way) => history.go(way), random.uniform() < 0.6 ? -1 : 1);
};

/** Another mode, language and theme by the address; the only way out of a kiosk. */
const openLink: Act = async ({ page, baseUrl }, random) => {
  const query = `mode=${pick(random, MODES)}&lang=${pick(random, LANGS)}&theme=${pick(random, ['dark', 'light'])}`;
  const comparison = random.uniform() < 0.2 ? '&twin=strong' : '';
  await page.goto(`${baseUrl}?quality=low&${query}${comparison}`, { waitUntil: 'commit' });
};

const openHostileLink: Act = async ({ page, baseUrl }, random) => {
  const address =
    random.uniform() < 0.7
      ? `?quality=low&${pick(random, HOSTILE_QUERIES)}`
      : `?quality=low#${pick(random, HOSTILE_FRAGMENTS)}`;
  await page.goto(baseUrl + address, { waitUntil: 'commit' });
};

const loseGraphics: Act = async ({ page }, random) => {
  await page.evaluate(
    (ms) => {
      const canvas = document.querySelector<HTMLCanvasElement>('canvas[data-engine]');
      const lost = canvas?.getContext('webgl2')?.getExtension('WEBGL_lose_context');
      if (!lost) return;
      lost.loseContext();
      setTimeout(() => lost.restoreContext(), ms);
    },
    50 + 500 * random.uniform(),
  );
};

/** From the next load on the device gives no graphics, or does again. */
const denyGraphics: Act = async ({ page }, random) => {
  await page.evaluate((denied) => {
    window.name = denied ? 'no-graphics' : '';
  }, random.uniform() < 0.3);
};

const killWorker: Act = async ({ page }) => {
  await page.evaluate(() => {
    const { workers } = window as unknown as { workers?: Worker[] };
    workers?.pop()?.terminate();
  });
};

const goOffline: Act = async ({ page }, random) => {
  await page.context().setOffline(true);
  await page.waitForTimeout(200 + 400 * random.uniform());
  await page.context().setOffline(false);
};

const spoilStorage: Act = async ({ page }, random) => {
  await page.evaluate((fill) => {
    for (const storage of [localStorage, sessionStorage]) {
      if (fill) {
        try {
          for (let n = 0; n < 60; n++) storage.setItem(`full-${n}`, 'x'.repeat(100_000));
        } catch {
          // full is what was wanted
        }
      } else {
        for (const key of Object.keys(storage)) {
          if (key.startsWith('full-')) storage.removeItem(key);
          else storage.setItem(key, '{"corrupt');
        }
      }
    }
  }, random.uniform() < 0.3);
};

const wait: Act = async ({ page }, random) => {
  await page.waitForTimeout(400 * random.uniform());
};

/** What it does, and how often for one of each hundred. */
export const ACTS: readonly (readonly [name: string, weight: number, act: Act])[] = [
  ['control', 52, useControl],
  ['keys', 12, pressKeys],
  ['pinch', 5, pinch],
  ['wheel', 4, wheel],
  ['resize', 4, resize],
  ['back', 4, goBack],
  ['link', 5, openLink],
  ['hostile link', 3, openHostileLink],
  ['lost graphics', 2, loseGraphics],
  ['denied graphics', 1, denyGraphics],
  ['killed worker', 2, killWorker],
  ['offline', 1, goOffline],
  ['spoilt storage', 1, spoilStorage],
  ['wait', 4, wait],
];
