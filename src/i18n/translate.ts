import { en, type Key } from './en.ts';
import { getDirection, type Lang, type Register, STRESS } from './languages.ts';

// Our whole need is texts by key, plurals and what the browser's own Intl does: a library would weigh 2 to 18 kB for it.

export type Values = Readonly<Record<string, string | number>>;
/** The texts of one language and register; what it lacks is said in the register or language below it. */
export type Texts = Readonly<Record<Key, string>>;
/** Units whose words `Intl` has in every language. */
export type Unit =
  | 'degree'
  | 'kilogram'
  | 'pound'
  | 'millimeter'
  | 'centimeter'
  | 'inch'
  | 'meter-per-second'
  | 'mile-per-hour'
  | 'second'
  | 'percent';
/** Fills a text's `{names}`. */
export type Translate = (key: Key, values?: Values) => string;

export interface Language {
  readonly lang: Lang;
  readonly dir: 'ltr' | 'rtl';
  readonly register: Register;
  readonly t: Translate;
  /** The form of a text such as `one={n} month|other={n} months` that the count calls for; `{n}` is the count. */
  readonly plural: (key: Key, count: number, values?: Values) => string;
  /** A text that stands in no key of `en.ts`, a sheet's say, with its `{names}` filled in. */
  readonly fill: (text: string, values?: Values) => string;
  /** A number in the language's own digits and separators. */
  readonly number: (value: number, decimals?: number) => string;
  /** A number with its unit. */
  readonly unit: (value: number, unit: Unit, decimals?: number) => string;
  /** `T12, L1 and L2`. */
  readonly list: (items: readonly string[]) => string;
}

/** A text with its `{names}` filled in. */
export const fill = (text: string, values: Values = {}): string =>
  text.replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ''));

/** Whether there is a text of this name. */
export const isKey = (key: string): key is Key => Object.hasOwn(en, key);

/** Forms of a plural text by the categories of `Intl.PluralRules`; null where it has none. */
export function readForms(text: string): Readonly<Record<string, string>> | null {
  const forms = text.split('|').map((form) => /^(zero|one|two|few|many|other)=(.*)$/s.exec(form));
  return forms.every((form) => form !== null)
    ? Object.fromEntries(forms.map((form) => [form[1]!, form[2]!]))
    : null;
}

/** The tag by which `Intl` knows the language. */
function getLocale(lang: Lang): string {
  if (lang === STRESS) return 'en';
  // levels, T-scores and doses are written with these digits in Arabic reports too; left to itself each engine picks its own
  return lang === 'ar' ? 'ar-u-nu-latn' : lang;
}

/** A language out of its texts; without any, plain English, which is always there. */
export function createLanguage(
  lang: Lang = 'en',
  register: Register = 'plain',
  texts: Partial<Texts> = en,
): Language {
  const locale = getLocale(lang);
  const isRtl = getDirection(lang) === 'rtl';
  const rules = new Intl.PluralRules(locale);
  const lists = new Intl.ListFormat(locale);
  const formats = new Map<string, Intl.NumberFormat>();

  // first-strong isolates: "T12" or "−2.5" keeps its own order within a text that runs the other way
  const isolate = (values: Values) =>
    Object.fromEntries(Object.entries(values).map(([name, value]) => [name, `\u2068${value}\u2069`]));
  const fillIn = (text: string, values: Values = {}) => fill(text, isRtl ? isolate(values) : values);
  const get = (key: Key): string => texts[key] ?? en[key];

  const show = (value: number, decimals: number, unit?: Unit): string => {
    const name = `${unit} ${decimals}`;
    let format = formats.get(name);
    if (!format) {
      format = new Intl.NumberFormat(locale, {
        minimumFractionDigits: decimals,
        maximumFractionDigits: decimals,
        ...(unit && { style: 'unit', unit, unitDisplay: unit === 'degree' ? 'narrow' : 'short' }),
      });
      formats.set(name, format);
    }
    // English has "sec" for what the SI writes "s"
    const text = format.format(Math.abs(value)).replace(/ sec$/, ' s');
    // the typographic minus: a T-score's sign must not be overlooked; a left-to-right mark keeps it before its number
    const isNegative = value < 0 && Number(value.toFixed(decimals)) !== 0;
    return isNegative ? `${isRtl ? '\u200e' : ''}−${text}` : text;
  };

  return {
    lang,
    dir: isRtl ? 'rtl' : 'ltr',
    register,
    t: (key, values) => fillIn(get(key), values),
    plural: (key, count, values) => {
      const forms = readForms(get(key)) ?? { other: get(key) };
      const n = show(count, count % 1 ? 1 : 0);
      return fillIn(forms[rules.select(count)] ?? forms.other!, { n, ...values });
    },
    fill: fillIn,
    number: (value, decimals = 0) => show(value, decimals),
    unit: (value, unit, decimals = 0) => show(value, decimals, unit),
    list: (items) => lists.format(items),
  };
}
