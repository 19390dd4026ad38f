import english from './en/base.json?icu';
import type { Namespace } from './keys.ts';
import { type Lang, type Register, STRESS } from './languages.ts';
import { stretch } from './stress.ts';
import { createLanguage, type Language, type Messages, type Texts } from './translate.ts';

/** Each language's texts of the page, loaded when it is chosen; plain English is loaded with the page. */
const BASES = import.meta.glob<Messages>(['./*/base.json', '!./en/base.json'], {
  query: '?icu',
  import: 'default',
});
/** Each language's list of its other files: in the first load they would be more than a hundred names that do not compress. */
const FOLDERS = import.meta.glob<Readonly<Record<string, () => Promise<Messages>>>>('./*/files.ts', {
  import: 'files',
});

/** A language's own texts in a file; empty where it has none. */
async function loadFile(lang: Lang, file: Namespace | 'clinical'): Promise<Messages> {
  if (lang === STRESS) return stretch(await loadFile('en', file));
  if (lang === 'en' && file === 'base') return english;
  if (file === 'base') return (await BASES[`./${lang}/base.json`]?.()) ?? {};
  const files = await FOLDERS[`./${lang}/files.ts`]?.();
  return (await files?.[`./${file}.json`]?.()) ?? {};
}

/** Plain English, which is loaded with the page. */
export const PLAIN_ENGLISH = createLanguage('en', 'plain', english as Texts<'base'>);

/** Loads a language: its plain texts over plain English, and its clinical ones over those. Rejects where they cannot be loaded. */
export async function loadLanguage(lang: Lang, register: Register): Promise<Language> {
  if (lang === 'en' && register === 'plain') return PLAIN_ENGLISH;
  const layers = await Promise.all([
    loadFile(lang, 'base'),
    register === 'clinical' ? loadFile(lang, 'clinical') : {},
  ]);
  return createLanguage(lang, register, Object.assign({}, english, ...layers) as Texts<'base'>);
}

const fetched = new Map<string, Promise<Messages>>();

/** Loads the texts of a sheet or a mode, over English; returns the same promise each time, as React's `use` needs it. */
export function loadTexts<N extends Namespace>(lang: Lang, namespace: N): Promise<Texts<N>> {
  const name = `${lang} ${namespace}`;
  const texts =
    fetched.get(name) ??
    Promise.all([loadFile('en', namespace), loadFile(lang, namespace)]).then((layers) =>
      Object.assign({}, ...layers),
    );
  fetched.set(name, texts);
  return texts as Promise<Texts<N>>;
}
