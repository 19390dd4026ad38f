import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { findBarriers, findSmallTargets } from '../browser/axe.ts';
import { launchUndrawn } from '../browser/chrome.ts';
import { act, button, noteComplaints, settle } from '../browser/page.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchUndrawn();
});
afterAll(async () => {
  await browser?.close();
});

const openSheet = async (page: Page) => {
  await button(page, 'For a class').click();
  await page.getByRole('dialog').waitFor();
};

it('goes from the teacher to a student and back', async () => {
  const context = await browser.newContext({
    viewport: { width: 1180, height: 820 },
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const complaints: string[] = [];
  const asked: string[] = [];
  const teacher = await context.newPage();
  noteComplaints(teacher, complaints);
  await teacher.goto(`${inject('baseUrl')}?quality=low&lang=en`);
  await settle(teacher, 'ready');
  await openSheet(teacher);
  await teacher.getByLabel('Question 1', { exact: true }).fill('Which vertebra will break first, and why?');
  await button(teacher, 'Add a question').click();
  await teacher.getByLabel('Question 2', { exact: true }).fill('What would spare it?');
  const choices = teacher.getByLabel('Choices for question 2');
  await choices.fill('Bending the knees');
  await teacher.getByText('Give at least two choices, or none.').waitFor();
  await choices.fill('Bending the knees\nHolding it further away');
  await teacher.getByLabel('The figures and what is said').check();
  await teacher.getByLabel('The chart of load and strength').check();
  await button(teacher, 'Show it as a QR code').click();
  await teacher.getByRole('img', { name: 'QR code' }).waitFor();
  expect(await findBarriers(teacher)).toEqual([]);
  expect(await findSmallTargets(teacher, 44)).toEqual([]);
  await button(teacher, 'Copy the link for students').click();
  await teacher.getByText('The link is copied.').waitFor();
  const link = await teacher.evaluate(() => navigator.clipboard.readText());

  const student = await context.newPage();
  noteComplaints(student, complaints);
  student.on('request', (request) => asked.push(`${request.url()} ${request.postData() ?? ''}`));
  await student.goto(link);
  await settle(student, 'ready');
  const task = student.getByRole('region', { name: 'Your task' });
  await task.waitFor();
  expect(await student.locator('.readouts').isVisible()).toBe(false);
  expect(await student.locator('.chart').isVisible()).toBe(false);
  expect(await button(student, 'Save my answers').isDisabled()).toBe(true);
  await act(student, 'Lift');
  await task.getByRole('textbox', { name: 'Which vertebra' }).fill('T12: the bend weighs most on it.');
  await task.getByLabel('Bending the knees').check();
  await task.getByLabel('Your name').fill('Ada');
  expect(await findBarriers(student)).toEqual([]);
  // another mode takes the task away, and does not take what was written
  await button(student, 'Quiz').click();
  await student.locator('.page[data-mode="quiz"]').waitFor();
  await button(student, 'Explore').click();
  await task.waitFor();
  await settle(student, 'ready');
  expect(await task.getByLabel('Your name').inputValue()).toBe('Ada');
  // the questions stay while the address follows what she does
  await expect.poll(() => student.url()).toContain('#scenario=');
  expect(student.url()).toContain('task=');
  const [download] = await Promise.all([
    student.waitForEvent('download'),
    button(student, 'Save my answers').click(),
  ]);
  expect(download.suggestedFilename()).toBe('columna-answers-Ada.json');
  const file = readFileSync(await download.path(), 'utf8');
  expect(asked.filter((request) => request.includes('bend weighs') || request.includes('Ada'))).toEqual([]);

  const asFile = (name: string, text: string) => ({
    name,
    mimeType: 'application/json',
    buffer: Buffer.from(text),
  });
  await teacher
    .locator('input[type=file][multiple]')
    .setInputFiles([
      asFile('ada.json', file),
      asFile('cut.json', file.slice(0, -30)),
      asFile('song.json', '{"title": "no answers"}'),
    ]);
  await teacher.getByText('“cut.json” was changed or cut off on its way.').waitFor();
  await teacher.getByText('“song.json” holds no answers from this page.').waitFor();
  await teacher.getByText('1 student has answered.').waitFor();
  const row = teacher.locator('.task-table tbody tr');
  const rows = await row.allInnerTexts();
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatch(/Ada\s+T12: the bend weighs most on it\.\s+Bending the knees\s+1\s/);
  const [csv] = await Promise.all([teacher.waitForEvent('download'), button(teacher, 'Save as CSV').click()]);
  expect(readFileSync(await csv.path(), 'utf8')).toContain('Ada,T12: the bend weighs most on it.,Bending');
  await button(teacher, 'See the page of Ada').click();
  await settle(teacher, 'ready', 'playing', 'paused');
  await teacher.locator('.timeline li').waitFor();

  // a link that was cut off says so, and the page is whole
  const cut = new URL(link);
  cut.searchParams.set('task', cut.searchParams.get('task')!.slice(0, -12));
  await student.goto(cut.href);
  await student.getByText('The link to the questions is damaged or cut off.').waitFor();
  expect(await student.locator('.readouts').isVisible()).toBe(true);
  expect(complaints).toEqual([]);
  await context.close();
});
