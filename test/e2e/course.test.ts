import type { Browser, FrameLocator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { packCourse } from '../../src/course/pack/pack.ts';
import { LESSONS, writePlace } from '../../src/course/page/resume.ts';
import { launchUndrawn } from '../browser/chrome.ts';
import { type Classroom, openClassroom } from '../course/classroom.ts';

/** Group, chart, front, first, grade and Cobb: options, a level and an angle. */
const ROUND = { quiz: '56209', questions: '6' };
const FIVE_ANSWERED = writePlace('quiz', { address: { ...ROUND, answers: '11111' }, done: 5, of: 6 });

let browser: Browser;
let classroom: Classroom;
beforeAll(async () => {
  const order = { lessons: LESSONS, lang: 'en', isLangFixed: false, round: ROUND, passPercent: 60 } as const;
  const [launched, packages] = await Promise.all([launchUndrawn(), packCourse(inject('folder'), order)]);
  browser = launched;
  classroom = await openClassroom(packages);
});
afterAll(async () => {
  await browser?.close();
  classroom?.close();
});

interface Playing {
  refused: string[];
  keep: () => void;
  API: { renderCMIToJSONObject(): { cmi: Cmi } };
  API_1484_11: { renderCMIToJSONObject(): { cmi: Cmi } };
}
type Cmi = Readonly<Record<string, unknown>> & {
  readonly interactions: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
};

type Scorm = 'scorm12' | 'scorm2004';

/** Address of an item, as the manifest of its package has it: read by the browser's own XML parser. */
const findLaunch = (page: Page, standard: Scorm, lesson: string): Promise<string> =>
  page.evaluate(
    async ([folder, name]) => {
      const manifest = await (await fetch(`/${folder}/imsmanifest.xml`)).text();
      const tree = new DOMParser().parseFromString(manifest, 'application/xml');
      const item = tree.querySelector(`item[identifier="item-${name}"]`)!;
      const resource = tree.querySelector(`resource[identifier="${item.getAttribute('identifierref')}"]`)!;
      return `/${folder}/${resource.getAttribute('href')}${item.getAttribute('parameters')}`;
    },
    [standard, lesson],
  );

/** Platform's page, with what an earlier visit left. */
async function launch(page: Page, standard: Scorm, lesson: string, suspended = ''): Promise<FrameLocator> {
  await page.goto(`${classroom.url}/${standard}/icon.svg`);
  const address = await findLaunch(page, standard, lesson);
  const entry = { entry: 'resume' };
  const kept = { cmi: { suspend_data: suspended, ...(standard === 'scorm12' ? { core: entry } : entry) } };
  if (suspended) await page.evaluate((text) => sessionStorage.setItem('kept', text), JSON.stringify(kept));
  await page.goto(`${classroom.url}/${standard}.html?launch=${encodeURIComponent(address)}`);
  return page.frameLocator('iframe').frameLocator('iframe');
}

const openPage = () =>
  browser.newPage({ viewport: { width: 1200, height: 840 }, reducedMotion: 'reduce', locale: 'en' });
const readCmi = (page: Page, standard: Scorm): Promise<Cmi> =>
  page.evaluate(
    (name) => (window as unknown as Playing)[name].renderCMIToJSONObject().cmi,
    standard === 'scorm12' ? ('API' as const) : ('API_1484_11' as const),
  );
const readRefused = (page: Page) => page.evaluate(() => (window as unknown as Playing).refused);

/** Answers the question that is asked, whatever it is, and waits for the verdict. */
async function answer(lesson: FrameLocator, n: number): Promise<void> {
  await lesson.getByText(`Question ${n} of 6`).waitFor();
  const option = lesson.locator('.quiz-options button').first();
  const level = lesson.locator('.quiz-levels').getByRole('button', { name: 'T12' });
  const tilt = lesson.locator('.quiz-lines input').nth(1);
  await option.or(level).or(tilt).first().waitFor();
  if (await option.isVisible()) await option.click();
  else if (await level.isVisible()) {
    await level.click();
    await lesson.getByRole('button', { name: 'Answer: T12' }).click();
  } else {
    await tilt.press('ArrowRight');
    await lesson.getByRole('button', { name: 'Answer', exact: true }).click();
  }
  await lesson.locator('.quiz-verdict').waitFor();
}
const goOn = (lesson: FrameLocator, name: string) =>
  lesson.getByRole('button', { name, exact: true }).click();

it('SCORM 1.2: a quiz is left, taken up where it was, and its score is reported', async () => {
  const page = await openPage();
  let lesson = await launch(page, 'scorm12', 'quiz');
  await goOn(lesson, 'Take these 6 questions');
  await answer(lesson, 1);
  await goOn(lesson, 'Next question');
  await answer(lesson, 2);
  await expect
    .poll(async () => String((await readCmi(page, 'scorm12')).suspend_data))
    .toMatch(/"answers":"\d\d"/);
  const before = await readCmi(page, 'scorm12');
  expect(before.core).toMatchObject({ lesson_status: 'incomplete', exit: 'suspend' });
  expect(Object.values(before.interactions).map(({ id, type }) => [id, type])).toEqual([
    ['category', 'fill-in'],
    ['chart', 'fill-in'],
  ]);
  for (const { latency } of Object.values(before.interactions))
    expect(latency).toMatch(/^00:00:\d\d(\.\d{1,2})?$/);
  expect(await readRefused(page)).toEqual([]);

  // the platform keeps it, and the student comes back
  lesson = await launch(page, 'scorm12', 'quiz', String(before.suspend_data));
  for (let n = 3; n <= 6; n++) {
    await answer(lesson, n);
    await goOn(lesson, n < 6 ? 'Next question' : 'See the result');
  }
  await lesson.getByRole('heading', { name: /Your result/ }).waitFor();
  const right = await lesson.locator('.quiz-outcomes [data-outcome="right"]').count();
  const after = await readCmi(page, 'scorm12');
  const percent = Math.round((100 * right) / 6);
  expect(after.core).toMatchObject({
    lesson_status: percent >= 60 ? 'passed' : 'failed',
    score: { raw: String(percent), min: '0', max: '100' },
  });
  const types = Object.values(after.interactions).map(({ id, type }) => `${id} ${type}`);
  expect(types).toEqual(['front fill-in', 'first fill-in', 'grade fill-in', 'cobb numeric']);
  expect(await page.frameLocator('iframe').locator('#said').isVisible()).toBe(false);
  await page.goto('about:blank');
  await page.context().close();
});

it('SCORM 2004: the last answer ends the quiz, to the platform and for good', async () => {
  const page = await openPage();
  const lesson = await launch(page, 'scorm2004', 'quiz', FIVE_ANSWERED);
  await answer(lesson, 6);
  await expect.poll(async () => (await readCmi(page, 'scorm2004')).completion_status).toBe('completed');
  const cmi = await readCmi(page, 'scorm2004');
  const share =
    (await lesson.locator('[data-reading="quiz-score"]').getAttribute('data-value')) === '6' ? 1 : 5 / 6;
  expect(cmi).toMatchObject({
    success_status: 'passed',
    progress_measure: '1.0000',
    score: { scaled: share.toFixed(4), raw: String(Math.round(100 * share)) },
  });
  expect(cmi.interactions['0']).toMatchObject({ id: 'cobb', type: 'numeric' });
  expect(await readRefused(page)).toEqual([]);
  // another round is for practice: it changes nothing any more
  await goOn(lesson, 'See the result');
  await goOn(lesson, 'Same questions again');
  await answer(lesson, 1);
  expect((await readCmi(page, 'scorm2004')).suspend_data).toBe(cmi.suspend_data);
  await page.context().close();
});

it('what cannot be read is said in a sentence, and the student starts anew', async () => {
  const page = await openPage();
  const lesson = await launch(page, 'scorm2004', 'quiz', '{"columna":1,"lesson":"quiz","addr');
  await lesson.getByRole('button', { name: 'Take these 6 questions' }).waitFor();
  const said = page.frameLocator('iframe').locator('#said');
  expect(await said.textContent()).toBe('Your earlier answers could not be read. You start anew.');
  // and where nobody listens
  await page.goto(`${classroom.url}/scorm12/course.html?lesson=quiz&standard=scorm12`);
  await page.getByText('No learning platform is listening. Nothing is recorded.').waitFor();
  await page
    .frameLocator('iframe')
    .getByRole('button', { name: /6 questions/ })
    .waitFor();
  await page.context().close();
});

it('SCORM 2004: a story is done when its last step is seen', async () => {
  const page = await openPage();
  const suspended = writePlace('story', { address: { step: '7' }, done: 7, of: 8 });
  const lesson = await launch(page, 'scorm2004', 'story', suspended);
  await expect.poll(async () => (await readCmi(page, 'scorm2004')).progress_measure).toBe('0.8750');
  await goOn(lesson, 'Next');
  await expect.poll(async () => (await readCmi(page, 'scorm2004')).completion_status).toBe('completed');
  const cmi = await readCmi(page, 'scorm2004');
  expect(cmi.interactions['0']).toMatchObject({ id: 'cement', type: 'other', result: 'neutral' });
  expect(cmi.success_status).toBe('unknown');
  expect(await readRefused(page)).toEqual([]);
  await page.context().close();
});

it('cmi5: statements come in order, with what the launch gave, and the launch is closed', async () => {
  const page = await openPage();
  classroom.states.set('columna', FIVE_ANSWERED);
  const query = new URLSearchParams({
    lesson: 'quiz',
    standard: 'cmi5',
    lang: 'en',
    ...ROUND,
    endpoint: `${classroom.url}/lrs/`,
    fetch: `${classroom.url}/fetch`,
    actor: '{"objectType":"Agent","account":{"homePage":"https://school.example","name":"7"}}',
    registration: '6a0c3b1e-3f0b-4a0e-9f8b-2d0d1c7a5e11',
    activityId: 'https://school.example/quiz',
  });
  await page.goto(`${classroom.url}/cmi5/course.html?${query}`);
  await answer(page.frameLocator('iframe'), 6);
  await page.getByRole('button', { name: 'Save and close' }).click();
  await page.waitForURL(/\/returned$/);
  expect(classroom.faults).toEqual([]);

  const asked = classroom.records.filter(({ method }) => method === 'GET').map(({ path }) => path);
  expect(asked.sort()).toEqual(['activities/state', 'activities/state', 'agents/profile']);
  const statements = classroom.records
    .filter(({ path }) => path === 'statements')
    .flatMap(({ body }) => JSON.parse(body));
  const verbs = statements.map(({ verb }) => verb.id.split('/').at(-1));
  expect(verbs).toEqual(['initialized', 'answered', 'passed', 'completed', 'terminated']);
  for (const [n, { id, actor, context, timestamp, object }] of statements.entries()) {
    expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-4/);
    expect(Number.isNaN(Date.parse(timestamp))).toBe(false);
    expect(actor.account.name).toBe('7');
    expect(context.registration).toBe(query.get('registration'));
    expect(context.contextActivities.grouping).toHaveLength(1);
    expect(Object.values(context.extensions)).toContain('session-1');
    expect(object.id).toBe(
      verbs[n] === 'answered' ? 'https://school.example/quiz#cobb' : query.get('activityId'),
    );
    const categories = (context.contextActivities.category ?? []).map((one: { id: string }) =>
      one.id.split('/').at(-1),
    );
    const wanted: Record<string, string[]> = {
      answered: [],
      passed: ['cmi5', 'moveon'],
      completed: ['cmi5', 'moveon'],
    };
    expect(categories).toEqual(wanted[verbs[n]] ?? ['cmi5']);
  }
  const [, answered, passed, completed, terminated] = statements;
  expect(answered.result.duration).toMatch(/^PT\d+\.\d\dS$/);
  expect(passed.result).toMatchObject({ success: true, score: { min: 0, max: 100 } });
  expect(passed.result.score.scaled).toBeGreaterThanOrEqual(5 / 6 - 0.001);
  expect(completed.result).toMatchObject({ completion: true });
  expect(completed.result.score).toBeUndefined();
  expect(terminated.result.duration).toMatch(/^PT/);
  expect(JSON.parse(classroom.states.get('columna')!)).toMatchObject({ done: 6, of: 6 });
  await page.context().close();
});
