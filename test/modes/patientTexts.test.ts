import { describe, expect, it } from 'vitest';
import { fill as fillIn, readTexts, type Written } from '../i18n/locales.ts';
import {
  calcFleschKincaid,
  calcKandelMoles,
  calcLongest,
  calcMartins,
  calcSzigriszt,
  calcWiener,
} from '../i18n/readability.ts';

const fill = (lang: Written, text: string): string =>
  fillIn(lang, text, (name) => (/^level/.test(name) ? 'T12' : '12'));
/** English says which keys are sentences. */
const isSentence = (text: string): boolean =>
  /[.?!]$/.test(text) && fill('en', text).split(/\s+/).length >= 4;

describe.each(['story', 'clinic', 'helps', 'handout'] as const)('%s', (file) => {
  const english = readTexts('en', file);
  const sentences = Object.keys(english).filter((key) => isSentence(english[key]!));
  const listSaid = (lang: Written): string[] => {
    const texts = readTexts(lang, file);
    return sentences.map((key) => fill(lang, texts[key]!));
  };
  const sayAll = (lang: Written): string => listSaid(lang).join(' ');

  it.each(sentences)('%s reads at US grade 6 or below, in sentences of 18 words at most', (key) => {
    const said = fill('en', english[key]!);
    expect(calcFleschKincaid(said), said).toBeLessThanOrEqual(6);
    expect(calcLongest(said, 'words'), said).toBeLessThanOrEqual(18);
  });

  it('is plain in Spanish, German, French and Portuguese', () => {
    const grades = {
      es: calcSzigriszt(sayAll('es')),
      de: calcWiener(sayAll('de')),
      fr: calcKandelMoles(sayAll('fr')),
      pt: calcMartins(sayAll('pt-BR')),
    };
    expect(grades.es, `Szigriszt ${grades.es}`).toBeGreaterThanOrEqual(65);
    expect(grades.de, `Wiener ${grades.de}`).toBeLessThanOrEqual(6);
    expect(grades.fr, `Kandel ${grades.fr}`).toBeGreaterThanOrEqual(70);
    expect(grades.pt, `Martins ${grades.pt}`).toBeGreaterThanOrEqual(65);
  });

  it.each([
    ['es', 'words', 20],
    ['de', 'words', 18],
    ['fr', 'words', 20],
    ['pt-BR', 'words', 20],
    ['ar', 'words', 16],
    ['zh-Hans', 'characters', 40],
  ] as const)('%s has no sentence of more %s than %i', (lang, unit, most) => {
    expect(listSaid(lang).filter((text) => calcLongest(text, unit) > most)).toEqual([]);
  });
});
