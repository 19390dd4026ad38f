import type { GlossaryTexts, TermText } from './en.glossary.ts';
import type { SheetTexts } from './en.sheets.ts';
import { type Lang, STRESS } from './languages.ts';

// What only an opened sheet shows comes with it: a file per language and namespace. What a language lacks is said in English.

/** Texts of the sheets by language; English lies under each. */
const SHEETS: Readonly<Partial<Record<Lang, () => Promise<Partial<SheetTexts>>>>> = {
  [STRESS]: async () => {
    const { stretch } = await import('./stress.ts');
    return mapTexts((await import('./en.sheets.ts')).enSheets, stretch);
  },
};
const GLOSSARIES: Readonly<Partial<Record<Lang, () => Promise<Partial<GlossaryTexts>>>>> = {
  [STRESS]: async () => {
    const { stretch } = await import('./stress.ts');
    return mapTexts((await import('./en.glossary.ts')).enGlossary, (term: TermText) =>
      mapTexts(term, stretch),
    );
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
