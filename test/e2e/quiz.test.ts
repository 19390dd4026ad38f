import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { finish, runScenario } from '../../src/core/simulation/run.ts';
import { poseQuestion } from '../../src/modes/quiz/pose.ts';
import { KINDS } from '../../src/modes/quiz/question.ts';
import { launchUndrawn } from '../browser/chrome.ts';
import { button, settle, toEnd } from '../browser/page.ts';

const baseUrl = inject('baseUrl');
/** Rounds by their numbers: group, chart, front, first, grade and Cobb; group, holds, first, shape, Cobb and spared. */
const BY_TOUCH = 56209;
const BY_KEYBOARD = 8415;

let browser: Browser;
const complaints: string[] = [];
const open = async (search: string, hasTouch: boolean): Promise<Page> => {
  const context = await browser.newContext({
    viewport: { width: 1180, height: 820 },
    hasTouch,
    reducedMotion: 'reduce',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.goto(`${baseUrl}${search}`);
  await settle(page, 'ready');
  return page;
};

beforeAll(async () => {
  browser = await launchUndrawn();
});
afterAll(async () => {
  await browser?.close();
});

const heading = (page: Page) => page.locator('.quiz-ask');
const verdict = (page: Page) => page.locator('.quiz-verdict');
const score = async (page: Page) =>
  Number(await page.locator('[data-reading="quiz-score"]').getAttribute('data-value'));
const option = (page: Page, name: RegExp) => page.locator('.quiz-options').getByRole('button', { name });
/** Waits for the question of this number. */
const reachQuestion = async (page: Page, n: number) => {
  await page.getByText(`Question ${n} of 6`).waitFor();
  await heading(page).waitFor();
  await settle(page, 'ready');
};

/** The words of the case say the T-score: the group of it, and one that it is not in. */
async function readGroup(page: Page): Promise<{ readonly right: string; readonly wrong: string }> {
  const text = await page.locator('.quiz-case').textContent();
  const tScore = Number(/T-score ([−\d.]+)/.exec(text!)![1]!.replace('−', '-'));
  const right = tScore <= -2.5 ? 'Osteoporosis' : tScore < -1 ? 'Low bone mass' : 'Normal';
  return { right, wrong: right === 'Normal' ? 'Osteoporosis' : 'Normal' };
}

describe('by touch', () => {
  let page: Page;
  let link = '';
  let firstQuestion = '';
  beforeAll(async () => {
    page = await open(`?mode=quiz&quality=low&quiz=${BY_TOUCH}&questions=6`, true);
  });

  it('begins with the questions of the address', async () => {
    await button(page, 'Take these 6 questions').tap();
    await reachQuestion(page, 1);
    firstQuestion = (await heading(page).textContent())!;
    expect(firstQuestion).toMatch(/T-score of −?\d\.\d/);
  });

  it('says after a wrong answer what is right and why, with its source', async () => {
    const { right, wrong } = await readGroup(page);
    await option(page, new RegExp(`^${wrong}$`)).tap();
    await verdict(page).waitFor();
    expect(await verdict(page).textContent()).toMatch(/Not quite\. .*Osteoporosis is −2\.5 or less/);
    expect(await page.locator('li.answer[data-outcome="right"]').textContent()).toContain(right);
    expect(await page.locator('li.answer[data-outcome="wrong"]').textContent()).toContain('your answer');
    await page.getByText('Sources', { exact: true }).tap();
    await page.getByText(/WHO Technical Report Series 843/).waitFor();
    expect(await score(page)).toBe(0);
  });

  it('reads the chart, and is shown the act', async () => {
    await button(page, 'Next question').tap();
    await reachQuestion(page, 2);
    expect(await page.locator('.stage-chart tr[data-level]').count()).toBe(17);
    await option(page, /N$/).first().tap();
    await button(page, 'Next question').tap();
    await reachQuestion(page, 3);
    await option(page, /front of the middle/)
      .first()
      .tap();
    await settle(page, 'playing', 'paused', 'ready');
    await toEnd(page);
    expect(await page.locator('.quiz-figures > div').count()).toBe(3);
  });

  it('takes a vertebra that is tapped in the picture', async () => {
    await button(page, 'Next question').tap();
    await reachQuestion(page, 4);
    const stage = (await page.getByRole('img', { name: /three dimensions/ }).boundingBox())!;
    const answer = page.getByRole('button', { name: /^Answer: [TL]\d+$/ });
    for (let x = stage.x + 0.55 * stage.width; x < stage.x + 0.75 * stage.width; x += 14) {
      await page.touchscreen.tap(x, stage.y + 0.62 * stage.height);
      if ((await answer.count()) > 0) break;
    }
    await answer.tap();
    await settle(page, 'playing', 'paused', 'ready');
    expect(await verdict(page).textContent()).toMatch(/[TL]\d+ went first/);
  });

  it('grades on the radiograph, and lays lines over it by their ends', async () => {
    await button(page, 'Next question').tap();
    await reachQuestion(page, 5);
    await page.locator('.radiograph svg').waitFor();
    await option(page, /^2: moderate/).tap();
    await button(page, 'Next question').tap();
    await reachQuestion(page, 6);
    const angle = page.locator('[data-reading="quiz-angle-deg"]');
    expect(await angle.getAttribute('data-value')).toBe('0');
    const { x, y, width, height } = (await page.locator('.radiograph-end').nth(1).boundingBox())!;
    await page.mouse.move(x + width / 2, y + height / 2);
    await page.mouse.down();
    await page.mouse.move(x + width / 2, y + height / 2 + 120, { steps: 4 });
    await page.mouse.up();
    expect(Number(await angle.getAttribute('data-value'))).toBeGreaterThan(8);
    await button(page, 'Answer').tap();
    expect(await verdict(page).textContent()).toMatch(/that is the Cobb angle\. You measured \d+\.\d°/);
  });

  it('ends with a score, question by question, and a link', async () => {
    const right = await score(page);
    await button(page, 'See the result').tap();
    await page.getByRole('heading', { name: `Your result ${right} of 6 right` }).waitFor();
    expect(await page.locator('.quiz-outcomes [data-outcome="right"]').count()).toBe(right);
    await button(page, 'Copy the link').tap();
    await page.getByText('The link is copied.').waitFor();
    link = await page.evaluate(() => navigator.clipboard.readText());
    expect(new URL(link).search).not.toContain('answers');
    await page.context().close();
  });

  it('is the same for whoever opens the link', async () => {
    const other = await open(new URL(link).search + new URL(link).hash, true);
    await other.getByText(/^Someone got \d of 6 right\. Here are the same questions\.$/).waitFor();
    await button(other, 'Take the same 6 questions').tap();
    await reachQuestion(other, 1);
    expect(await heading(other).textContent()).toBe(firstQuestion);
    // and back: the page as it was, nothing of the quiz in the address
    await button(other, 'Explore').tap();
    await button(other, 'Lift').waitFor();
    expect(new URL(other.url()).searchParams.has('quiz')).toBe(false);
    await other.context().close();
  });

  it('refuses a link that cannot be read in one sentence, and has a round of its own', async () => {
    const other = await open('?mode=quiz&quality=low&quiz=%3Cscript%3E&questions=6', true);
    expect(await other.getByRole('alert').textContent()).toBe(
      'The quiz in this link cannot be read. Here is a new one.',
    );
    expect(await button(other, 'Short: 6 questions').count()).toBe(1);
    await other.context().close();
  });

  it('says that the model could not start, and goes on once it can', async () => {
    const other = await open(`?mode=quiz&quality=low&quiz=${BY_TOUCH}&questions=6`, true);
    const worker = /assets\/worker.*\.js/;
    await other.context().route(worker, (route) => route.abort());
    await button(other, 'Take these 6 questions').tap();
    await other.getByRole('alert').getByText('The model could not work this out.').waitFor();
    await other.context().unroute(worker);
    await button(other, 'Try again').tap();
    await reachQuestion(other, 1);
    await button(other, 'Leave this round').tap();
    await button(other, `Long: ${KINDS.length} questions`).waitFor();
    await other.context().close();
  });
});

describe('by keyboard alone', () => {
  it('goes from the start to the result, and measures a Cobb angle that counts', async () => {
    const posed = await poseQuestion(BY_KEYBOARD, 'cobb', async (scenario) => finish(runScenario(scenario)));
    const cobbDeg = Number(posed.answer.right);
    const page = await open(`?mode=quiz&quality=low&quiz=${BY_KEYBOARD}&questions=6`, false);
    const isFocused = (locator: Locator) =>
      locator.evaluateAll((elements) => elements.includes(document.activeElement as HTMLElement));
    /** Goes on with Tab until this has the focus. */
    const reach = async (locator: Locator) => {
      for (let step = 0; step < 60; step++) {
        if (await isFocused(locator)) return;
        await page.keyboard.press('Tab');
      }
      throw new Error(`not on the way: ${locator}`);
    };
    const press = async (locator: Locator) => {
      await reach(locator);
      await page.keyboard.press('Enter');
    };
    /** Answers have the focus at their verdict; the way on is the next stop. */
    const goOn = async (n: number) => {
      expect(await isFocused(verdict(page))).toBe(true);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      if (n <= 6) await reachQuestion(page, n);
    };
    await page.locator('.quiz-start').waitFor();
    await press(button(page, 'Take these 6 questions'));
    await reachQuestion(page, 1);
    expect(await isFocused(heading(page))).toBe(true);
    await press(option(page, new RegExp(`^${(await readGroup(page)).right}$`)));
    expect(await verdict(page).textContent()).toContain('Right.');
    await goOn(2);
    await press(option(page, /^Every vertebra holds$/));
    await goOn(3);
    await press(button(page, 'T12'));
    await press(button(page, 'Answer: T12'));
    await goOn(4);
    await press(option(page, /^Wedge/));
    await goOn(5);
    const tilt = page.getByRole('slider', { name: 'Tilt', exact: true });
    // half of the angle on each line; steps are of half a degree
    for (const [line, key] of [
      [0, 'ArrowLeft'],
      [1, 'ArrowRight'],
    ] as const) {
      await reach(tilt.nth(line));
      for (let step = 0; step < Math.round(cobbDeg); step++) await page.keyboard.press(key);
    }
    await press(button(page, 'Answer'));
    expect(await verdict(page).textContent()).toContain('Right.');
    await goOn(6);
    // the counts' difference, and not the relative number that the question gives
    const [, without, percent] = /no drug, (\d+) of 100.*there were (\d+) % fewer/.exec(
      (await heading(page).textContent())!,
    )!;
    const spared = Math.round((Number(without) * Number(percent)) / 100);
    await press(option(page, new RegExp(`^${spared} of 100$`)));
    expect(await verdict(page).textContent()).toContain(`So ${spared} were spared`);
    const right = await score(page);
    expect(right).toBeGreaterThanOrEqual(2);
    await goOn(7);
    await page.getByRole('heading', { name: `${right} of 6 right` }).waitFor();
    await page.context().close();
  });
});

it('complains of nothing', () => {
  expect(complaints).toEqual([]);
});
