import { CM_PER_INCH, INCHES_PER_FOOT } from '../../scales/bodyUnits.ts';
import { findUnit, isUnit, tidyWord, type UnitName } from './unitWords.ts';

/** Typed text as a number in the field's own unit, or why it is none. */
export type NumberReading =
  | { readonly ok: true; readonly value: number }
  | { readonly ok: false; readonly why: 'empty' | 'unread' };

export interface NumberKind {
  readonly min: number;
  readonly max: number;
  /** Unit of the field. */
  readonly unit?: UnitName | undefined;
}

/** Direction marks, joiners and other invisible characters, which pages and chats put around numbers. */
const UNSEEN = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\u061c\ufeff]/g;
/** Letters, digits and signs of full width, in a row as ASCII has them. */
const FULL_WIDTH = /[\uff01-\uff5e]/g;
const TO_ASCII = 0xfee0;
/** What stands on keyboards and pages for a minus: hyphens, dashes, the minus sign itself, and small. */
const MINUS = /[\u2010-\u2015\u2212\u02d7\u207b\u2796\ufe58\ufe63]/g;
const PLUS = /[\ufe62\u2795]/g;
const POINT = /[\u3002\uff61\ufe52\u00b7]/g;
const COMMA = /[\ufe50\u060c\u201a]/g;
/** Blanks of every width, and fillers that look like one. */
const BLANK = /[\s\u0085\u180e\u2800\u3164]+/g;
/** A minus in words, as a phone writes what is said to it. */
const SAID_MINUS = /(?<!\p{L})(?:minus|menos|moins|negative|سالب|ناقص) ?(?=[\d.,٫])|[负負] ?(?=[\d.,٫])/giu;
/** The mark of the sentence that the number stood in. */
const END = /(?<=\d[.,٫]\d+|\p{L})[.,;]$/u;

/** Text with any script's digits as 0 to 9: Unicode keeps each script's ten digits together. */
const writeDigits = (text: string): string =>
  text.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0)!;
    let first = code;
    while (/\p{Nd}/u.test(String.fromCodePoint(first - 1))) first--;
    return String((code - first) % 10);
  });

/** Text with one form of each sign. */
const plain = (text: string): string =>
  writeDigits(text)
    .replace(UNSEEN, '')
    .replace(FULL_WIDTH, (sign) => String.fromCharCode(sign.charCodeAt(0) - TO_ASCII))
    .replace(MINUS, '-')
    .replace(PLUS, '+')
    .replace(POINT, '.')
    .replace(COMMA, ',')
    .replace(BLANK, ' ')
    .trim()
    .replace(END, '')
    .replace(SAID_MINUS, '-');

/** Possible values of digits with separators: none, one, or two where a separator may mean thousands or decimals. */
function readDigits(text: string): number[] {
  const number = (whole: string, decimals = '') => Number(`${whole || '0'}.${decimals || '0'}`);
  if (/^\d+$/.test(text)) return [number(text)];
  // one separator: of decimals, or of thousands if three digits follow
  const [, before, mark, after] = /^(\d*)([.,٫])(\d*)$/.exec(text) ?? [];
  if (mark !== undefined && (before || after)) {
    const decimal = number(before!, after);
    const isThousands = mark !== '٫' && /^[1-9]\d{0,2}$/.test(before!) && after!.length === 3;
    return isThousands ? [decimal, number(before! + after!)] : [decimal];
  }
  // thousands in groups of three with one separator throughout, then perhaps decimals with another
  const [, groups, parting, decimals = ''] =
    /^([1-9]\d{0,2}(?:([ .,'’٬])\d{3})(?:\2\d{3})*)(?:[.,٫](\d+))?$/.exec(text) ?? [];
  if (groups === undefined || parting === undefined) return [];
  const own = text.slice(groups.length, groups.length + 1);
  return own === parting ? [] : [number(groups.replaceAll(parting, ''), decimals)];
}

const round = (value: number): number => Number(value.toFixed(6));

/** A height in two units, cm: `5'7"`, `5 ft 7 in`, `1 m 65`; the smaller one need not be named. */
function readTwoUnits(text: string): number | null {
  const [, whole, first = '', part = '', second = ''] =
    /^(\d) ?(\D+?) ?(\d{1,2}(?:[.,٫]\d+)?) ?(\D*)$/.exec(text) ?? [];
  const is = (larger: 'foot' | 'meter', smaller: 'inch' | 'centimeter') =>
    isUnit(tidyWord(first), larger) && (second === '' || isUnit(tidyWord(second), smaller));
  const over = Number(part.replace(/[,٫]/, '.'));
  if (is('foot', 'inch') && over < INCHES_PER_FOOT)
    return round((Number(whole) * INCHES_PER_FOOT + over) * CM_PER_INCH);
  return is('meter', 'centimeter') && /^\d\d$/.test(part) ? Number(whole) * 100 + over : null;
}

/**
 * Reads a number as the world's keyboards, phones and pages write it, where only one thing can be meant: what may be two numbers, and
 * what is none, is not read. A mark that may part thousands or decimals is what gives a number within the field's range.
 */
export function readNumber(typed: string, { min, max, unit }: NumberKind): NumberReading {
  const unread = { ok: false, why: 'unread' } as const;
  const text = plain(typed);
  if (text === '') return { ok: false, why: 'empty' };
  if (unit === 'centimeter') {
    const cm = readTwoUnits(text);
    if (cm !== null) return { ok: true, value: cm };
  }
  const [, lead = '', gap = '', sign = '', digits, trail = ''] =
    /^((?:[^\d+\-.,٫]|[-.](?=\p{L}))*?)([\s:=]*)([+-]?) ?((?:\d|[.,٫](?=\d))(?:[\d.,٫٬]|[ '’](?=\d))*)(.*)$/u.exec(
      text,
    ) ?? [];
  if (digits === undefined) return unread;
  // a hyphen directly after a word may belong to it, and a letter directly before digits names a vertebra
  if (lead && !gap && (sign === '-' ? !/[\u2212]/.test(typed) : /^\d+$/.test(digits))) return unread;
  const words = [lead, trail].map(tidyWord).filter(Boolean);
  const given = words.map((word) => findUnit(word, unit));
  if (words.length > 2 || given.includes(null)) return unread;
  const factors = new Set(given.filter((one) => one !== null && !one.isName).map((one) => one!.factor));
  if (factors.size > 1) return unread;
  const [factor] = factors;
  const values = readDigits(digits).map(
    (value) => round((sign === '-' ? -value : value) * (factor ?? 1)) + 0,
  );
  if (values.length === 0) return unread;
  const fits = (value: number) => value >= min && value <= max;
  const fitting = values.filter(fits);
  if (fitting.length > 1) return unread;
  if (fitting.length > 0) return { ok: true, value: fitting[0]! };
  // a height in metres, as in a passport: nobody is 1.65 cm tall
  const metres = unit === 'centimeter' && factor === undefined ? round(values[0]! * 100) : Number.NaN;
  return { ok: true, value: fits(metres) ? metres : values[0]! };
}
