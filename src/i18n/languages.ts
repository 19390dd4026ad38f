/** Clinician who reviewed the texts, and date (ISO). */
export interface Review {
  readonly by: string;
  readonly on: string;
}

interface LanguageFacts {
  /** Name in the language itself. */
  readonly name: string;
  readonly dir: 'ltr' | 'rtl';
  /** Review, or null where there has been none; the page shows which. */
  readonly reviewed: Review | null;
}

/** Languages, a line each; their texts are in the folder of the same name. */
export const LANGUAGES = {
  en: { name: 'English', dir: 'ltr', reviewed: null },
  es: { name: 'Español', dir: 'ltr', reviewed: null },
  de: { name: 'Deutsch', dir: 'ltr', reviewed: null },
  fr: { name: 'Français', dir: 'ltr', reviewed: null },
  'zh-Hans': { name: '简体中文', dir: 'ltr', reviewed: null },
  ar: { name: 'العربية', dir: 'rtl', reviewed: null },
  'pt-BR': { name: 'Português (Brasil)', dir: 'ltr', reviewed: null },
} as const satisfies Readonly<Record<string, LanguageFacts>>;

/** Tag of doubled English, which shows what overflows; in no list of languages. */
export const STRESS = 'stress';

export type Lang = keyof typeof LANGUAGES | typeof STRESS;
export const REGISTERS = ['plain', 'clinical'] as const;
/** Register: everyday words, or those of the clinic. */
export type Register = (typeof REGISTERS)[number];

/** Tag and name of each language, for a menu. */
export const LANGUAGE_NAMES = Object.entries(LANGUAGES).map(
  ([lang, { name }]) => [lang as Lang, name] as const,
);

export const getLanguageFacts = (lang: Lang): LanguageFacts => LANGUAGES[lang === STRESS ? 'en' : lang];

const TAGS = Object.keys(LANGUAGES) as Lang[];

/** Languages whose readers mostly also read one of those here (CLDR's languageMatching, recalled and unverified). */
const NEAR: Partial<Record<string, readonly string[]>> = {
  ar: ['arz', 'apc', 'ary', 'arq', 'acm', 'ajp', 'aeb', 'afb', 'ayl'],
  de: ['gsw', 'lb', 'nds', 'bar', 'ksh'],
  es: ['ca', 'gl', 'eu', 'ast', 'an', 'qu', 'ay', 'gn', 'nah'],
  fr: ['br', 'oc', 'co', 'wa', 'wo', 'ht', 'mg', 'ln'],
  zh: ['yue', 'wuu', 'nan', 'hak', 'gan', 'hsn', 'ii', 'za'],
};

/** Tag in the form of BCP 47: `de_DE.UTF-8`, `DE` and `deu` are German; null where it is none. */
function readTag(text: string): string | null {
  const [tag = ''] = text.trim().split(/[.@;,\s]/);
  try {
    return Intl.getCanonicalLocales(tag.replaceAll('_', '-'))[0] ?? null;
  } catch {
    // only the language before an unreadable remainder
    return /^[a-z]{2,3}(?=[^a-z])/i.exec(tag)?.[0].toLowerCase() ?? null;
  }
}

/** Language of a tag: itself, another of the same language, or the nearest: zh-CN is read as zh-Hans, es-MX and Catalan as es. */
function match(text: string): Lang | undefined {
  const tag = readTag(text);
  if (tag === null) return undefined;
  const [own] = tag.split('-');
  const base = Object.entries(NEAR).find(([, near]) => near?.includes(own!))?.[0] ?? own;
  return TAGS.find((lang) => lang === tag) ?? TAGS.find((lang) => lang.split('-')[0] === base);
}

/** Language asked for; without one, the first of the reader's own that is available; else English. */
export function findLanguage(asked: string | null, own: readonly string[]): Lang {
  if (asked === STRESS) return STRESS;
  const wanted = (asked ? [asked] : own).flatMap((list) => list.split(','));
  return wanted.map(match).find(Boolean) ?? 'en';
}
