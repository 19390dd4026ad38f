import { describe, expect, it } from 'vitest';
import { type ByKey, fill as fillIn, LANGS, readTexts, type Written } from './locales.ts';
import {
  calcFleschKincaid,
  calcKandelMoles,
  calcLongest,
  calcMartins,
  calcSzigriszt,
  calcWiener,
  countPortuguese,
  splitSentences,
} from './readability.ts';

/** What stands in a sentence's place for names: figures, which no formula counts, and words of everyday length. */
const TYPICAL: ByKey = {
  level: 'T12',
  levels: '17',
  theirs: '0.1.0',
  ours: '0.2.0',
};

/** A text as it is read, in its most usual form. */
const fill = (lang: Written, text: string): string => fillIn(lang, text, (name) => TYPICAL[name]);

/** A mode's texts, by names that no other text has. */
const under = (mode: string, texts: ByKey): ByKey =>
  Object.fromEntries(Object.entries(texts).map(([key, text]) => [`${mode}: ${key}`, text]));

/** All that a reader of the plain register meets: the page, its sheets, its quiz, its kiosk, and the glossary but for what it says to clinicians. */
function listTexts(lang: Written): ByKey {
  const plain = Object.entries(readTexts(lang, 'glossary')).filter(([key]) => !key.endsWith('.clinical'));
  return {
    ...readTexts(lang, 'base'),
    ...readTexts(lang, 'sheets'),
    ...readTexts(lang, 'take'),
    ...under('cement', readTexts(lang, 'cement')),
    ...Object.fromEntries(plain),
    ...under('quiz', readTexts(lang, 'quiz')),
    ...under('kiosk', readTexts(lang, 'kiosk')),
    ...under('hearing', readTexts(lang, 'hearing')),
    ...under('assignment', readTexts(lang, 'assignment')),
  };
}
const TEXTS = Object.fromEntries(LANGS.map((lang) => [lang, listTexts(lang)]));
const ENGLISH = TEXTS.en!;

/**
 * Whole sentences are graded: texts of four words or more that end as a sentence does. Labels, shorter or without a stop, have no
 * sentence for a formula to measure; in them the length of words is limited instead.
 */
const isSentence = (text: string): boolean =>
  /[.?!]$/.test(text) && fill('en', text).split(/\s+/).length >= 4;
/** English says which keys are sentences; its translations are so too. */
const SENTENCES = Object.keys(ENGLISH).filter((key) => isSentence(ENGLISH[key]!));
const LABELS = Object.keys(ENGLISH).filter((key) => !isSentence(ENGLISH[key]!));

const inLanguage = (lang: Written, key: string): string => fill(lang, TEXTS[lang]![key] ?? '');
const allOf = (lang: Written): string =>
  SENTENCES.map((key) => inLanguage(lang, key))
    .filter(Boolean)
    .join(' ');

describe('plain English', () => {
  it('has sentences', () => {
    expect(SENTENCES.length).toBeGreaterThan(30);
  });

  it.each(SENTENCES)('%s reads at US grade 6 or below', (key) => {
    expect(calcFleschKincaid(inLanguage('en', key)), inLanguage('en', key)).toBeLessThanOrEqual(6);
  });

  it('has labels of short words, but for a disease and a lab by name', () => {
    const NAMES = ['osteoporosis'];
    const long = LABELS.flatMap((key) => fill('en', ENGLISH[key]!).match(/\p{L}{14,}/gu) ?? []);
    expect(long.filter((word) => !NAMES.includes(word))).toEqual([]);
  });
});

// The formulas of the other languages were made on samples of a hundred words and more: they are taken over all sentences at
// once, and each sentence alone has a length it may not pass.
describe('plain words elsewhere', () => {
  it('Spanish is rather easy: 65 or more by Szigriszt Pazos', () => {
    expect(calcSzigriszt(allOf('es'))).toBeGreaterThanOrEqual(65);
  });
  it('German is for the sixth grade or below by the first Wiener Sachtextformel', () => {
    expect(calcWiener(allOf('de'))).toBeLessThanOrEqual(6);
  });
  it('French is easy: 70 or more by Kandel and Moles', () => {
    expect(calcKandelMoles(allOf('fr'))).toBeGreaterThanOrEqual(70);
  });
  it('Portuguese is easy: 65 or more by Martins and others', () => {
    expect(calcMartins(allOf('pt-BR'))).toBeGreaterThanOrEqual(65);
  });
  it.each([
    ['en', 'words', 18],
    ['es', 'words', 20],
    ['de', 'words', 18],
    ['fr', 'words', 20],
    ['ar', 'words', 16],
    ['pt-BR', 'words', 20],
    ['zh-Hans', 'characters', 40],
  ] as const)('%s has no sentence of more %s than %i', (lang, unit, most) => {
    const long = SENTENCES.map((key) => inLanguage(lang, key)).filter(
      (text) => calcLongest(text, unit) > most,
    );
    expect(long).toEqual([]);
  });
});

describe('the measures', () => {
  it('find a hard sentence hard', () => {
    expect(
      calcFleschKincaid(
        'Osteoporotic vertebrae deteriorate under physiological compression without symptoms.',
      ),
    ).toBeGreaterThan(12);
    expect(
      calcSzigriszt(
        'La osteoporosis posmenopáusica predispone considerablemente a aplastamientos vertebrales.',
      ),
    ).toBeLessThan(20);
    expect(
      calcWiener(
        'Osteoporotische Wirbelkörperfrakturen verursachen fortschreitende Kyphosierungen der Brustwirbelsäule.',
      ),
    ).toBeGreaterThan(12);
    expect(
      calcKandelMoles(
        'L’ostéoporose postménopausique occasionne fréquemment des tassements vertébraux symptomatiques.',
      ),
    ).toBeLessThan(30);
    expect(
      calcMartins(
        'A osteoporose pós-menopáusica predispõe consideravelmente a achatamentos vertebrais assintomáticos.',
      ),
    ).toBeLessThan(20);
    expect(['água', 'coluna', 'meio', 'quebrar', 'não', 'saúde'].map(countPortuguese)).toEqual([
      2, 3, 2, 2, 1, 3,
    ]);
    expect(calcLongest('在所有椎骨里，它最接近自己的极限。', 'characters')).toBe(15);
    expect(calcLongest('Eins zwei drei. Eins zwei.', 'words')).toBe(3);
  });
  it('end a sentence at its stop, and not at a decimal point', () => {
    expect(splitSentences('It lost 2.5 mm. It held … 好。对！')).toHaveLength(4);
  });
});
