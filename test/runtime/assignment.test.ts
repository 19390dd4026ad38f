import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finish, runScenario } from '../../src/core/simulation/run.ts';
import { calcFragment, joinFragment, readAddress, readLink } from '../../src/runtime/address/address.ts';
import { type Assignment, calcTaskQuery, HIDEABLE, readTask } from '../../src/runtime/address/assignment.ts';
import {
  createAnswers,
  isSameTask,
  nameAnswers,
  readAnswers,
  readAnswersText,
  writeAnswers,
  writeAnswersCsv,
} from '../../src/runtime/files/answers.ts';
import { DEFAULT_SCENARIO } from '../../src/runtime/session/session.ts';

const TASK: Assignment = {
  questions: [
    { text: 'Which vertebra bears the most? – „Warum?“', choices: [] },
    { text: 'What helps more?', choices: ['bend the knees', 'hold it close', '两者'] },
  ],
  hidden: ['figures', 'why'],
};
const QUERY = calcTaskQuery(TASK, { lang: 'en' });

describe('a link to an assignment', () => {
  it('holds it, and the settings that the students shall have', () => {
    expect(readTask(QUERY)).toEqual(TASK);
    expect(new URLSearchParams(QUERY).get('lang')).toBe('en');
    expect(readTask('?lang=en')).toBeUndefined();
  });

  it('still asks where the patient was cut off, who is said to be damaged', async () => {
    const [query = ''] = joinFragment(QUERY, await calcFragment(DEFAULT_SCENARIO)).split('#');
    expect(readTask(query)).toEqual(TASK);
    const { link } = readAddress({ search: query, hash: '' });
    expect((await readLink(link!)).ok).toBe(false);
  });

  it('survives what a mail inserts', () => {
    expect(readTask(QUERY.replace(/task=(.{20})/, 'task=$1%0D%0A %E2%80%8B'))).toEqual(TASK);
  });

  it('is known as damaged wherever a sign is changed or the end is missing', () => {
    const at = QUERY.indexOf('task=') + 'task='.length;
    fc.assert(
      fc.property(fc.integer({ min: at, max: QUERY.length - 1 }), (index) => {
        const other = QUERY[index] === 'x' ? 'y' : 'x';
        expect(readTask(QUERY.slice(0, index) + other + QUERY.slice(index + 1))).toBeNull();
        expect(readTask(QUERY.slice(0, index))).toBeNull();
      }),
    );
  });

  it.each([
    ['no question', { ...TASK, questions: [] }],
    ['a question without words', { ...TASK, questions: [{ text: ' ', choices: [] }] }],
    ['a single choice', { ...TASK, questions: [{ text: 'Why?', choices: ['so'] }] }],
    ['too many questions', { ...TASK, questions: Array(9).fill(TASK.questions[0]) }],
  ])('with %s is none', (_, task) => {
    expect(readTask(calcTaskQuery(task, {}))).toBeNull();
  });

  it('hides nothing that the page does not know', () => {
    const hidden = ['figures', 'everything'] as unknown as Assignment['hidden'];
    expect(readTask(calcTaskQuery({ ...TASK, hidden }, {}))?.hidden).toEqual(['figures']);
    expect(readTask(calcTaskQuery({ ...TASK, hidden: HIDEABLE }, {}))?.hidden).toEqual(HIDEABLE);
  });
});

describe('a file of answers', () => {
  const scenario = {
    ...DEFAULT_SCENARIO,
    patient: { ...DEFAULT_SCENARIO.patient, tScore: -3.5 },
    events: [{ type: 'activity' as const, name: 'lift' as const }],
  };
  const { results } = finish(runScenario(scenario));
  const given = {
    student: '=Ada',
    questions: TASK.questions,
    answers: ['T12, since "it" bends', ''],
    scenario,
  };
  const answers = createAnswers(given, results);
  const text = writeAnswers(answers);

  it('holds what was answered, and what broke on that page', () => {
    const reading = readAnswersText(text);
    if (reading.kind !== 'answers') throw new Error(reading.kind);
    expect(reading.answers.answers).toEqual(given.answers);
    const broken = results.findings.levels.filter(({ fractured }) => fractured).map(({ level }) => level);
    expect(broken.length).toBeGreaterThan(0);
    expect(reading.answers.broken).toEqual(broken);
    expect(reading.answers.heightLossMm).toBe(results.findings.heightLossMm);
  });

  it('that was changed, cut off or is something else is known as that', async () => {
    expect(readAnswersText(text.replace('T12', 'T11'))).toEqual({ kind: 'changed' });
    expect(readAnswersText(text.slice(0, -20))).toEqual({ kind: 'changed' });
    for (const other of ['', '[]', 'null', 'PNG', JSON.stringify(scenario)])
      expect(readAnswersText(other)).toEqual({ kind: 'none' });
    expect(await readAnswers(new Blob(['x'.repeat(200_001)]))).toEqual({ kind: 'large' });
    const gone = { size: 10, arrayBuffer: () => Promise.reject(new Error('gone')) };
    expect(await readAnswers(gone)).toEqual({ kind: 'unread' });
  });

  it('belongs to the same questions, whoever answered', () => {
    expect(isSameTask(answers, { ...answers, student: 'Bo' })).toBe(true);
    expect(isSameTask(answers, { ...answers, questions: TASK.questions.slice(1) })).toBe(false);
  });

  it('is a row of a table in which nothing is a formula', () => {
    const heads = ['Name', 'One', 'Two', 'Acts', 'Broke', 'mm', 'Model'];
    const [head, row] = writeAnswersCsv([answers], heads, 'semicolon').split('\r\n');
    expect(head).toBe(heads.join(';'));
    expect(row).toMatch(/^'=Ada;"T12, since ""it"" bends";;1;T\d+[^;]*;\d+,\d+;\d/);
  });

  it('is named after the student by letters and digits alone', () => {
    expect(nameAnswers('  Zoë ../& 李 ')).toBe('columna-answers-Zoë-李.json');
    expect(nameAnswers('')).toBe('columna-answers-unnamed.json');
  });
});
