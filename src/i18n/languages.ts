/** Which clinician read the texts, and when (ISO date). */
export interface Review {
  readonly by: string;
  readonly on: string;
}

interface LanguageFacts {
  /** In the language itself. */
  readonly name: string;
  readonly dir: 'ltr' | 'rtl';
  /** The page says it, or that there has been none. */
  readonly reviewed: Review | null;
}

/** The languages there are, a line each; the texts stand in the folder of the same name. */
export const LANGUAGES = {
  en: { name: 'English', dir: 'ltr', reviewed: null },
  es: { name: 'Español', dir: 'ltr', reviewed: null },
  de: { name: 'Deutsch', dir: 'ltr', reviewed: null },
  fr: { name: 'Français', dir: 'ltr', reviewed: null },
  'zh-Hans': { name: '简体中文', dir: 'ltr', reviewed: null },
  ar: { name: 'العربية', dir: 'rtl', reviewed: null },
  'pt-BR': { name: 'Português (Brasil)', dir: 'ltr', reviewed: null },
} as const satisfies Readonly<Record<string, LanguageFacts>>;

/** Doubled English, to see what overflows; in no list of languages. */
export const STRESS = 'stress';

export type Lang = keyof typeof LANGUAGES | typeof STRESS;
export const REGISTERS = ['plain', 'clinical'] as const;
/** Everyday words, or those of the clinic. */
export type Register = (typeof REGISTERS)[number];

/** Tag and name of each language, for those who choose. */
export const LANGUAGE_NAMES = Object.entries(LANGUAGES).map(
  ([lang, { name }]) => [lang as Lang, name] as const,
);

export const getLanguageFacts = (lang: Lang): LanguageFacts => LANGUAGES[lang === STRESS ? 'en' : lang];

const TAGS = Object.keys(LANGUAGES) as Lang[];

/** Languages whose readers mostly read one that is here, by that one (CLDR's languageMatching, recalled and unverified). */
const NEAR: Partial<Record<string, readonly string[]>> = {
  ar: ['arz', 'apc', 'ary', 'arq', 'acm', 'ajp', 'aeb', 'afb', 'ayl'],
  de: ['gsw', 'lb', 'nds', 'bar', 'ksh'],
  es: ['ca', 'gl', 'eu', 'ast', 'an', 'qu', 'ay', 'gn', 'nah'],
  fr: ['br', 'oc', 'co', 'wa', 'wo', 'ht', 'mg', 'ln'],
  zh: ['yue', 'wuu', 'nan', 'hak', 'gan', 'hsn', 'ii', 'za'],
};

/** A tag as BCP 47 has it: `de_DE.UTF-8`, `DE` and `deu` are German; null for what is none. */
function readTag(text: string): string | null {
  const [tag = ''] = text.trim().split(/[.@;,\s]/);
  try {
    return Intl.getCanonicalLocales(tag.replaceAll('_', '-'))[0] ?? null;
  } catch {
    // what stands behind the language is not to be read
    return /^[a-z]{2,3}(?=[^a-z])/i.exec(tag)?.[0].toLowerCase() ?? null;
  }
}

/** The tag itself, else another of the same language, else the nearest: zh-CN is read as zh-Hans, es-MX and Catalan as es. */
function match(text: string): Lang | undefined {
  const tag = readTag(text);
  if (tag === null) return undefined;
  const [own] = tag.split('-');
  const base = Object.entries(NEAR).find(([, near]) => near?.includes(own!))?.[0] ?? own;
  return TAGS.find((lang) => lang === tag) ?? TAGS.find((lang) => lang.split('-')[0] === base);
}

/** The language asked for; where none was, the first of the reader's own that is there. Else English. */
export function findLanguage(asked: string | null, own: readonly string[]): Lang {
  if (asked === STRESS) return STRESS;
  const wanted = (asked ? [asked] : own).flatMap((list) => list.split(','));
  return wanted.map(match).find(Boolean) ?? 'en';
}
