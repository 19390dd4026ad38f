import { describe, expect, it } from 'vitest';
import { type NumberKind, readNumber } from '../../src/panels/sheets/readNumber.ts';

/** The fields of the patient, and one of the model's parameters with a wide range. */
const AGE: NumberKind = { min: 20, max: 100, unit: 'year' };
const HEIGHT: NumberKind = { min: 130, max: 210, unit: 'centimeter' };
const MASS: NumberKind = { min: 40, max: 150, unit: 'kilogram' };
const POUNDS: NumberKind = { min: 88.2, max: 330.7, unit: 'pound' };
const T_SCORE: NumberKind = { min: -6, max: 4, unit: 't-score' };
const INCHES: NumberKind = { min: 0, max: 12, unit: 'inch' };
const FEET: NumberKind = { min: 4, max: 7, unit: 'foot' };
const WIDE: NumberKind = { min: 0, max: 5000 };
const LARGE: NumberKind = { min: 100, max: 5000 };

const read = (typed: string, kind: NumberKind): number | string => {
  const reading = readNumber(typed, kind);
  return reading.ok ? reading.value : reading.why;
};
/** Every minus that a keyboard, a phone or a page writes before a number. */
const MINUSES = ['-', '−', '–', '—', '‐', '‑', '‒', '―', '﹣', '－', '➖', '˗', '⁻'];
/** 0 to 9 of other scripts. */
const DIGITS = [
  '٠١٢٣٤٥٦٧٨٩',
  '۰۱۲۳۴۵۶۷۸۹',
  '０１２３４５６７８９',
  '०१२३४५६७८९',
  '০১২৩৪৫৬৭৮৯',
  '๐๑๒๓๔๕๖๗๘๙',
  '𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗',
];
const BLANKS = [
  ' ',
  '\u00a0',
  '\u202f',
  '\u2009',
  '\u2006',
  '\u200a',
  '\u2007',
  '\u3000',
  '\t',
  '\u0085',
  '\u180e',
  '\u2800',
  '\u3164',
];
const inDigits = (digits: string, number: string) => number.replace(/\d/g, (d) => [...digits][Number(d)]!);

type Row = readonly [typed: string, kind: NumberKind, value: number];
const READ: readonly Row[] = [
  ...MINUSES.flatMap((minus): Row[] => [
    [`${minus}2.5`, T_SCORE, -2.5],
    [`${minus}0,5`, T_SCORE, -0.5],
    [`${minus} 2,5`, T_SCORE, -2.5],
  ]),
  ...DIGITS.flatMap((digits): Row[] => [
    [inDigits(digits, '72'), AGE, 72],
    [inDigits(digits, '-2.5'), T_SCORE, -2.5],
    [inDigits(digits, '−2,5'), T_SCORE, -2.5],
    [inDigits(digits, '2٫5'), T_SCORE, 2.5],
  ]),
  ...BLANKS.flatMap((blank): Row[] => [
    [`${blank}165${blank}cm${blank}`, HEIGHT, 165],
    [`−${blank}1,5`, T_SCORE, -1.5],
    [`1${blank}650`, WIDE, 1650],
    [`1${blank}650,25`, WIDE, 1650.25],
  ]),
  ['65.5', MASS, 65.5],
  ['65,5', MASS, 65.5],
  ['65，5', MASS, 65.5],
  ['65．5', MASS, 65.5],
  ['65。5', MASS, 65.5],
  ['65·5', MASS, 65.5],
  ['65٫5', MASS, 65.5],
  ['65،5', MASS, 65.5],
  ['65.', MASS, 65],
  ['65,', MASS, 65],
  ['.5', T_SCORE, 0.5],
  ['-,5', T_SCORE, -0.5],
  ['-.5', T_SCORE, -0.5],
  ['+1.5', T_SCORE, 1.5],
  ['＋1,5', T_SCORE, 1.5],
  ['0', T_SCORE, 0],
  ['-0', T_SCORE, 0],
  ['007', INCHES, 7],
  // threes behind a mark: what is within the range is meant
  ['65.500', MASS, 65.5],
  ['65,500', MASS, 65.5],
  ['-2.500', T_SCORE, -2.5],
  ['165,000', HEIGHT, 165],
  ['1.650', HEIGHT, 165],
  ['1,500', LARGE, 1500],
  ['1.500', LARGE, 1500],
  ['0,500', WIDE, 0.5],
  ['1.234,5', WIDE, 1234.5],
  ['1,234.5', WIDE, 1234.5],
  ["1'234.5", WIDE, 1234.5],
  ['1’234,5', WIDE, 1234.5],
  ['١٬٢٣٤٫٥', WIDE, 1234.5],
  // round it
  ['\u200e-2.5', T_SCORE, -2.5],
  ['\u200f−2.5\u200f', T_SCORE, -2.5],
  ['\u2068-2,5\u2069', T_SCORE, -2.5],
  ['\ufeff72', AGE, 72],
  ['7\u200b2', AGE, 72],
  // units
  ['165cm', HEIGHT, 165],
  ['165 cm.', HEIGHT, 165],
  ['165 CM', HEIGHT, 165],
  ['cm 165', HEIGHT, 165],
  ['165㎝', HEIGHT, 165],
  ['165 centimetres', HEIGHT, 165],
  ['165 Zentimeter', HEIGHT, 165],
  ['165 centímetros', HEIGHT, 165],
  ['165 centimètres', HEIGHT, 165],
  ['165厘米', HEIGHT, 165],
  ['165 公分', HEIGHT, 165],
  ['١٦٥ سم', HEIGHT, 165],
  ['1,65', HEIGHT, 165],
  ['1.65', HEIGHT, 165],
  ['1,65 m', HEIGHT, 165],
  ['1.65m', HEIGHT, 165],
  ['1m65', HEIGHT, 165],
  ['1 m 65', HEIGHT, 165],
  ['1,65 Meter', HEIGHT, 165],
  ['1.65米', HEIGHT, 165],
  ['65 in', HEIGHT, 165.1],
  ['65"', HEIGHT, 165.1],
  ['5\'5"', HEIGHT, 165.1],
  ['5′5″', HEIGHT, 165.1],
  ['5 ft 5 in', HEIGHT, 165.1],
  ['60kg', MASS, 60],
  ['60 Kg', MASS, 60],
  ['60,5 kg', MASS, 60.5],
  ['60 kilos', MASS, 60],
  ['60 Kilogramm', MASS, 60],
  ['60 kilogrammes', MASS, 60],
  ['60公斤', MASS, 60],
  ['60千克', MASS, 60],
  ['٦٠ كغ', MASS, 60],
  ['100 lb', MASS, 45.359237],
  ['100 lbs', MASS, 45.359237],
  ['150 lb', POUNDS, 150],
  ['150 pounds', POUNDS, 150],
  ['60 kg', POUNDS, 132.277357],
  ['72 years', AGE, 72],
  ['72 yrs', AGE, 72],
  ['72 Jahre', AGE, 72],
  ['72 ans', AGE, 72],
  ['72 años', AGE, 72],
  ['72 anos', AGE, 72],
  ['72岁', AGE, 72],
  ['٧٢ سنة', AGE, 72],
  ['5 ft', FEET, 5],
  ["5'", FEET, 5],
  ['7 in', INCHES, 7],
  ['7.5"', INCHES, 7.5],
  ['T −2,5', T_SCORE, -2.5],
  ['T −2.5', T_SCORE, -2.5],
  ['T−2.5', T_SCORE, -2.5],
  ['T: -2.5', T_SCORE, -2.5],
  ['T = -2.5', T_SCORE, -2.5],
  ['t-score -2.5', T_SCORE, -2.5],
  ['T-Wert: −2,5', T_SCORE, -2.5],
  ['-2.5 SD', T_SCORE, -2.5],
  ['−2,5 DE', T_SCORE, -2.5],
  ['−2,5 DP', T_SCORE, -2.5],
  ['−2,5 ET', T_SCORE, -2.5],
  ['T值 -2.5', T_SCORE, -2.5],
  // letters of full width
  ['１６５ｃｍ', HEIGHT, 165],
  ['６０　ｋｇ', MASS, 60],
  ['Ｔ：－２．５', T_SCORE, -2.5],
  // more words for the same
  ['1650 mm', HEIGHT, 165],
  ['165 سنتيمترا', HEIGHT, 165],
  ['1 Meter 65', HEIGHT, 165],
  ['1 metre 65', HEIGHT, 165],
  ['1米65', HEIGHT, 165],
  ['1 م 65', HEIGHT, 165],
  ['5.5 ft', HEIGHT, 167.64],
  ['5,5 pieds', HEIGHT, 167.64],
  ['5 Fuß 5 Zoll', HEIGHT, 165.1],
  ['5 pies 5 pulgadas', HEIGHT, 165.1],
  ['5 pieds 5 pouces', HEIGHT, 165.1],
  ['5 pés 5 polegadas', HEIGHT, 165.1],
  ['5英尺5英寸', HEIGHT, 165.1],
  ['٥ أقدام ٥ بوصات', HEIGHT, 165.1],
  ['5´5´´', HEIGHT, 165.1],
  ['60 كيلوغراما', MASS, 60],
  ['60 كيلوجرام', MASS, 60],
  ['72周岁', AGE, 72],
  ['72 year old', AGE, 72],
  ['72-year-old', AGE, 72],
  ['72 años de edad', AGE, 72],
  ['72 anos de idade', AGE, 72],
  ['score-T −2,5', T_SCORE, -2.5],
  ['escore-T −2,5', T_SCORE, -2.5],
  ['valor T −2,5', T_SCORE, -2.5],
  ['T 评分 −2.5', T_SCORE, -2.5],
  ['-2.5 (T)', T_SCORE, -2.5],
  ['−2.5 انحراف معياري', T_SCORE, -2.5],
  // as it is dictated
  ['minus 2,5', T_SCORE, -2.5],
  ['Minus 2.5', T_SCORE, -2.5],
  ['menos 2,5', T_SCORE, -2.5],
  ['moins 2,5', T_SCORE, -2.5],
  ['negative 2.5', T_SCORE, -2.5],
  ['T-Wert minus 2,5', T_SCORE, -2.5],
  ['负2.5', T_SCORE, -2.5],
  ['سالب ٢٫٥', T_SCORE, -2.5],
  ['ناقص 2.5', T_SCORE, -2.5],
  // with the sentence's own mark behind it
  ['-2,5.', T_SCORE, -2.5],
  ['-2.5,', T_SCORE, -2.5],
  ['65 kg,', MASS, 65],
  // read, and outside the range: the sentence on the range is for it
  ['300', AGE, 300],
  ['-5', T_SCORE, -5],
  ['-25', T_SCORE, -25],
  ['16,5', HEIGHT, 16.5],
  ['2.5', HEIGHT, 2.5],
];

/** What is no number, or might be two. */
const UNREAD: readonly (readonly [typed: string, kind: NumberKind])[] = [
  ['abc', AGE],
  ['seventy', AGE],
  ['七十二', AGE],
  ['.', AGE],
  ['-', T_SCORE],
  ['--2.5', T_SCORE],
  ['+-2.5', T_SCORE],
  ['±2.5', T_SCORE],
  ['2.5-', T_SCORE],
  ['(2.5)', T_SCORE],
  ['-2.5 -3', T_SCORE],
  ['-2.5/-3', T_SCORE],
  ['-2.5 bis -3', T_SCORE],
  ['-1-2', T_SCORE],
  ['< -2.5', T_SCORE],
  ['~65', MASS],
  ['ca. 65', MASS],
  ['65 70', MASS],
  ['65-70', MASS],
  ['65; 70', MASS],
  ['65、70', MASS],
  ['65, 70', MASS],
  ['65..5', MASS],
  ['65,,5', MASS],
  ['65.5.5', MASS],
  ['65,5.5', MASS],
  ['6 5', MASS],
  ['65 5', MASS],
  ['65:5', MASS],
  ['1e2', MASS],
  ['0x41', MASS],
  ['65½', MASS],
  ['6²', MASS],
  ['65 %', MASS],
  ['65 cm', MASS],
  ['65 st', MASS],
  ['10 st 4', MASS],
  ['Infinity', AGE],
  ['NaN', AGE],
  ['12.05.1950', AGE],
  ['1950-05-12', AGE],
  ['72 kg', AGE],
  // a pound of the scales or half a kilogram of the market
  ['120 Pfund', MASS],
  ['60 Pfund', MASS],
  ['120 斤', MASS],
  ['minus -2.5', T_SCORE],
  ['minus', T_SCORE],
  ['Terminus 2.5', T_SCORE],
  ['moins de 2,5', T_SCORE],
  ['72 months', AGE],
  ['T12', T_SCORE],
  ['T1', T_SCORE],
  ['T-2.5', T_SCORE],
  ['T–2.5', T_SCORE],
  ['Z −2.5', T_SCORE],
  ['L1 −2.5', T_SCORE],
  ['-2.5 cm', T_SCORE],
  ["5'14", HEIGHT],
  ['1m6', HEIGHT],
  ['165 kg', HEIGHT],
  ['165 cm 60 kg', HEIGHT],
  ['1.500', WIDE],
  ['1,500', WIDE],
  ['1,23,456', WIDE],
  ['12 34', WIDE],
  ['1.234.5', WIDE],
  ["5'7", FEET],
];

describe('a number', () => {
  it(`is read from ${READ.length} ways to write one`, () => {
    expect(READ.map(([typed, kind]) => [typed, read(typed, kind)])).toEqual(
      READ.map(([typed, , value]) => [typed, value]),
    );
  });

  it(`is not made of ${UNREAD.length} texts that are none, or may be two`, () => {
    expect(UNREAD.map(([typed, kind]) => [typed, read(typed, kind)])).toEqual(
      UNREAD.map(([typed]) => [typed, 'unread']),
    );
  });

  it('is missing where nothing is typed', () => {
    for (const typed of ['', ' ', '\u00a0', '\u200e']) expect(read(typed, AGE)).toBe('empty');
  });
});
