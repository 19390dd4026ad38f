import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { launchUndrawn } from '../browser/chrome.ts';
import { act, button, settle, slider, toEnd } from '../browser/page.ts';

// A browser's translator puts elements in the place of text nodes, or splits or renews them; the page goes on living below. Each
// mode is played through twice, once with a translator that comes by before and after each step: both must show the same.

const HOW = ['replaces', 'wraps', 'splits', 'renews'] as const;
type How = (typeof HOW)[number];

/** Runs in the page: every text of it is handled once, in sight or not, and whatever forbids it. */
function translate(how: How): void {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  for (const text of texts) {
    if (!text.data.trim() || text.parentElement!.closest('script, style, option')) continue;
    const font = document.createElement('font');
    if (how === 'replaces') {
      font.textContent = text.data;
      text.replaceWith(font);
    } else if (how === 'wraps') {
      text.replaceWith(font);
      font.append(document.createElement('font'));
      font.firstElementChild!.append(text);
    } else if (how === 'splits') text.splitText(Math.ceil(text.length / 2));
    else text.replaceWith(text.cloneNode());
  }
}

/** What is seen and heard, without the elements it stands in; seconds of a visit and codes of it apart. */
const readSeen = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [
      ...document.querySelectorAll(
        'body :is(h1, h2, h3, p, dt, dd, th, td, li, button, label, legend, svg text), body [data-value]',
      ),
    ].map((element) => element.textContent ?? ''),
  );

/** What is said while an act's moment is on the stage; it is not still to come. */
const UNDER_WAY = /(?:Lift|Bend|Heben|Beugen) …/g;

/** Waits until nothing that is shown changes, or is still to come. */
async function rest(page: Page): Promise<void> {
  let before = '';
  for (let still = 0; still < 2; ) {
    await page.waitForTimeout(200);
    const now = (await readSeen(page)).join('|');
    still = now === before && !/…\||…$/.test(now.replace(UNDER_WAY, '')) ? still + 1 : 0;
    before = now;
  }
}

/** Texts that React would write into though something else may stand in their place. */
const findLooseTexts = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const loose: string[] = [];
    while (walker.nextNode()) {
      const text = walker.currentNode as Text;
      if (text.data.trim() && Object.keys(text).some((key) => key.startsWith('__reactFiber')))
        loose.push(`${text.parentElement!.outerHTML.slice(0, 120)} “${text.data}”`);
    }
    return loose;
  });

interface Play {
  readonly query: string;
  /** What is there when the mode is. */
  readonly awaited: string;
  readonly steps: readonly ((page: Page) => Promise<unknown>)[];
}
const patient = { ageYears: 75, sex: 'female', heightCm: 158, massKg: 58, tScore: -3.5 };
const fragile = `scenario=${encodeURIComponent(JSON.stringify({ version: 1, patient, events: [] }))}`;
const press = (name: string) => (page: Page) => button(page, name).click();
const choose = (label: string, option: string) => (page: Page) =>
  page.getByLabel(label, { exact: true }).first().selectOption(option);

/** Who stands beside is computed after the page is ready. */
const withComparison = (step: (page: Page) => Promise<unknown>) => async (page: Page) => {
  await step(page);
  await page.locator('[data-reading="twin-kyphosis-deg"]').waitFor();
};

/** A kiosk has no slider of its time. */
const toEndOfAct = (page: Page) => settle(page, 'ready');

/** The modes, and what opens in them. */
const PLAYS = {
  explore: {
    query: fragile,
    awaited: '.readouts dd',
    steps: [
      (page) => act(page, 'Lift'),
      (page) => slider(page, 'Time').press('Home'),
      toEnd,
      withComparison(choose('Compare with', 'strong')),
      press('Undo'),
      withComparison((page) => act(page, 'Bend')),
      choose('Units', 'imperial'),
      choose('Language', 'de'),
      choose('Sprache', 'en'),
    ],
  },
  sheets: {
    query: fragile,
    awaited: '.readouts dd',
    steps: [
      (page) => page.locator('.patient-button').click(),
      (page) => page.locator('.number-box input').first().fill('300'),
      (page) => page.locator('.sheet-foot .main').click(),
      (page) => page.locator('.number-box input').first().fill('81'),
      (page) => page.locator('.cards .card').nth(1).click(),
      (page) => page.locator('.sheet-foot .main').click(),
      press('Save and open'),
      (page) => page.keyboard.press('Escape'),
      press('Words'),
      (page) => page.getByRole('searchbox').fill('newton'),
      (page) => page.getByRole('searchbox').fill(''),
      (page) => page.keyboard.press('Escape'),
      (page) => page.locator('.readouts .term').first().click(),
      (page) => page.keyboard.press('Escape'),
      (page) => page.locator('.act-more button').first().click(),
      (page) => page.locator('.act-more button').last().click(),
      (page) => act(page, 'Lift'),
    ],
  },
  story: {
    query: `mode=story&${fragile}`,
    awaited: '.story-step',
    steps: [
      (page) => page.locator('.story-ways .main').click(),
      (page) => page.locator('.story-ways .main').click(),
      choose('Language', 'fr'),
    ],
  },
  clinic: {
    query: 'mode=clinic',
    awaited: '.clinic-on',
    steps: [
      press('Use this patient'),
      press('Acts'),
      (page) => act(page, 'Lift'),
      takeHome,
      choose('Language', 'de'),
      (page) => page.locator('.clinic-screens button').nth(3).click(),
      press('Zurück'),
      takeHome,
    ],
  },
  quiz: {
    query: 'mode=quiz&quiz=8415&questions=6',
    awaited: '.quiz-start',
    steps: [
      press('Take these 6 questions'),
      (page) => page.locator('.quiz-options button').first().click(),
      (page) => page.locator('.quiz .main').click(),
      (page) => page.locator('.quiz-options button').nth(1).click(),
    ],
  },
  kiosk: {
    query: `mode=kiosk&idle=600`,
    awaited: '.kiosk-bone input',
    steps: [
      (page) => page.mouse.click(300, 300),
      press('Lift'),
      toEndOfAct,
      (page) => page.locator('.kiosk-bone input').press('End'),
      (page) => page.getByRole('button', { name: 'Deutsch' }).click(),
    ],
  },
} satisfies Readonly<Record<string, Play>>;

/** Opens the page to take home, which is fetched and computed first. */
async function takeHome(page: Page): Promise<void> {
  await page.locator('.clinic-screens button').nth(4).click();
  await page.locator('.paper-day').waitFor({ timeout: 200_000 });
}

async function play(
  browser: Browser,
  { query, awaited, steps }: Play,
  isTranslated: boolean,
): Promise<{ seen: string[][]; loose: string[] }> {
  const context = await browser.newContext({
    viewport: { width: 1180, height: 820 },
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  await page.goto(`${inject('baseUrl')}?quality=low&lang=en&${query}`);
  await settle(page, 'ready');
  await page.locator(awaited).first().waitFor();
  await rest(page);
  const seen: string[][] = [];
  const loose: string[] = [];
  for (const [i, step] of steps.entries()) {
    if (isTranslated) await page.evaluate(translate, HOW[i % HOW.length]!);
    await step(page);
    await settle(page);
    await rest(page);
    if (isTranslated) await page.evaluate(translate, HOW[(i + 1) % HOW.length]!);
    seen.push(await readSeen(page));
    if (!isTranslated) loose.push(...(await findLooseTexts(page)));
  }
  expect(errors).toEqual([]);
  await context.close();
  return { seen, loose: [...new Set(loose)] };
}

/** Asserts of each that it shows the same with a translator as without one. */
export function testTranslated(names: readonly (keyof typeof PLAYS)[]): void {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchUndrawn();
  });
  afterAll(async () => {
    await browser?.close();
  });

  it.each(names)('shows what it holds, whatever happens to its text nodes: %s', async (name) => {
    const [plain, translated] = [
      await play(browser, PLAYS[name], false),
      await play(browser, PLAYS[name], true),
    ];
    expect(plain.loose).toEqual([]);
    expect(translated.seen).toEqual(plain.seen);
  });
}
