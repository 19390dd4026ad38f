import { en, type Key } from './en.ts';

/** Fills a text's `{names}`. */
export type Translate = (key: Key, values?: Readonly<Record<string, string | number>>) => string;

export interface Language {
  readonly lang: string;
  readonly t: Translate;
  /** A number in the language's own digits and separators. */
  readonly number: (value: number, decimals?: number) => string;
}

/** A text with its `{names}` filled in. */
export const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ''));

/** Whether there is a text of this name. */
export const isKey = (key: string): key is Key => Object.hasOwn(en, key);

const LANGUAGES: Readonly<Record<string, Readonly<Record<Key, string>>>> = { en };

/** The language asked for, or English where it is not there. */
export function createLanguage(asked: string): Language {
  const lang = [asked, asked.split('-')[0]!].find((name) => Object.hasOwn(LANGUAGES, name)) ?? 'en';
  const texts = LANGUAGES[lang]!;
  return {
    lang,
    t: (key, values = {}) => fill(texts[key], values),
    // the typographic minus: a T-score's sign must not be overlooked
    number: (value, decimals = 0) => {
      const text = Math.abs(value).toLocaleString(lang, {
        minimumFractionDigits: decimals,
        maximumFractionDigits: decimals,
      });
      return value < 0 && Number(value.toFixed(decimals)) !== 0 ? `−${text}` : text;
    },
  };
}
