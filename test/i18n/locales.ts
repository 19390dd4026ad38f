import arClinical from '../../src/i18n/ar.clinical.ts';
import arGlossary from '../../src/i18n/ar.glossary.ts';
import arKiosk from '../../src/i18n/ar.kiosk.ts';
import arQuiz from '../../src/i18n/ar.quiz.ts';
import arSheets from '../../src/i18n/ar.sheets.ts';
import ar from '../../src/i18n/ar.ts';
import deClinical from '../../src/i18n/de.clinical.ts';
import deGlossary from '../../src/i18n/de.glossary.ts';
import deKiosk from '../../src/i18n/de.kiosk.ts';
import deQuiz from '../../src/i18n/de.quiz.ts';
import deSheets from '../../src/i18n/de.sheets.ts';
import de from '../../src/i18n/de.ts';
import enClinical from '../../src/i18n/en.clinical.ts';
import { enGlossary, type TermName, type TermText } from '../../src/i18n/en.glossary.ts';
import { enKiosk } from '../../src/i18n/en.kiosk.ts';
import { enQuiz } from '../../src/i18n/en.quiz.ts';
import { enSheets } from '../../src/i18n/en.sheets.ts';
import { en, type Key } from '../../src/i18n/en.ts';
import esClinical from '../../src/i18n/es.clinical.ts';
import esGlossary from '../../src/i18n/es.glossary.ts';
import esKiosk from '../../src/i18n/es.kiosk.ts';
import esQuiz from '../../src/i18n/es.quiz.ts';
import esSheets from '../../src/i18n/es.sheets.ts';
import es from '../../src/i18n/es.ts';
import frClinical from '../../src/i18n/fr.clinical.ts';
import frGlossary from '../../src/i18n/fr.glossary.ts';
import frKiosk from '../../src/i18n/fr.kiosk.ts';
import frQuiz from '../../src/i18n/fr.quiz.ts';
import frSheets from '../../src/i18n/fr.sheets.ts';
import fr from '../../src/i18n/fr.ts';
import type { LANGUAGES } from '../../src/i18n/languages.ts';
import type { Texts } from '../../src/i18n/translate.ts';
import zhClinical from '../../src/i18n/zh-Hans.clinical.ts';
import zhGlossary from '../../src/i18n/zh-Hans.glossary.ts';
import zhKiosk from '../../src/i18n/zh-Hans.kiosk.ts';
import zhQuiz from '../../src/i18n/zh-Hans.quiz.ts';
import zhSheets from '../../src/i18n/zh-Hans.sheets.ts';
import zh from '../../src/i18n/zh-Hans.ts';

interface Registers {
  readonly plain: Partial<Texts>;
  readonly clinical: Partial<Texts>;
}

/** All texts there are. */
export const LOCALES: Readonly<Record<keyof typeof LANGUAGES, Registers>> = {
  en: { plain: en, clinical: enClinical },
  es: { plain: es, clinical: esClinical },
  de: { plain: de, clinical: deClinical },
  fr: { plain: fr, clinical: frClinical },
  'zh-Hans': { plain: zh, clinical: zhClinical },
  ar: { plain: ar, clinical: arClinical },
};

export const KEYS = Object.keys(en) as Key[];

/** The glossary's texts by `term.part`. */
const flatten = (glossary: Readonly<Partial<Record<TermName, TermText>>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(glossary).flatMap(([term, parts]) =>
      Object.entries(parts).map(([part, text]) => [`${term}.${part}`, text as string]),
    ),
  );

type ByName = Readonly<Record<string, string>>;
/** What comes with an opened sheet or a mode: its texts, and the words explained. */
export const ON_DEMAND: Readonly<
  Record<
    keyof typeof LANGUAGES,
    { readonly sheets: ByName; readonly glossary: ByName; readonly quiz: ByName; readonly kiosk: ByName }
  >
> = {
  en: { sheets: enSheets, glossary: flatten(enGlossary), quiz: enQuiz, kiosk: enKiosk },
  es: { sheets: esSheets, glossary: flatten(esGlossary), quiz: esQuiz, kiosk: esKiosk },
  de: { sheets: deSheets, glossary: flatten(deGlossary), quiz: deQuiz, kiosk: deKiosk },
  fr: { sheets: frSheets, glossary: flatten(frGlossary), quiz: frQuiz, kiosk: frKiosk },
  'zh-Hans': { sheets: zhSheets, glossary: flatten(zhGlossary), quiz: zhQuiz, kiosk: zhKiosk },
  ar: { sheets: arSheets, glossary: flatten(arGlossary), quiz: arQuiz, kiosk: arKiosk },
};
