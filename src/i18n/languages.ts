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

/** The tag itself, else another of the same language: zh-CN is read as zh-Hans, es-MX as es. */
function match(tag: string): Lang | undefined {
  const [wanted, base] = [tag.toLowerCase(), tag.toLowerCase().split('-')[0]];
  return (
    TAGS.find((lang) => lang.toLowerCase() === wanted) ?? TAGS.find((lang) => lang.split('-')[0] === base)
  );
}

/** The language asked for; where none was, the first of the reader's own that is there. Else English. */
export function findLanguage(asked: string | null, own: readonly string[]): Lang {
  if (asked === STRESS) return STRESS;
  return (asked ? [asked] : own).map(match).find(Boolean) ?? 'en';
}
