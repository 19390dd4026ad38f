import type { ClinicTexts } from './en.clinic.ts';
import type { GlossaryTexts, TermText } from './en.glossary.ts';
import type { KioskTexts } from './en.kiosk.ts';
import type { QuizTexts } from './en.quiz.ts';
import type { SheetTexts } from './en.sheets.ts';
import type { StoryTexts } from './en.story.ts';
import { type Lang, STRESS } from './languages.ts';

// What only an opened sheet shows comes with it: a file per language and namespace. What a language lacks is said in English.

/** Texts of the sheets by language; English lies under each. */
const SHEETS: Readonly<Partial<Record<Lang, () => Promise<Partial<SheetTexts>>>>> = {
  es: async () => (await import('./es.sheets.ts')).default,
  de: async () => (await import('./de.sheets.ts')).default,
  fr: async () => (await import('./fr.sheets.ts')).default,
  'zh-Hans': async () => (await import('./zh-Hans.sheets.ts')).default,
  ar: async () => (await import('./ar.sheets.ts')).default,
  [STRESS]: async () => {
    const { stretch } = await import('./stress.ts');
    return mapTexts((await import('./en.sheets.ts')).enSheets, stretch);
  },
};
const GLOSSARIES: Readonly<Partial<Record<Lang, () => Promise<Partial<GlossaryTexts>>>>> = {
  es: async () => (await import('./es.glossary.ts')).default,
  de: async () => (await import('./de.glossary.ts')).default,
  fr: async () => (await import('./fr.glossary.ts')).default,
  'zh-Hans': async () => (await import('./zh-Hans.glossary.ts')).default,
  ar: async () => (await import('./ar.glossary.ts')).default,
  [STRESS]: async () => {
    const { stretch } = await import('./stress.ts');
    return mapTexts((await import('./en.glossary.ts')).enGlossary, (term: TermText) =>
      mapTexts(term, stretch),
    );
  },
};
const QUIZZES: Readonly<Partial<Record<Lang, () => Promise<Partial<QuizTexts>>>>> = {
  es: async () => (await import('./es.quiz.ts')).default,
  de: async () => (await import('./de.quiz.ts')).default,
  fr: async () => (await import('./fr.quiz.ts')).default,
  'zh-Hans': async () => (await import('./zh-Hans.quiz.ts')).default,
  ar: async () => (await import('./ar.quiz.ts')).default,
  [STRESS]: async () => {
    const { stretch } = await import('./stress.ts');
    return mapTexts((await import('./en.quiz.ts')).enQuiz, stretch);
  },
};

const STORIES: Readonly<Partial<Record<Lang, () => Promise<Partial<StoryTexts>>>>> = {
  es: async () => (await import('./es.story.ts')).default,
  de: async () => (await import('./de.story.ts')).default,
  fr: async () => (await import('./fr.story.ts')).default,
  'zh-Hans': async () => (await import('./zh-Hans.story.ts')).default,
  ar: async () => (await import('./ar.story.ts')).default,
  [STRESS]: async () => {
    const { stretch } = await import('./stress.ts');
    return mapTexts((await import('./en.story.ts')).enStory, stretch);
  },
};
const CLINICS: Readonly<Partial<Record<Lang, () => Promise<Partial<ClinicTexts>>>>> = {
  es: async () => (await import('./es.clinic.ts')).default,
  de: async () => (await import('./de.clinic.ts')).default,
  fr: async () => (await import('./fr.clinic.ts')).default,
  'zh-Hans': async () => (await import('./zh-Hans.clinic.ts')).default,
  ar: async () => (await import('./ar.clinic.ts')).default,
  [STRESS]: async () => {
    const { stretch } = await import('./stress.ts');
    return mapTexts((await import('./en.clinic.ts')).enClinic, stretch);
  },
};

const KIOSKS: Readonly<Partial<Record<Lang, () => Promise<Partial<KioskTexts>>>>> = {
  es: async () => (await import('./es.kiosk.ts')).default,
  de: async () => (await import('./de.kiosk.ts')).default,
  fr: async () => (await import('./fr.kiosk.ts')).default,
  'zh-Hans': async () => (await import('./zh-Hans.kiosk.ts')).default,
  ar: async () => (await import('./ar.kiosk.ts')).default,
  [STRESS]: async () => {
    const { stretch } = await import('./stress.ts');
    return mapTexts((await import('./en.kiosk.ts')).enKiosk, stretch);
  },
};

const mapTexts = <T extends object, V>(texts: T, change: (text: V) => V): T =>
  Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, change(text)])) as T;

/** Fetches each language's texts once; the same promise each time, as React's `use` needs it. */
function createLoader<T extends object>(
  loadEnglish: () => Promise<T>,
  loaders: Readonly<Partial<Record<Lang, () => Promise<Partial<T>>>>>,
): (lang: Lang) => Promise<T> {
  const fetched = new Map<Lang, Promise<T>>();
  return (lang) => {
    const texts =
      fetched.get(lang) ??
      Promise.all([loadEnglish(), loaders[lang]?.()]).then((layers) => Object.assign({}, ...layers) as T);
    fetched.set(lang, texts);
    return texts;
  };
}

export const loadSheetTexts = createLoader<SheetTexts>(
  async () => (await import('./en.sheets.ts')).enSheets,
  SHEETS,
);
export const loadGlossaryTexts = createLoader<GlossaryTexts>(
  async () => (await import('./en.glossary.ts')).enGlossary,
  GLOSSARIES,
);
export const loadQuizTexts = createLoader<QuizTexts>(
  async () => (await import('./en.quiz.ts')).enQuiz,
  QUIZZES,
);
export const loadStoryTexts = createLoader<StoryTexts>(
  async () => (await import('./en.story.ts')).enStory,
  STORIES,
);
export const loadClinicTexts = createLoader<ClinicTexts>(
  async () => (await import('./en.clinic.ts')).enClinic,
  CLINICS,
);
export const loadKioskTexts = createLoader<KioskTexts>(
  async () => (await import('./en.kiosk.ts')).enKiosk,
  KIOSKS,
);
