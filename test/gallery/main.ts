import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { readCommand, refuse } from '../../src/cli/command.ts';
import { launchChrome } from '../browser/chrome.ts';
import { act, button, LAID_OVER, settle, slider } from '../browser/page.ts';
import { serveBuild } from '../browser/serve.ts';
import { writeBoneSheets } from './boneSheets.ts';

const OUT = 'gallery';
const SIZES = { tablet: [1180, 820], phone: [390, 844], wall: [1920, 1080] } as const;
/** Time for the picture to arrive and the camera to come to rest, ms. */
const REST_MS = 4000;

const patient = (tScore: number) => ({ ageYears: 72, sex: 'female', heightCm: 160, massKg: 60, tScore });
const write = (who: object, events: readonly object[]) =>
  `scenario=${encodeURIComponent(JSON.stringify({ version: 1, patient: who, events }))}`;
const scenario = (tScore: number, ...events: object[]) => write(patient(tScore), events);
/** Five wedge fractures: a severe kyphosis. */
const FIVE_WEDGES = write(
  {
    ...patient(-3.5),
    knownFractures: ['T6', 'T7', 'T8', 'T11', 'T12'].map((level) => ({
      level,
      shape: 'wedge',
      genantGrade: 3,
    })),
  },
  [],
);
const cement = (level: string) => ({ type: 'cement', level, volumeMl: 4 });
/** Moves to a fraction of the act. */
const scrub = (fraction: number) => async (page: Page) => {
  const time = slider(page, 'Time');
  await time.fill((Number(await time.getAttribute('max')) * fraction).toFixed(2));
};
/** Shows one more layer. */
const layer = (name: string) => async (page: Page) => {
  await scrub(0.5)(page);
  await button(page, name).click();
};
/** Waits until what is told has been worked out. */
const told = (page: Page) => page.waitForTimeout(15_000);
const sheet = (page: Page, name: string) => button(page, name).click();
const activity = (name: string, more = {}) => ({ type: 'activity', name, ...more });
const FOUR_ACTS = ['stand', 'bend', 'lift', 'cough'].map((name) => activity(name));

const TEN_YEARS = Array(10).fill({ type: 'time', months: 12 });
const ALENDRONATE = { type: 'drug', name: 'alendronate', action: 'start' };

interface State {
  readonly query: string;
  readonly prepare?: (page: Page) => Promise<void>;
}

const STATES: Record<string, State> = {
  'healthy-standing': { query: `view=side&${scenario(0)}` },
  'bend-peak': { query: scenario(-2.5, activity('bend')), prepare: scrub(0.5) },
  'lift-peak': { query: scenario(-1, activity('lift')), prepare: scrub(0.5) },
  'fragile-after-four': { query: `view=side&${scenario(-4.5, ...FOUR_ACTS)}` },
  breaking: {
    query: scenario(-4.5),
    prepare: async (page) => {
      await act(page, 'Lift');
      await scrub(0.5)(page);
    },
  },
  cemented: {
    query: scenario(-4.5, ...FOUR_ACTS),
    prepare: (page) => act(page, 'Cement'),
  },
  'sit-slouched': { query: `view=side&${scenario(-2.5, activity('sit-slouched'))}` },
  'sit-reclined': { query: scenario(-2.5, activity('sit-reclined')) },
  'lie-supine': { query: `view=side&${scenario(-2.5, activity('lie-supine'))}` },
  'lie-side': { query: scenario(-2.5, activity('lie-side')) },
  walk: { query: `view=side&${scenario(-2.5, activity('walk'))}`, prepare: scrub(0.5) },
  stairs: { query: scenario(-2.5, activity('climb-stairs')), prepare: scrub(0.45) },
  carry: { query: scenario(-2.5, activity('carry', { loadKg: 12 })), prepare: scrub(0.5) },
  'hold-far': {
    query: `view=side&${scenario(-1, activity('hold', { loadKg: 10, reachCm: 70 }))}`,
    prepare: scrub(0.9),
  },
  'make-bed': { query: scenario(-2.5, activity('make-bed')), prepare: scrub(0.5) },
  'open-window': { query: scenario(-2.5, activity('open-window')), prepare: scrub(0.5) },
  'reach-overhead': { query: scenario(-2.5, activity('reach-overhead')), prepare: scrub(0.5) },
  stumble: { query: `view=side&${scenario(-2.5, activity('stumble'))}`, prepare: scrub(0.3) },
  'months-passed': { query: `view=side&${scenario(-4, { type: 'time', months: 24 })}` },
  'ten-years-untreated': { query: `view=side&${scenario(-2.8, ...TEN_YEARS)}` },
  'ten-years-treated': { query: `view=side&${scenario(-2.8, ALENDRONATE, ...TEN_YEARS)}` },
  'ten-years-light': { query: `theme=light&view=side&${scenario(-2.8, ALENDRONATE, ...TEN_YEARS)}` },
  treatments: {
    query: scenario(-2.8, ALENDRONATE),
    prepare: (page) => button(page, 'Treatment').click(),
  },
  'sit-upright': { query: `view=side&${scenario(-2.5, activity('sit-upright'))}` },
  twist: { query: `view=front&${scenario(-2.5, activity('twist', { twistDeg: 45 }))}`, prepare: scrub(0.5) },
  'fall-seated': { query: `view=side&${scenario(-2.5, activity('fall-seated'))}`, prepare: scrub(0.45) },
  'more-acts': {
    query: `units=imperial&${scenario(-2.5)}`,
    prepare: async (page) => {
      await button(page, 'More acts').click();
      await act(page, 'Carry a bag');
    },
  },
  'how-far': {
    query: `theme=light&${scenario(-2.5)}`,
    prepare: async (page) => {
      await button(page, 'How far, how heavy').click();
      await page.getByLabel('Set', { exact: true }).selectOption('lift');
    },
  },
  'light-theme': { query: `theme=light&${scenario(-2.5, activity('bend'))}`, prepare: scrub(0.5) },
  'inside-strong': { query: `view=close&${scenario(0)}` },
  'inside-thin': { query: `view=close&${scenario(-2.5)}` },
  'inside-fragile': { query: `view=close&${scenario(-4)}` },
  'inside-wedge': { query: `view=close&${scenario(-4, activity('lift'))}` },
  'inside-wedge-light': { query: `theme=light&view=close&${scenario(-4, activity('lift'))}` },
  'needle-in': {
    query: `view=close&${scenario(-4, activity('lift'), cement('L5'))}`,
    prepare: async (page) => scrub(0.5)(page),
  },
  'cement-inside': { query: `view=close&${scenario(-4, activity('lift'), cement('L5'))}` },
  'five-wedges': { query: `view=side&${FIVE_WEDGES}` },
  'five-wedges-light': { query: `theme=light&view=side&${FIVE_WEDGES}` },
  muscles: { query: scenario(-2.5, activity('lift')), prepare: layer('Muscles') },
  forces: { query: `view=side&${scenario(-2.5, activity('lift'))}`, prepare: layer('Forces') },
  ligaments: { query: scenario(-2.5, activity('bend')), prepare: layer('Ligaments') },
  nerves: { query: scenario(-2.5, activity('bend')), prepare: layer('Nerves') },
  discs: { query: scenario(-2.5, activity('lift')), prepare: layer('Disc pressure') },
  'all-layers': {
    query: `theme=light&${scenario(-2.5, activity('lift'))}`,
    prepare: async (page) => {
      await scrub(0.5)(page);
      for (const name of LAID_OVER) await button(page, name).click();
    },
  },
  isolated: {
    query: `view=close&${scenario(-4, activity('lift'))}`,
    prepare: async (page) => button(page, 'Only L5').click(),
  },
  balloon: {
    query: `view=close&${scenario(-4, activity('lift'), { ...cement('L5'), method: 'kyphoplasty' })}`,
  },
  why: {
    query: scenario(-4, activity('lift')),
    prepare: async (page) => {
      await button(page, 'Why L5?').click();
      await page.waitForTimeout(REST_MS);
    },
  },
  'comparisons-easier': {
    query: `twin=easier&view=side&${scenario(-3.5, activity('lift'))}`,
    prepare: scrub(0.5),
  },
  'comparisons-uncemented': {
    query: `twin=uncemented&theme=light&view=side&${scenario(-4, activity('lift'), cement('L5'), activity('lift'))}`,
  },
  'patient-sheet': {
    query: `units=imperial&${scenario(-2.5)}`,
    prepare: async (page) => page.locator('.patient-button').click(),
  },
  published: { query: scenario(-2.5), prepare: async (page) => sheet(page, 'Held against measurements') },
  sources: { query: `theme=light&${scenario(-2.5)}`, prepare: async (page) => sheet(page, 'Sources') },
  words: { query: `register=clinical&${scenario(-2.5)}`, prepare: async (page) => sheet(page, 'Words') },
  'save-and-open': { query: scenario(-2.5), prepare: async (page) => sheet(page, 'Save and open') },
  arabic: { query: `lang=ar&view=side&${scenario(-4, activity('lift'))}` },
  chinese: { query: `lang=zh-Hans&view=side&${scenario(-4, activity('lift'))}` },
  'german-clinical': {
    query: `lang=de&register=clinical&theme=light&view=side&${scenario(-4, activity('lift'))}`,
  },
  'doubled-strings': { query: `lang=stress&view=side&${scenario(-4, activity('lift'))}` },
  story: { query: `mode=story&${scenario(-3)}` },
  'story-day': { query: `mode=story&step=3&${scenario(-3)}`, prepare: told },
  'story-lift': { query: `mode=story&step=4&theme=light&${scenario(-3)}`, prepare: told },
  'story-fracture': { query: `mode=story&step=5&${scenario(-3)}`, prepare: told },
  'story-cement': { query: `mode=story&step=7&theme=light&${scenario(-3)}`, prepare: told },
  'story-protect': { query: `mode=story&step=8&${scenario(-3)}`, prepare: told },
  quiz: { query: 'mode=quiz&quiz=4711&questions=6&answers=', prepare: told },
  helps: {
    query: `mode=clinic&theme=light&${scenario(-3)}`,
    prepare: async (page) => {
      await button(page, 'What helps').click();
      await button(page, 'What do bone drugs do?').click();
      await button(page, 'Alendronate').click();
    },
  },
  clinic: { query: `mode=clinic&theme=light&${scenario(-3)}` },
  kiosk: { query: 'mode=kiosk' },
  lab: {
    query: scenario(-2.5),
    prepare: async (page) => {
      await button(page, 'Expert lab').click();
      await page.getByText('Short-range stiffness').first().scrollIntoViewIfNeeded();
    },
  },
  'broken-link': {
    query: 'scenario=%7B%22version%22%3A1%2C%22patient%22%3A%7B%22tScore%22%3A%22low%22%7D%7D',
  },
};

const names = [...Object.keys(STATES), 'bones'];
const { operands: asked } = readCommand({
  name: 'gallery',
  about: `Writes gallery/<state>-<size>.png: named states at three sizes, and sheets of the bones, to be looked at. States: ${names.join(', ')}.`,
  operands: '[STATE …]',
  options: {},
  example: 'bend-peak kiosk',
});
for (const name of asked)
  if (!names.includes(name)) refuse(`There is no state ${name}; npm run gallery -- --help names them.`);
const { baseUrl, close } = await serveBuild();
const browser = await launchChrome();
mkdirSync(OUT, { recursive: true });
for (const [name, { query, prepare }] of Object.entries(STATES)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  for (const [size, [width, height]] of Object.entries(SIZES)) {
    const page = await browser.newPage({ viewport: { width, height } });
    page.on('console', (message) => process.stderr.write(`${name} ${size}: ${message.text()}\n`));
    // as good as it gets, however slowly it is drawn here
    await page.goto(`${baseUrl}?quality=high&${query}`);
    await settle(page);
    await prepare?.(page);
    await page.waitForTimeout(REST_MS);
    await page.screenshot({ path: `${OUT}/${name}-${size}.png` });
    await page.close();
    process.stdout.write(`${OUT}/${name}-${size}.png\n`);
  }
}
if (asked.length === 0 || asked.includes('bones')) await writeBoneSheets(browser, OUT);
await browser.close();
await close();
