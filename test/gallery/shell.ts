/**
 * npm run shell writes src/shell: the page before its own script has loaded. The markup is the page's own while its first figures are
 * computed; the stills are the first picture of the standing person, one for each theme and for wide and narrow stages. To be run
 * after every change of the panel, the picture or its framing; `test/picture/shell.test.ts` tells when.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { finish, runScenario } from '../../src/core/simulation/run.ts';
import { DRAW_NOW } from '../../src/runtime/picture/picture.ts';
import { DEFAULT_SCENARIO } from '../../src/runtime/session/defaultScenario.ts';
import { type Bounds, calcAngles, calcBoundsTrack, writeBounds } from '../../src/scene/camera/framing.ts';
import { NARROW } from '../../src/shell/narrow.ts';

export const FOLDER = 'src/shell';
export const THEMES = ['dark', 'light'] as const;
type Theme = (typeof THEMES)[number];

/** Window in which a still is taken, px, its pixels' ratio, and which windows it is for. */
export const STILLS = {
  wide: { viewport: { width: 1180, height: 460 }, ratio: 1.7, media: null },
  narrow: {
    viewport: { width: 390, height: 800 },
    ratio: 2,
    media: NARROW,
  },
} as const;
type Name = keyof typeof STILLS;
/** Width of a still, in heights of the framed box. */
const WIDTH = 0.8;
const WEBP_QUALITY = 0.66;
const WORKER = /\/worker-[\w-]+\.js$/;
/** What comes after the first picture. */
const LATER = /\/(skeleton-[\w-]+\.(js|glb)|LaterLayers-[\w-]+\.js)$/;

/** What is not seen of the page as it opens, or comes with the picture. */
const LEFT_OUT = '.stage-view, .unseen, template, script, .manner, .more, footer';

/** The page's markup while it computes, with nothing in it that answers or is read out. */
export async function takeMarkup(browser: Browser, baseUrl: string): Promise<string> {
  const page = await browser.newPage({ viewport: { width: 1180, height: 820 } });
  // the mechanics never comes
  await page.route(WORKER, () => {});
  await page.goto(`${baseUrl}?quality=low&lang=en`);
  await page.locator('.page[data-mode="explore"] .acts button').first().waitFor();
  const markup = await page.evaluate((left) => {
    const page = document.querySelector('.page[data-mode]')!;
    const copy = page.cloneNode(true) as HTMLElement;
    // a copy of a choice forgets what is chosen; all that it offers gives it its width
    const chosen = [...page.querySelectorAll('select')].map((select) => select.selectedIndex);
    copy.querySelectorAll('select').forEach((select, i) => {
      for (const [n, option] of [...select.options].entries())
        option.toggleAttribute('selected', n === chosen[i]);
    });
    for (const one of copy.querySelectorAll(left)) one.remove();
    for (const element of [copy, ...copy.querySelectorAll('*')])
      for (const { name } of [...element.attributes])
        if (
          /^(id|for|role|name|title|tabindex|aria-(label|labelledby|describedby|controls|live)|data-(reading|value|mode|rac))$/.test(
            name,
          )
        )
          element.removeAttribute(name);
    copy.classList.add('shell');
    copy.setAttribute('aria-hidden', 'true');
    copy.setAttribute('inert', '');
    return copy.outerHTML;
  }, LEFT_OUT);
  await page.close();
  return `${markup}\n`;
}

interface Opening {
  readonly viewport: { readonly width: number; readonly height: number };
  readonly theme: Theme;
  readonly ratio?: number;
}

/** Opens the page and waits for its first picture, before anything else has come. */
export async function openFirstPicture(
  browser: Browser,
  baseUrl: string,
  { viewport, theme, ratio = 1 }: Opening,
): Promise<Page> {
  const page = await browser.newPage({ viewport, deviceScaleFactor: ratio, reducedMotion: 'reduce' });
  await page.route(LATER, () => {});
  await page.goto(`${baseUrl}?quality=high&lang=en&theme=${theme}`);
  await page.waitForFunction(() => performance.getEntriesByName('first-view').length > 0);
  await page.waitForFunction(() => document.documentElement.dataset.state === 'ready');
  return page;
}

/** What controls cover of a stage of this size above and below, px, as src/shell/shell.css has it. */
const calcCovered = ({ width, height }: { readonly width: number; readonly height: number }) => ({
  top: Math.min(width > 600 ? 56 : 64, height * 0.16),
  bottom: Math.min(76, height * 0.18),
});

/** A still with its size and its middle in heights of the framed box. */
interface Still {
  readonly webp: Buffer;
  readonly height: number;
  readonly middle: number;
}

export async function takeStill(browser: Browser, baseUrl: string, name: Name, theme: Theme): Promise<Still> {
  const page = await openFirstPicture(browser, baseUrl, { ...STILLS[name], theme });
  const canvas = page.locator('.stage-view canvas').first();
  const stage = (await canvas.boundingBox())!;
  const { top, bottom } = calcCovered(stage);
  const boxPx = stage.height - top - bottom;
  const leftPx = await page.locator('.standing').evaluate((standing) => {
    document.documentElement.dataset.still = '';
    const left = Number.parseFloat(getComputedStyle(standing, '::before').left);
    delete document.documentElement.dataset.still;
    return left;
  });
  const url = await canvas.evaluate(
    (element, { draw, leftPx, widthPx, quality }) => {
      const from = element as HTMLCanvasElement;
      from.dispatchEvent(new Event(draw));
      const ratio = from.width / from.clientWidth;
      const cut = document.createElement('canvas');
      cut.width = Math.round(widthPx * ratio);
      cut.height = from.height;
      cut.getContext('2d')!.drawImage(from, -Math.round(leftPx * ratio), 0);
      return cut.toDataURL('image/webp', quality);
    },
    { draw: DRAW_NOW, leftPx, widthPx: WIDTH * boxPx, quality: WEBP_QUALITY },
  );
  await page.close();
  return {
    webp: Buffer.from(url.split(',')[1]!, 'base64'),
    height: stage.height / boxPx,
    middle: (top + boxPx / 2) / boxPx,
  };
}

/** Width over height of the box that the camera frames, seen as the page opens. */
function calcAspect(): number {
  const { trace } = finish(runScenario(DEFAULT_SCENARIO));
  const bounds: Bounds = { centre: [0, 0, 0], half: [0, 0, 0] };
  writeBounds(calcBoundsTrack(trace), trace.durationS, bounds);
  const { azimuth } = calcAngles(trace)['three-quarter'];
  const [x, y, z] = bounds.half;
  return (Math.abs(Math.cos(azimuth)) * x + Math.abs(Math.sin(azimuth)) * z) / y;
}

const inMedia = (name: Name, rules: string): string => {
  const { media } = STILLS[name];
  return media ? `@media ${media} {\n${rules.replace(/^/gm, '  ')}\n}` : rules;
};

export async function writeShell(browser: Browser, baseUrl: string): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  const rules = [
    '/* written by npm run shell: the stills, and their sizes in heights of the box that the camera frames */',
    `.standing::before {\n  --aspect: ${Number(calcAspect().toFixed(4))};\n}`,
  ];
  for (const name of Object.keys(STILLS) as Name[])
    for (const theme of THEMES) {
      const file = `still-${name}-${theme}.webp`;
      const { webp, height, middle } = await takeStill(browser, baseUrl, name, theme);
      writeFileSync(`${FOLDER}/${file}`, webp);
      process.stdout.write(`${FOLDER}/${file}: ${webp.length} bytes\n`);
      const sizes = `  --width: ${WIDTH};\n  --height: ${Number(height.toFixed(4))};\n  --middle: ${Number(middle.toFixed(4))};\n`;
      const image = `  background-image: url("./${file}");\n`;
      if (theme === 'dark') rules.push(inMedia(name, `.standing::before {\n${sizes}${image}}`));
      else rules.push(inMedia(name, `:root[data-theme="${theme}"] .standing::before {\n${image}}`));
    }
  writeFileSync(`${FOLDER}/stills.css`, `${rules.join('\n')}\n`);
  const markup = await takeMarkup(browser, baseUrl);
  writeFileSync(`${FOLDER}/shell.html`, markup);
  process.stdout.write(`${FOLDER}/shell.html: ${markup.length} bytes\n`);
}
