import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';

/** What the formulas count in a text. */
interface Counts {
  readonly sentences: number;
  readonly words: readonly string[];
  /** Of each word. */
  readonly syllables: readonly number[];
}

/** A sentence ends where its stop is followed by a space or nothing: a decimal point does not end it. */
export const splitSentences = (text: string): string[] =>
  text
    .split(/(?<=[.!?؟…])(?=\s|$)|(?<=[。！？])/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => /\p{L}/u.test(sentence));

/** Words are what has letters; figures and units' signs are read at a glance, and the formulas know no syllables of them. */
const splitWords = (text: string): string[] =>
  text.match(/\p{L}[\p{L}\p{M}’'-]*/gu)?.filter((word) => /\p{L}{2}|^[aiyàoeu]$/iu.test(word)) ?? [];

const count = (text: string, countSyllables: (word: string) => number): Counts => {
  const words = splitWords(text);
  return { sentences: splitSentences(text).length, words, syllables: words.map(countSyllables) };
};
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const groups = (word: string, vowels: RegExp): number => Math.max(1, word.match(vowels)?.length ?? 0);

/** Strong vowels are a syllable each, an accented weak one too; a weak vowel beside another joins it. */
export const countSpanish = (word: string): number => {
  const plain = word.toLowerCase().replace(/qu|gu(?=[eiéí])/g, 'g');
  return groups(plain, /[iuü]?(?:[aeoáéó][iuy]?(?![iuü]?[aeoáéó])|[aeoáéó])|[íú]|[iuü]+/g);
};

/** A run of vowels that German reads as one sound. */
export const countGerman = (word: string): number =>
  groups(word.toLowerCase(), /eu|äu|ei|ai|au|ie|aa|ee|oo|[aeiouäöüy]/g);

/** Diphthongs are a syllable, and a u between g or q and a vowel is none. */
export const countPortuguese = (word: string): number => {
  const plain = word.toLowerCase().replace(/[gq]u(?=[aeioáéíóâêôãõ])/g, 'g');
  return groups(plain, /ão|ãe|õe|[aeoáéóâêôãõà][iu]?|[íúü]|[iu]{1,2}/g);
};

/** A run of vowels, less a mute ending. */
export const countFrench = (word: string): number => {
  const sounded = word
    .toLowerCase()
    .replace(/^(l|d|j|n|s|t|m|c|qu)[’'](?=.)/, '')
    .replace(/qu|gu(?=[eéèêi])/g, 'g')
    .replace(/(?<=[^aeiouyàâéèêëîïôûù])(e|es)$/, '')
    .replace(/(?<=[aeiouyéèêîïôû])(e|es)$/, '');
  return groups(sounded, /[aeiouyàâéèêëîïôûùœ]+/g);
};

/** US school grade. Kincaid, Fishburne, Rogers & Chissom 1975; formula and syllables by the libraries. */
export function calcFleschKincaid(text: string): number {
  const { sentences, words, syllables } = count(text, syllable);
  return fleschKincaid({ sentence: sentences, word: words.length, syllable: sum(syllables) });
}

/**
 * INFLESZ, 0 … 100, the higher the easier: 206.835 − 62.3 syllables/words − words/sentences. Szigriszt Pazos 1993; bands by
 * Barrio-Cantalejo and others 2008: from 55 normal, from 65 rather easy. Recalled, not compared with the papers.
 */
export function calcSzigriszt(text: string): number {
  const { sentences, words, syllables } = count(text, countSpanish);
  return 206.835 - (62.3 * sum(syllables)) / words.length - words.length / sentences;
}

/**
 * First Wiener Sachtextformel, school grade. Bamberger & Vanecek 1984, as given at
 * https://oscarstories.com/de/calculator/wiener-sachtextformel; not compared with the book.
 */
export function calcWiener(text: string): number {
  const { sentences, words, syllables } = count(text, countGerman);
  const percent = (isCounted: (word: string, syllables: number) => boolean): number =>
    (100 * words.filter((word, i) => isCounted(word, syllables[i]!)).length) / words.length;
  return (
    0.1935 * percent((_, n) => n >= 3) +
    0.1672 * (words.length / sentences) +
    0.1297 * percent((word) => word.length > 6) -
    0.0327 * percent((_, n) => n === 1) -
    0.875
  );
}

/**
 * Flesch’s ease for French, 0 … 100, the higher the easier: 207 − 1.015 words/sentences − 73.6 syllables/words. Kandel & Moles
 * 1958 as commonly quoted. Recalled, not compared with the paper.
 */
export function calcKandelMoles(text: string): number {
  const { sentences, words, syllables } = count(text, countFrench);
  return 207 - (1.015 * words.length) / sentences - (73.6 * sum(syllables)) / words.length;
}

/**
 * Flesch’s ease for Portuguese, 0 … 100, the higher the easier: 248.835 − 1.015 words/sentences − 84.6 syllables/words. Martins,
 * Ghiraldelo, Nunes & Oliveira 1996; from 50 easy, from 75 very easy. Recalled, not compared with the report.
 */
export function calcMartins(text: string): number {
  const { sentences, words, syllables } = count(text, countPortuguese);
  return 248.835 - (1.015 * words.length) / sentences - (84.6 * sum(syllables)) / words.length;
}

/** Length of the longest sentence: words, or characters where words have no spaces. */
export const calcLongest = (text: string, unit: 'words' | 'characters'): number =>
  Math.max(
    0,
    ...splitSentences(text).map((sentence) =>
      unit === 'words' ? splitWords(sentence).length : (sentence.match(/\p{Script=Han}/gu)?.length ?? 0),
    ),
  );
