import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import compile from 'icu-minify/compile';
import format, { type CompiledMessage } from 'icu-minify/format';
import { LANGUAGES } from '../../src/i18n/languages.ts';

export const FILES = [
  'base',
  'clinical',
  'sheets',
  'glossary',
  'quiz',
  'story',
  'clinic',
  'helps',
  'handout',
  'images',
  'inside',
  'kiosk',
  'take',
  'cement',
  'course',
  'moment',
  'problems',
  'assignment',
  'visits',
  'hearing',
] as const;
export type File = (typeof FILES)[number];
export type Written = keyof typeof LANGUAGES;
export const LANGS = Object.keys(LANGUAGES) as Written[];
export const OTHERS = LANGS.filter((lang) => lang !== 'en');

const FOLDER = resolve(import.meta.dirname, '../../src/i18n');
/** Folders of texts there are, whether or not a language claims them. */
export const FOLDERS = readdirSync(FOLDER, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);
export const listFiles = (lang: string): string[] =>
  readdirSync(join(FOLDER, lang))
    .filter((name) => name.endsWith('.json'))
    .sort();

export type ByKey = Readonly<Record<string, string>>;
/** A file's messages as a translator sees them. */
export const readTexts = (lang: Written, file: File): ByKey =>
  JSON.parse(readFileSync(join(FOLDER, lang, `${file}.json`), 'utf8'));

/** An argument of a message: its name and, where it is counted or chosen by, the type and the cases. */
export interface Argument {
  readonly name: string;
  readonly type: 'simple' | 'select' | 'plural' | 'other';
  readonly cases: readonly string[];
}

const TYPES: Readonly<Record<number, Argument['type']>> = { 1: 'select', 2: 'plural' };

/** Every argument in a compiled message, those within cases too. */
function walk(nodes: CompiledMessage): Argument[] {
  if (typeof nodes === 'string') return [];
  return nodes.flatMap((node): Argument[] => {
    if (!Array.isArray(node)) return [];
    const [name, type, options] = node;
    if (type === undefined) return [{ name, type: 'simple', cases: [] }];
    const cases = Object.entries((options ?? {}) as Readonly<Record<string, CompiledMessage>>);
    return [
      { name, type: TYPES[type as number] ?? 'other', cases: cases.map(([key]) => key) },
      ...cases.flatMap(([, inside]) => walk(inside)),
    ];
  });
}

/** Throws where the text is no ICU message. */
export const listArguments = (text: string): readonly Argument[] => walk(compile(text));

/** `level plural:months`, each once: what the caller has to give. */
export const listGiven = (text: string): readonly string[] =>
  [
    ...new Set(listArguments(text).map(({ name, type }) => (type === 'simple' ? name : `${type}:${name}`))),
  ].sort();

const DOZEN = 12;
const formatters = {
  getNumberFormat: (...of: ConstructorParameters<typeof Intl.NumberFormat>) => new Intl.NumberFormat(...of),
  getPluralRules: (...of: ConstructorParameters<typeof Intl.PluralRules>) => new Intl.PluralRules(...of),
  getDateTimeFormat: (...of: ConstructorParameters<typeof Intl.DateTimeFormat>) =>
    new Intl.DateTimeFormat(...of),
};
/** A text as it is read: its arguments filled in, a dozen where nothing typical is given. */
export function fill(lang: Written, text: string, getTypical: (name: string) => string | undefined): string {
  const values = Object.fromEntries(
    listArguments(text).map(({ name, type }) => [
      name,
      type === 'plural' ? DOZEN : (getTypical(name) ?? String(DOZEN)),
    ]),
  );
  return format(compile(text), lang, values, { formatters }) as string;
}
