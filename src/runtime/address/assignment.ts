import { calcCheck, pack, unpack } from './packing.ts';

/** Parts of a student's page that an assignment may hide. Hidden, not secret: the model is open to everybody. */
export const HIDEABLE = ['figures', 'chart', 'colours', 'why', 'patient', 'acts'] as const;
export type Hideable = (typeof HIDEABLE)[number];

export interface Question {
  readonly text: string;
  /** Answers to choose from; empty where the student writes. */
  readonly choices: readonly string[];
}

/** What a teacher asks about the scenario in the same link. */
export interface Assignment {
  readonly questions: readonly Question[];
  readonly hidden: readonly Hideable[];
}

/** Most questions, choices and characters: what still fits into a link that mail and chats carry. */
export const MOST = { questions: 8, choices: 6, textLength: 400, choiceLength: 100 } as const;

/** Name of the assignment in the address's query, which stays while the scenario in the fragment changes. */
const NAME = 'task';
/** Separator between the packed assignment and its checksum. */
const SEPARATOR = '.';

const isText = (value: unknown, longest: number): value is string =>
  typeof value === 'string' && value.trim() !== '' && value.length <= longest;

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function isQuestion(value: unknown): value is Question {
  if (!isRecord(value)) return false;
  const { text, choices } = value;
  return (
    isText(text, MOST.textLength) &&
    Array.isArray(choices) &&
    choices.length !== 1 &&
    choices.length <= MOST.choices &&
    choices.every((choice) => isText(choice, MOST.choiceLength))
  );
}

/** Questions from outside; null where they are none. */
export const readQuestions = (value: unknown): readonly Question[] | null =>
  Array.isArray(value) && value.length > 0 && value.length <= MOST.questions && value.every(isQuestion)
    ? value.map(({ text, choices }) => ({ text, choices }))
    : null;

function readAssignment(text: string): Assignment | null {
  try {
    const value: unknown = JSON.parse(text);
    if (!isRecord(value)) return null;
    const questions = readQuestions(value.questions);
    const { hidden } = value;
    if (!questions || !Array.isArray(hidden)) return null;
    return { questions, hidden: HIDEABLE.filter((part) => hidden.includes(part)) };
  } catch {
    return null;
  }
}

/** Checksum by which the files of one assignment know each other. */
export const calcTaskCheck = (questions: readonly Question[]): string =>
  calcCheck(JSON.stringify(questions.map(({ text, choices }) => [text, choices])));

/** Assignment of an address's query; undefined where it has none, null where it is damaged or cut off. */
export function readTask(search: string): Assignment | null | undefined {
  const written = new URLSearchParams(search).get(NAME);
  if (written === null) return undefined;
  const [packed = '', check = ''] = written.replace(/[\s\p{Cf}]/gu, '').split(SEPARATOR);
  const text = unpack(packed);
  return text !== null && calcCheck(text) === check.toLowerCase() ? readAssignment(text) : null;
}

/**
 * Query of a link to an assignment.
 *
 * @param kept names and values of the present query that the student's page shall have too
 */
export function calcTaskQuery(assignment: Assignment, kept: Readonly<Record<string, string>>): string {
  const text = JSON.stringify(assignment);
  return `?${new URLSearchParams({ ...kept, [NAME]: pack(text) + SEPARATOR + calcCheck(text) })}`;
}
