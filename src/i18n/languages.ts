/** The languages there are, each by its own name. */
export const LANGUAGES = {
  en: 'English',
  es: 'Español',
  de: 'Deutsch',
  fr: 'Français',
  'zh-Hans': '简体中文',
  ar: 'العربية',
} as const;

/** Doubled English, to see what overflows; in no list of languages. */
export const STRESS = 'stress';

export type Lang = keyof typeof LANGUAGES | typeof STRESS;
export const REGISTERS = ['plain', 'clinical'] as const;
/** Everyday words, or those of the clinic. */
export type Register = (typeof REGISTERS)[number];

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

/** Which way its lines are read. */
export const getDirection = (lang: Lang): 'ltr' | 'rtl' => (lang === 'ar' ? 'rtl' : 'ltr');
