import english from './en/base.json?icu';
import type { Namespace } from './keys.ts';
import { type Lang, type Register, STRESS } from './languages.ts';
import { stretch } from './stress.ts';
import { createLanguage, type Language, type Messages, type Texts } from './translate.ts';

/** Every file of texts, fetched when it is needed; plain English is there from the start. */
const FILES = import.meta.glob<Messages>(['./*/*.json', '!./en/base.json'], {
  query: '?icu',
  import: 'default',
});

/** What a language itself says in a file; nothing where it has none. */
async function loadFile(lang: Lang, file: Namespace | 'clinical'): Promise<Messages> {
  if (lang === STRESS) return stretch(await loadFile('en', file));
  if (lang === 'en' && file === 'base') return english;
  return (await FILES[`./${lang}/${file}.json`]?.()) ?? {};
}

/** Plain English, which needs no fetching. */
export const PLAIN_ENGLISH = createLanguage('en', 'plain', english as Texts<'base'>);

/** Fetches a language: over plain English its own plain words, and over those the clinic's. Rejects where they cannot be had, offline say. */
export async function loadLanguage(lang: Lang, register: Register): Promise<Language> {
  if (lang === 'en' && register === 'plain') return PLAIN_ENGLISH;
  const layers = await Promise.all([
    loadFile(lang, 'base'),
    register === 'clinical' ? loadFile(lang, 'clinical') : {},
  ]);
  return createLanguage(lang, register, Object.assign({}, english, ...layers) as Texts<'base'>);
}

const fetched = new Map<string, Promise<Messages>>();

/** Fetches what only an opened sheet or a mode says, English below; the same promise each time, as React's `use` needs it. */
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
