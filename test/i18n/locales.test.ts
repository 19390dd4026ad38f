import { describe, expect, it } from 'vitest';
import { en, type Key } from '../../src/i18n/en.ts';
import { findLanguage } from '../../src/i18n/languages.ts';
import { loadLanguage } from '../../src/i18n/load.ts';
import { createLanguage, readForms } from '../../src/i18n/translate.ts';
import { KEYS, LOCALES, ON_DEMAND } from './locales.ts';

const OTHERS = (['es', 'de', 'fr', 'zh-Hans', 'ar'] as const).map((lang) => [lang, LOCALES[lang]] as const);
/** Whole counts that the page can say. */
const COUNTS = Array.from({ length: 241 }, (_, n) => n);

const namesIn = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();

/** How a text's names differ from English's. A form for one or two may leave the number out: Arabic has words of their own. */
function findStrayNames(key: Key, text: string): string[] {
  const forms = Object.entries(readForms(text) ?? { other: text });
  const wanted = namesIn(readForms(en[key])?.other ?? en[key]);
  return forms.flatMap(([category, form]) => {
    const names = namesIn(form);
    const canLack = category === 'one' || category === 'two' ? '{n}' : '';
    const lacking = wanted.filter((name) => !names.includes(name) && name !== canLack);
    return [...lacking, ...names.filter((name) => !wanted.includes(name))].map((name) => `${key} ${name}`);
  });
}

describe.each(OTHERS)('%s', (lang, { plain, clinical }) => {
  it('says everything that English says', () => {
    expect(KEYS.filter((key) => !plain[key])).toEqual([]);
  });

  it('has English’s placeholders in each text, and no other', () => {
    const texts = [...Object.entries(plain), ...Object.entries(clinical)] as [Key, string][];
    expect(texts.flatMap(([key, text]) => findStrayNames(key, text))).toEqual([]);
  });

  it.each(['sheets', 'glossary', 'quiz', 'kiosk'] as const)(
    'says all that the %s say, with the same placeholders',
    (name) => {
      const [own, english] = [ON_DEMAND[lang][name], ON_DEMAND.en[name]];
      expect(Object.keys(english).filter((key) => !own[key])).toEqual([]);
      const stray = Object.keys(own).filter(
        (key) => `${namesIn(own[key]!)}` !== `${namesIn(english[key] ?? '')}`,
      );
      expect(stray).toEqual([]);
    },
  );

  it('has a form for each count', () => {
    const rules = new Intl.PluralRules(lang);
    const categories = [...new Set([...COUNTS.map((n) => rules.select(n)), rules.select(0.5)])];
    for (const [key, text] of Object.entries(plain)) {
      expect(readForms(text) === null, key).toBe(readForms(en[key as Key]) === null);
      for (const category of readForms(text) ? categories : [])
        expect(readForms(text), key).toHaveProperty(category);
    }
  });

  it('is not English left standing', () => {
    const same = KEYS.filter(
      (key) => plain[key] === en[key] && /\p{L}{4}/u.test(en[key].replace(/\{\w+\}/g, '')),
    );
    // names, and words that the two languages share
    const shared: Readonly<Record<string, readonly string[]>> = {
      es: ['title', 'density.normal', 'density.osteoporosis'],
      de: ['title', 'density.normal', 'play.pause', 'mode.quiz'],
      fr: [
        'title',
        'reading.fractures',
        'density.fragile',
        'mode.quiz',
        'group.accidents',
        'parameter.forceN',
        'play.pause',
        'view.three-quarter',
        'layer.muscles',
        'layer.forces',
        'layer.ligaments',
        'more.sources',
      ],
      'zh-Hans': ['title'],
      ar: [],
    };
    expect(same.filter((key) => !shared[lang]!.includes(key) && !/T-score/.test(en[key]))).toEqual([]);
  });

  it('differs in the clinic only where it says something else', () => {
    expect(Object.entries(clinical).filter(([key, text]) => plain[key as Key] === text)).toEqual([]);
  });
});

describe('the check of placeholders', () => {
  it('finds one that is missing, and one that is too many', () => {
    expect(findStrayNames('said.broke', '{level} cedió: {porcentaje} %')).toEqual([
      'said.broke {percent}',
      'said.broke {porcentaje}',
    ]);
  });
});

describe('the language', () => {
  it.each([
    ['de', [], 'de'],
    ['zh-CN', [], 'zh-Hans'],
    ['ES-mx', [], 'es'],
    ['xx', ['fr'], 'en'],
    [null, ['pt-BR', 'fr-CA', 'de'], 'fr'],
    ['', ['ar-EG'], 'ar'],
    [null, [], 'en'],
    ['stress', [], 'stress'],
  ])('asked for %s by a reader of %j is %s', (asked, own, found) => {
    expect(findLanguage(asked, own)).toBe(found);
  });

  it('lays the clinic’s words over the plain ones', async () => {
    const plain = await loadLanguage('fr', 'plain');
    const clinical = await loadLanguage('fr', 'clinical');
    expect([plain.t('reading.kyphosis'), clinical.t('reading.kyphosis')]).toEqual(['Dos rond', 'Cyphose']);
    expect(clinical.t('history.undo')).toBe(plain.t('history.undo'));
  });

  it('counts months as each language does', async () => {
    const arabic = await loadLanguage('ar', 'plain');
    expect(
      [1, 2, 3, 12, 100].map((n) => arabic.plural('time.after', n).replace(/[\u2068\u2069]/g, '')),
    ).toEqual(['بعد شهر واحد', 'بعد شهرين', 'بعد 3 أشهر', 'بعد 12 شهرًا', 'بعد 100 شهر']);
    const german = await loadLanguage('de', 'plain');
    expect(german.plural('time.after', 1.5)).toBe('Nach 1,5 Monaten');
  });

  it('keeps sign and level before their number where the text runs the other way', async () => {
    const arabic = await loadLanguage('ar', 'plain');
    // left-to-right mark, typographic minus; digits as in a report
    expect(arabic.number(-2.5, 1)).toBe('\u200e−2.5');
    expect(arabic.t('why.held', { level: 'T12' })).toBe('صمدت \u2068T12\u2069.');
    expect(createLanguage().number(-2.5, 1)).toBe('−2.5');
    expect(createLanguage().number(-0.04, 1)).toBe('0.0');
  });

  it('has the units’ own words', async () => {
    const shown = await Promise.all(
      (['en', 'de', 'fr', 'zh-Hans', 'ar'] as const).map(async (lang) =>
        (await loadLanguage(lang, 'plain')).unit(7.4, 'inch', 1).replace(/\s/g, ' '),
      ),
    );
    expect(shown).toEqual(['7.4 in', '7,4 in', '7,4 po', '7.4英寸', '7.4 بوصة']);
  });

  it('doubles English for the test of room', async () => {
    const stress = await loadLanguage('stress', 'plain');
    expect(stress.t('act.bend')).toBe('[Bend Bend]');
    expect(stress.plural('time.months', 2)).toBe('[2 months 2 months]');
  });
});
