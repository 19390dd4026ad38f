import type { Level } from '../../core/anatomy/levels.ts';
import { MODEL_VERSION } from '../../core/simulation/modelVersion.ts';
import type { Results } from '../../core/simulation/results/results.ts';
import { checkScenario, type Scenario } from '../../core/simulation/scenario.ts';
import { calcTaskCheck, isRecord, type Question, readQuestions } from '../address/assignment.ts';
import { calcCheck } from '../address/packing.ts';
import { MARKS, quote } from './csv.ts';
import { type ReadableFile, readTextFile } from './files.ts';

/** A student's answers to an assignment, and what her page showed when she saved them. */
export interface Answers {
  readonly student: string;
  readonly questions: readonly Question[];
  /** Answers in the order of the questions; empty where none was given. */
  readonly answers: readonly string[];
  readonly scenario: Scenario;
  readonly broken: readonly string[];
  readonly heightLossMm: number;
  readonly modelVersion: string;
}

export type AnswersReading =
  | { readonly kind: 'answers'; readonly answers: Answers }
  /** Another assignment's, changed or cut off after it was saved, no answers at all, too large, or unreadable for the device. */
  | { readonly kind: 'other' | 'changed' | 'none' | 'large' | 'unread' };

/** Name by which a file says what it is, with the version of its form. */
const FORM = { columnaAnswers: 1 } as const;

export function createAnswers(
  given: Pick<Answers, 'student' | 'questions' | 'answers' | 'scenario'>,
  { findings }: Pick<Results, 'findings'>,
): Answers {
  return {
    ...given,
    broken: findings.levels.filter(({ fractured }) => fractured).map(({ level }): Level => level),
    heightLossMm: findings.heightLossMm,
    modelVersion: MODEL_VERSION,
  };
}

/** Text of a file of answers. Its checksum shows damage; it is no seal against who wants to deceive. */
export function writeAnswers(answers: Answers): string {
  const body = JSON.stringify(answers);
  return `${JSON.stringify({ ...FORM, check: calcCheck(body), ...answers }, null, 2)}\n`;
}

/** Name of a file of answers, from letters and digits of the student's name. */
export const nameAnswers = (student: string): string =>
  `columna-answers-${student.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '') || 'unnamed'}.json`;

/** Reads a file of answers from outside. Never throws. */
export const readAnswers = (file: ReadableFile): Promise<AnswersReading> =>
  readTextFile(file, readAnswersText);

export function readAnswersText(text: string): AnswersReading {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { kind: text.includes('columnaAnswers') ? 'changed' : 'none' };
  }
  if (!isRecord(value) || value.columnaAnswers !== FORM.columnaAnswers) return { kind: 'none' };
  const { columnaAnswers: _, check, ...body } = value;
  if (check !== calcCheck(JSON.stringify(body))) return { kind: 'changed' };
  const answers = readBody(body);
  return answers ? { kind: 'answers', answers } : { kind: 'changed' };
}

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');

function readBody(body: Readonly<Record<string, unknown>>): Answers | null {
  const { student, answers, broken, heightLossMm, modelVersion } = body;
  const questions = readQuestions(body.questions);
  const reading = checkScenario(body.scenario);
  if (!questions || !reading.ok || !isTexts(answers) || !isTexts(broken)) return null;
  if (answers.length !== questions.length) return null;
  if (typeof student !== 'string' || typeof modelVersion !== 'string' || !Number.isFinite(heightLossMm))
    return null;
  return {
    student,
    questions,
    answers,
    scenario: reading.scenario,
    broken,
    heightLossMm: Number(heightLossMm),
    modelVersion,
  };
}

/** Whether two files answer the same questions. */
export const isSameTask = (one: Answers, other: Answers): boolean =>
  calcTaskCheck(one.questions) === calcTaskCheck(other.questions);

/** Text that a spreadsheet does not take for a formula: the apostrophe before it is not shown. */
const quell = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

/**
 * Answers as a table, a row per student. Commas and decimal points, or semicolons and decimal commas.
 *
 * @param heads of the student, each question, the number of acts, the broken bones, the height lost in mm, and the model's version
 */
export function writeAnswersCsv(
  all: readonly Answers[],
  heads: readonly string[],
  marks: keyof typeof MARKS,
): string {
  const { separator, decimal } = MARKS[marks];
  const rows = all.map(({ student, answers, scenario, broken, heightLossMm, modelVersion }) => [
    ...[student, ...answers].map(quell),
    scenario.events.length,
    quell(broken.join(' ')),
    heightLossMm,
    quell(modelVersion),
  ]);
  return [heads.map(quell), ...rows]
    .map((row) => `${row.map((cell) => quote(cell, separator, decimal)).join(separator)}\r\n`)
    .join('');
}
