import { describe, expect, it } from 'vitest';
import { enClinic } from '../../src/i18n/en.clinic.ts';
import { enStory } from '../../src/i18n/en.story.ts';
import { loadClinicTexts, loadStoryTexts } from '../../src/i18n/onDemand.ts';
import { calcKandelMoles, calcLongest, calcSzigriszt, calcWiener } from '../i18n/readability.ts';

const LANGUAGES = ['es', 'de', 'fr', 'zh-Hans', 'ar'] as const;
type Texts = Readonly<Record<string, string>>;
const NAMESPACES = [
  ['story', enStory as Texts, loadStoryTexts],
  ['clinic', enClinic as Texts, loadClinicTexts],
] as const;
const namesIn = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();
const fill = (text: string): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => (/^level/.test(name) ? 'T12' : '12'));
/** English says which keys are sentences. */
const isSentence = (text: string): boolean => /[.?!]$/.test(text) && fill(text).split(/\s+/).length >= 4;

describe.each(NAMESPACES)('%s', (_, english, load) => {
  const sentences = Object.keys(english).filter((key) => isSentence(english[key]!));
  const sayAll = async (lang: (typeof LANGUAGES)[number]): Promise<string> => {
    const texts: Texts = await load(lang);
    return sentences.map((key) => fill(texts[key]!)).join(' ');
  };

  it.each(LANGUAGES)('says all in %s, with the same placeholders, and no English', async (lang) => {
    const texts: Texts = await load(lang);
    const stray = Object.keys(english).filter(
      (key) => `${namesIn(texts[key]!)}` !== `${namesIn(english[key]!)}`,
    );
    expect(stray).toEqual([]);
    expect(sentences.filter((key) => texts[key] === english[key])).toEqual([]);
  });

  it('is plain in Spanish, German and French', async () => {
    const grades = {
      es: calcSzigriszt(await sayAll('es')),
      de: calcWiener(await sayAll('de')),
      fr: calcKandelMoles(await sayAll('fr')),
    };
    expect(grades.es, `Szigriszt ${grades.es}`).toBeGreaterThanOrEqual(65);
    expect(grades.de, `Wiener ${grades.de}`).toBeLessThanOrEqual(6);
    expect(grades.fr, `Kandel ${grades.fr}`).toBeGreaterThanOrEqual(70);
  });

  it.each([
    ['es', 'words', 20],
    ['de', 'words', 18],
    ['fr', 'words', 20],
    ['ar', 'words', 16],
    ['zh-Hans', 'characters', 40],
  ] as const)('%s has no sentence of more %s than %i', async (lang, unit, most) => {
    const texts: Texts = await load(lang);
    const long = sentences.map((key) => fill(texts[key]!)).filter((text) => calcLongest(text, unit) > most);
    expect(long).toEqual([]);
  });
});
