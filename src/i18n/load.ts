import { en } from './en.ts';
import { type Lang, type Register, STRESS } from './languages.ts';
import { createLanguage, type Language, type Texts } from './translate.ts';

type Load = () => Promise<{ readonly default: Partial<Texts> }>;

/** Texts of each language, and the clinical ones that are laid over them; plain English is there from the start. */
const LOADERS: Readonly<Record<Lang, readonly [plain: Load, clinical?: Load]>> = {
  en: [async () => ({ default: en }), () => import('./en.clinical.ts')],
  es: [() => import('./es.ts'), () => import('./es.clinical.ts')],
  de: [() => import('./de.ts'), () => import('./de.clinical.ts')],
  fr: [() => import('./fr.ts'), () => import('./fr.clinical.ts')],
  'zh-Hans': [() => import('./zh-Hans.ts'), () => import('./zh-Hans.clinical.ts')],
  ar: [() => import('./ar.ts'), () => import('./ar.clinical.ts')],
  [STRESS]: [() => import('./stress.ts')],
};

/** Fetches a language's texts. Rejects where they cannot be had, offline say. */
export async function loadLanguage(lang: Lang, register: Register): Promise<Language> {
  const [plain, clinical] = LOADERS[lang];
  const layers = await Promise.all([plain(), register === 'clinical' ? clinical?.() : null]);
  return createLanguage(lang, register, Object.assign({}, ...layers.map((layer) => layer?.default)));
}
