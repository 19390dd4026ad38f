import { describe, expect, it } from 'vitest';
import { compileMessages } from '../../src/i18n/compile.ts';
import { findLanguage, LANGUAGES, type Review } from '../../src/i18n/languages.ts';
import { loadLanguage, loadTexts, PLAIN_ENGLISH } from '../../src/i18n/texts.ts';
import { sayReview } from '../../src/i18n/translate.ts';
import {
  FILES,
  type File,
  FOLDERS,
  LANGS,
  listArguments,
  listFiles,
  listGiven,
  OTHERS,
  readTexts,
} from './locales.ts';

/** Whole counts that the page can say, and a part. */
const COUNTS = [...Array.from({ length: 241 }, (_, n) => n), 0.5];

/** How the arguments of a language's texts differ from English's. */
function findStrays(
  texts: Readonly<Record<string, string>>,
  english: Readonly<Record<string, string>>,
): string[] {
  return Object.entries(texts).flatMap(([key, text]) => {
    const [given, wanted] = [listGiven(text), listGiven(english[key] ?? '')];
    const lacking = wanted
      .filter((name) => !given.includes(name))
      .map((name) => `${key}: ${name} is missing`);
    const strange = given
      .filter((name) => !wanted.includes(name))
      .map((name) => `${key}: ${name} is given by nobody`);
    return [...lacking, ...strange];
  });
}

/** Counts that a language has a form for and a plural text lacks it. */
function findLackingForms(lang: string, texts: Readonly<Record<string, string>>): string[] {
  const rules = new Intl.PluralRules(lang);
  const wanted = [...new Set(COUNTS.map((n) => rules.select(n)))];
  return Object.entries(texts).flatMap(([key, text]) =>
    listArguments(text)
      .filter(({ type }) => type === 'plural')
      .flatMap(({ cases }) =>
        wanted.filter((form) => !cases.includes(form)).map((form) => `${key}: ${form}`),
      ),
  );
}

/** Words that a language shares with English, and names. */
const SHARED: Readonly<Record<string, readonly string[]>> = {
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
    'more.images',
  ],
  'zh-Hans': ['title'],
  'pt-BR': ['title', 'density.normal', 'mode.quiz'],
};

it('has a folder for each language, and a line for each folder', () => {
  expect([...FOLDERS].sort()).toEqual([...LANGS].sort());
  for (const lang of LANGS) expect(listFiles(lang)).toEqual(FILES.map((file) => `${file}.json`).sort());
});

describe.each(LANGS)('%s', (lang) => {
  it.each(FILES)('%s.json has texts alone, by keys that English has', (file) => {
    const texts = readTexts(lang, file);
    expect(Object.entries(texts).filter(([, text]) => typeof text !== 'string' || text === '')).toEqual([]);
    const english = readTexts('en', file === 'clinical' ? 'base' : file);
    expect(Object.keys(texts).filter((key) => !Object.hasOwn(english, key))).toEqual([]);
  });

  it.each(FILES)('%s.json is ICU, with a form for each count and nothing of another syntax', (file) => {
    const texts = readTexts(lang, file);
    expect(() => compileMessages(texts)).not.toThrow();
    expect(findLackingForms(lang, texts)).toEqual([]);
    const args = Object.values(texts).flatMap(listArguments);
    expect(args.filter(({ type }) => type === 'other')).toEqual([]);
    expect(Object.values(texts).filter((text) => /[|<>]|%[sd]|\${/.test(text))).toEqual([]);
  });
});

describe.each(OTHERS)('%s', (lang) => {
  const whole = FILES.filter((file) => file !== 'clinical');
  it.each(whole)('%s.json says everything that English says', (file) => {
    const texts = readTexts(lang, file);
    expect(Object.keys(readTexts('en', file)).filter((key) => !texts[key])).toEqual([]);
  });

  it.each(FILES)('%s.json is given what English is given, and nothing else', (file) => {
    const english = readTexts('en', file === 'clinical' ? 'base' : file);
    expect(findStrays(readTexts(lang, file), english)).toEqual([]);
  });

  it('is not English left standing', () => {
    const same = (file: File, isShared: (key: string) => boolean) => {
      const [texts, english] = [readTexts(lang, file), readTexts('en', file)];
      return Object.keys(english).filter(
        (key) =>
          texts[key] === english[key] &&
          !isShared(key) &&
          !/T-score/.test(english[key]!) &&
          /\p{L}{4}/u.test(english[key]!.replace(/\{\w+\}/g, '')),
      );
    };
    expect(same('base', (key) => SHARED[lang]?.includes(key) ?? false)).toEqual([]);
    // whole sentences of the rest: single words may well be the same
    for (const file of FILES.filter((one) => one !== 'base' && one !== 'clinical'))
      expect(
        same(file, (key) => !/\s.*[.?!]$/.test(readTexts('en', file)[key]!)),
        file,
      ).toEqual([]);
  });

  it('differs in the clinic only where it says something else', () => {
    const [plain, clinical] = [readTexts(lang, 'base'), readTexts(lang, 'clinical')];
    expect(Object.entries(clinical).filter(([key, text]) => plain[key] === text)).toEqual([]);
  });
});

describe('the checks', () => {
  it('find an argument that is missing, and one that is too many', () => {
    expect(
      findStrays({ a: '{level} cedió: {porcentaje} %' }, { a: '{level} gave way: {percent} %' }),
    ).toEqual(['a: percent is missing', 'a: porcentaje is given by nobody']);
    expect(findStrays({ a: '{n} mois' }, { a: '{n, plural, other {# months}}' })).toHaveLength(2);
  });
  it('find a count without a form', () => {
    expect(findLackingForms('ar', { a: '{n, plural, one {شهر} other {# شهر}}' })).toEqual([
      'a: zero',
      'a: two',
      'a: few',
      'a: many',
    ]);
  });
  it('stop at what is no ICU message, by its key', () => {
    expect(() => compileMessages({ 'time.after': 'After {n months' })).toThrow(
      /^time\.after .*After \{n months/,
    );
    expect(() => compileMessages({ a: '{n, plural, one {# month}}' })).toThrow(/^a /);
  });
});

describe('the language', () => {
  it.each([
    ['de', [], 'de'],
    ['zh-CN', [], 'zh-Hans'],
    ['ES-mx', [], 'es'],
    ['pt-br', [], 'pt-BR'],
    ['pt-PT', [], 'pt-BR'],
    ['xx', ['fr'], 'en'],
    [null, ['nl-NL', 'fr-CA', 'de'], 'fr'],
    [null, ['nl-NL', 'pt-BR', 'fr'], 'pt-BR'],
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
    const sayAfter = async (lang: (typeof LANGS)[number], ...months: number[]) => {
      const { t } = await loadLanguage(lang, 'plain');
      return months.map((n) => t('time.after', { months: n }));
    };
    expect(await sayAfter('ar', 1, 2, 3, 12, 100)).toEqual([
      'بعد شهر واحد',
      'بعد شهرين',
      'بعد 3 أشهر',
      'بعد 12 شهرًا',
      'بعد 100 شهر',
    ]);
    expect(await sayAfter('de', 1, 1.5)).toEqual(['Nach 1 Monat', 'Nach 1,5 Monaten']);
    expect(await sayAfter('en', 1, 12, 1200)).toEqual([
      'After 1 month',
      'After 12 months',
      'After 1,200 months',
    ]);
  });

  it('counts in a sheet too', async () => {
    const more = PLAIN_ENGLISH.read<'problems'>(await loadTexts('en', 'problems'));
    expect([1, 2].map((n) => more('file.more', { file: 'a.json', n }))).toEqual([
      '“a.json” has 1 more fault.',
      '“a.json” has 2 more faults.',
    ]);
  });

  it('keeps sign and level before their number where the text runs the other way', async () => {
    const arabic = await loadLanguage('ar', 'plain');
    // left-to-right mark, typographic minus; digits as in a report
    expect(arabic.number(-2.5, 1)).toBe('\u200e−2.5');
    expect(arabic.t('why.held', { level: 'T12' })).toBe('صمدت \u2068T12\u2069.');
    expect(PLAIN_ENGLISH.number(-2.5, 1)).toBe('−2.5');
    expect(PLAIN_ENGLISH.number(-0.04, 1)).toBe('0.0');
  });

  it.each(LANGS)('%s says who reviewed its words and when, or that nobody has', async (lang) => {
    const { t, review } = await loadLanguage(lang, 'plain');
    const reviewed = sayReview({ by: 'Dr. A. Silva', on: '2031-05-09' }, t, `${lang}-u-nu-latn`);
    expect(reviewed).toMatch(/Dr\. A\. Silva/);
    expect(reviewed).toMatch(/2031/);
    expect(reviewed).toMatch(/9/);
    const facts: { readonly reviewed: Review | null } = LANGUAGES[lang];
    expect(review).toBe(sayReview(facts.reviewed, t, `${lang}-u-nu-latn`));
    expect(sayReview(null, t, lang)).toBe(readTexts(lang, 'base')['notice.notReviewed']);
  });

  it('has the units’ own words', async () => {
    const shown = await Promise.all(
      (['en', 'de', 'fr', 'zh-Hans', 'ar', 'pt-BR'] as const).map(async (lang) =>
        (await loadLanguage(lang, 'plain')).unit(7.4, 'inch', 1).replace(/\s/g, ' '),
      ),
    );
    expect(shown).toEqual(['7.4 in', '7,4 in', '7,4 po', '7.4英寸', '7.4 بوصة', '7,4 pol.']);
  });

  it('doubles English for the test of room', async () => {
    const stress = await loadLanguage('stress', 'plain');
    expect(stress.t('act.bend')).toBe('[Bend Bend]');
    expect(stress.t('time.months', { months: 2 })).toBe('[2 months 2 months]');
  });
});
