import { use } from 'react';
import type { GlossaryTexts } from '../../i18n/en.glossary.ts';
import type { SheetKey } from '../../i18n/en.sheets.ts';
import { loadGlossaryTexts, loadSheetTexts } from '../../i18n/onDemand.ts';
import type { Language, Values } from '../../i18n/translate.ts';
import { usePanel } from '../context.ts';

export type SheetTranslate = (key: SheetKey, values?: Values) => string;

export async function loadTranslate({ lang, fill }: Language): Promise<SheetTranslate> {
  const texts = await loadSheetTexts(lang);
  return (key, values) => fill(texts[key], values);
}

/** The sheets' own words; they come with the first sheet. */
export function useTexts(): SheetTranslate {
  const { lang, fill } = usePanel().language;
  const texts = use(loadSheetTexts(lang));
  return (key, values) => fill(texts[key], values);
}

export const useGlossary = (): GlossaryTexts => use(loadGlossaryTexts(usePanel().language.lang));
