import { findUnit, type UnitName } from './unitWords.ts';

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
/** Characters used for a minus: hyphens, dashes, the minus sign itself, small and full width. */
const MINUS = /[\u2010-\u2015\u2212\u02d7\u207b\u2796\ufe58\ufe63\uff0d]/g;
const PLUS = /[\ufe62\uff0b\u2795]/g;
const POINT = /[\u3002\uff0e\uff61\ufe52\u00b7]/g;
const COMMA = /[\uff0c\ufe50\u060c\u201a]/g;
/** Blanks of every width. */
const BLANK = /[\s\u00a0\u2000-\u200a\u202f\u205f\u3000]+/g;

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
    .replace(MINUS, '-')
    .replace(PLUS, '+')
    .replace(POINT, '.')
    .replace(COMMA, ',')
    .replace(BLANK, ' ')
    .trim();

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

/** Feet and inches in one field, cm: `5'7"`, `5 ft 7 in`. */
function readFeetInches(text: string): number | null {
  const [, feet, inches] =
    /^(\d)\s?(?:'|’|′|ft\.?|feet|foot)\s?(?:(\d{1,2}(?:[.,]\d+)?)\s?(?:"|”|″|''|in\.?|inch(?:es)?)?)?$/i.exec(
      text,
    ) ?? [];
  const over = Number((inches ?? '0').replace(',', '.'));
  return feet === undefined || over >= 12 ? null : round((Number(feet) * 12 + over) * 2.54);
}

/** Metres and centimetres in one field, cm: `1m65`, `1 m 65 cm`. */
function readMetresCentimetres(text: string): number | null {
  const [, metres, centimetres] = /^(\d)\s?m\s?(\d{2})(?:\s?cm)?$/i.exec(text) ?? [];
  return metres === undefined ? null : Number(metres) * 100 + Number(centimetres);
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
    const cm = readFeetInches(text) ?? readMetresCentimetres(text);
    if (cm !== null) return { ok: true, value: cm };
  }
  const [, lead = '', gap = '', sign = '', digits, trail = ''] =
    /^((?:[^\d+\-.,٫]|[-.](?=\p{L}))*?)([\s:=]*)([+-]?) ?((?:\d|[.,٫](?=\d))(?:[\d.,٫٬]|[ '’](?=\d))*)(.*)$/u.exec(
      text,
    ) ?? [];
  if (digits === undefined) return unread;
  // a hyphen directly after a word may belong to it, and a letter directly before digits names a vertebra
  if (lead && !gap && (sign === '-' ? !/[\u2212]/.test(typed) : /^\d+$/.test(digits))) return unread;
  const words = [lead, trail]
    .map((word) =>
      word
        .trim()
        .replace(/[.:=]+$/, '')
        .trim()
        .toLowerCase(),
    )
    .filter(Boolean);
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
