import arClinical from '../../src/i18n/ar.clinical.ts';
import ar from '../../src/i18n/ar.ts';
import deClinical from '../../src/i18n/de.clinical.ts';
import de from '../../src/i18n/de.ts';
import enClinical from '../../src/i18n/en.clinical.ts';
import { en, type Key } from '../../src/i18n/en.ts';
import esClinical from '../../src/i18n/es.clinical.ts';
import es from '../../src/i18n/es.ts';
import frClinical from '../../src/i18n/fr.clinical.ts';
import fr from '../../src/i18n/fr.ts';
import type { LANGUAGES } from '../../src/i18n/languages.ts';
import type { Texts } from '../../src/i18n/translate.ts';
import zhClinical from '../../src/i18n/zh-Hans.clinical.ts';
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
