import { LANGUAGE_NAMES } from '../../i18n/languages.ts';
import { CM_PER_INCH, INCHES_PER_FOOT } from '../../scales/bodyUnits.ts';

/** Units of fields, by their names in `Intl`; `t-score` has none. */
export type UnitName = 'year' | 'centimeter' | 'kilogram' | 'pound' | 'foot' | 'inch' | 't-score' | 'none';
const UNITS = ['year', 'millimeter', 'centimeter', 'meter', 'kilogram', 'pound', 'foot', 'inch'] as const;
type Unit = (typeof UNITS)[number];
/** Units that may be written in a field, with how many of the field's unit they are. */
const TAKEN: Readonly<Record<UnitName, Partial<Readonly<Record<Unit, number>>>>> = {
  year: { year: 1 },
  centimeter: {
    centimeter: 1,
    millimeter: 0.1,
    meter: 100,
    inch: CM_PER_INCH,
    foot: CM_PER_INCH * INCHES_PER_FOOT,
  },
  kilogram: { kilogram: 1, pound: 0.453_592_37 },
  pound: { pound: 1, kilogram: 1 / 0.453_592_37 },
  foot: { foot: 1 },
  inch: { inch: 1 },
  't-score': {},
  none: {},
};
/** What `Intl` does not say and people write. */
const ALSO: Partial<Readonly<Record<Unit, readonly string[]>>> = {
  year: [
    'y',
    'yr',
    'yrs',
    'y.o',
    'yo',
    'y/o',
    'years old',
    'year old',
    '-year-old',
    'jahre alt',
    'años de edad',
    'anos de idade',
    '岁',
    '歲',
    '周岁',
    'سنه',
    'عام',
    'عاما',
  ],
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
    'سنتيمترا',
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
    'كيلوجرام',
    'كيلوغراما',
    'كيلوجراما',
  ],
  pound: ['lb', 'lbs', '#', 'pounds', 'libras'],
  foot: ["'", '’', '′', '´', 'feet', 'أقدام'],
  inch: ['"', '”', '″', "''", '´´', 'بوصات', 'inches', 'zoll', 'pouces', 'pulgadas', 'polegadas'],
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
  'score-t',
  'escore-t',
  'valor t',
  '(t)',
  'puntuación t',
  'puntuacion t',
  'índice t',
  'escore t',
  't值',
  't 值',
  't 分数',
  't-评分',
  't 评分',
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
  'انحراف معياري',
];
/** To Intl a pound of 0.454 kg, to whoever buys potatoes half a kilogram: in a field of kilograms it is neither. */
const TWO_MEANINGS = ['pfund'];

/** Amounts that together give every plural form of these languages. */
const AMOUNTS = [0, 1, 2, 3, 11, 100, 1.5];

/** A word as it stands beside a number: without the point of an abbreviation, and the vowels that Arabic may write over it. */
export const tidyWord = (word: string): string =>
  word
    .trim()
    .replace(/[.:=]+$/, '')
    .replace(/[\u200e\u200f\u061c\u064b-\u0652]/g, '')
    .trim()
    .toLowerCase();

let words: ReadonlyMap<Unit, ReadonlySet<string>> | undefined;
/** The words of each unit in the languages of the page, in lower case. */
function getWords(): ReadonlyMap<Unit, ReadonlySet<string>> {
  words ??= new Map(
    UNITS.map((unit) => {
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
      return [unit, new Set([...own, ...(ALSO[unit] ?? [])].map(tidyWord))];
    }),
  );
  return words;
}

/** Whether a tidy word names a unit. */
export const isUnit = (word: string, unit: Unit): boolean => getWords().get(unit)!.has(word);

/** What a tidy word beside a number is in a field of a unit: how many of the field's unit, or a name alone; null where it is nothing there. */
export function findUnit(
  word: string,
  field: UnitName | undefined,
): { readonly factor: number; readonly isName: boolean } | null {
  if (field === 't-score' && SCORE_NAMES.includes(word)) return { factor: 1, isName: true };
  if (field === 'kilogram' && TWO_MEANINGS.includes(word)) return null;
  const taken = Object.entries(TAKEN[field ?? 'none']).find(([unit]) => isUnit(word, unit as Unit));
  return taken ? { factor: taken[1], isName: false } : null;
}
