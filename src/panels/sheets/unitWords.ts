import { LANGUAGE_NAMES } from '../../i18n/languages.ts';

/** Units of fields, by their names in `Intl`; `t-score` has none. */
export type UnitName = 'year' | 'centimeter' | 'kilogram' | 'pound' | 'foot' | 'inch' | 't-score' | 'none';
/** Units that may be typed in a field, with their size in the field's unit. */
const TAKEN: Readonly<Record<UnitName, Readonly<Record<string, number>>>> = {
  year: { year: 1 },
  centimeter: { centimeter: 1, meter: 100, inch: 2.54 },
  kilogram: { kilogram: 1, pound: 0.453_592_37 },
  pound: { pound: 1, kilogram: 1 / 0.453_592_37 },
  foot: { foot: 1 },
  inch: { inch: 1 },
  't-score': {},
  none: {},
};
/** Further spellings that `Intl` does not have. */
const ALSO: Readonly<Record<string, readonly string[]>> = {
  year: ['y', 'yr', 'yrs', 'y.o', 'yo', 'years old', 'jahre alt', '岁', '歲', 'سنه', 'عام', 'عاما', 'عامًا'],
  centimeter: [
    'cms',
    'centimetre',
    'centimetres',
    'centimeter',
    'centimeters',
    '公分',
    '㎝',
    'سنتيمتر',
    'سنتمتر',
  ],
  meter: ['mt', 'mts', 'metre', 'metres', 'meter', 'meters'],
  kilogram: [
    'kgs',
    'kilo',
    'kilos',
    'quilo',
    'quilos',
    'kilogramme',
    'kilogrammes',
    '公斤',
    '㎏',
    'كيلو',
    'كغ',
    'كجم',
  ],
  pound: ['lb', 'lbs', '#', 'pounds', 'libras'],
  foot: ["'", '’', '′', 'feet'],
  inch: ['"', '”', '″', "''", 'inches', 'zoll', 'pouces', 'pulgadas', 'polegadas'],
};
/** Names of the T-score and of its unit, which may precede or follow it and change nothing. */
const SCORE_NAMES = [
  't',
  't score',
  't-score',
  'tscore',
  't-wert',
  'twert',
  't wert',
  'score t',
  'puntuación t',
  'puntuacion t',
  'índice t',
  'escore t',
  't值',
  't 值',
  't 分数',
  't-评分',
  'درجة t',
  'sd',
  'sds',
  's.d',
  'de',
  'd.e',
  'dp',
  'd.p',
  'ds',
  'et',
  'é.t',
  'e.t',
  'σ',
  '个标准差',
  '标准差',
];

/** Amounts that together give every plural form of these languages. */
const AMOUNTS = [0, 1, 2, 3, 11, 100, 1.5];

let words: ReadonlyMap<string, ReadonlySet<string>> | undefined;
/** Words of each unit in the languages of the page, in lower case. */
function getWords(): ReadonlyMap<string, ReadonlySet<string>> {
  words ??= new Map(
    ['year', 'centimeter', 'meter', 'kilogram', 'pound', 'foot', 'inch'].map((unit) => {
      const own = LANGUAGE_NAMES.flatMap(([lang]) =>
        (['long', 'short', 'narrow'] as const).flatMap((unitDisplay) => {
          const format = new Intl.NumberFormat(`${lang === 'stress' ? 'en' : lang}-u-nu-latn`, {
            style: 'unit',
            unit,
            unitDisplay,
          });
          return AMOUNTS.map(
            (n) => format.formatToParts(n).find(({ type }) => type === 'unit')?.value ?? unit,
          );
        }),
      );
      const plain = (word: string) =>
        word
          .replace(/[\u200e\u200f\u061c]/g, '')
          .replace(/\.$/, '')
          .trim()
          .toLowerCase();
      return [unit, new Set([...own, ...(ALSO[unit] ?? [])].map(plain))];
    }),
  );
  return words;
}

/** Meaning of a word beside a number in a field: its size in the field's unit, or a name only; null where it has none. */
export function findUnit(
  word: string,
  field: UnitName | undefined,
): { readonly factor: number; readonly isName: boolean } | null {
  if (field === 't-score' && SCORE_NAMES.includes(word)) return { factor: 1, isName: true };
  const taken = Object.entries(TAKEN[field ?? 'none']).find(([unit]) => getWords().get(unit)!.has(word));
  return taken ? { factor: taken[1], isName: false } : null;
}
