import type { GlossaryTexts } from './en.glossary.ts';
import type { SheetTexts } from './en.sheets.ts';

// What only an opened sheet shows comes with it: a file per language and namespace, in the form of `en.ts`. A language that
// has none falls back to English.

const SHEETS: Readonly<Record<string, () => Promise<SheetTexts>>> = {
  en: async () => (await import('./en.sheets.ts')).enSheets,
};
const GLOSSARIES: Readonly<Record<string, () => Promise<GlossaryTexts>>> = {
  en: async () => (await import('./en.glossary.ts')).enGlossary,
};

/** Fetches each language's texts once; the same promise each time, as React's `use` needs it. */
function createLoader<T>(loaders: Readonly<Record<string, () => Promise<T>>>): (lang: string) => Promise<T> {
  const fetched = new Map<string, Promise<T>>();
  return (lang) => {
    const known = Object.hasOwn(loaders, lang) ? lang : 'en';
    const texts = fetched.get(known) ?? loaders[known]!();
    fetched.set(known, texts);
    return texts;
  };
}

export const loadSheetTexts = createLoader(SHEETS);
export const loadGlossaryTexts = createLoader(GLOSSARIES);
