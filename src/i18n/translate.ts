import format, { type CompiledMessage } from 'icu-minify/format';
import type { Key, KeyOf, Namespace } from './keys.ts';
import { getLanguageFacts, type Lang, type Register, type Review, STRESS } from './languages.ts';

/** Values for a message: texts, or the number that it counts. */
export type Values = Readonly<Record<string, string | number>>;
/** Compiled ICU messages by key. */
export type Messages = Readonly<Record<string, CompiledMessage>>;
/** All messages of a namespace. */
export type Texts<N extends Namespace> = Readonly<Record<KeyOf<N>, CompiledMessage>>;
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
/** Formats a text with its `{names}` filled in. */
export type Translate<N extends Namespace> = (key: KeyOf<N>, values?: Values) => string;

export interface Language {
  readonly lang: Lang;
  readonly dir: 'ltr' | 'rtl';
  readonly register: Register;
  readonly t: Translate<'base'>;
  /** Whether the base has a text with this key. */
  readonly isKey: (key: string) => key is Key;
  /** Function that formats the texts of another namespace. */
  readonly read: <N extends Namespace>(texts: Texts<N>) => Translate<N>;
  /** Sentence on which clinician reviewed the texts and when, or that none has. */
  readonly review: string;
  /** A number in the language's own digits and separators. */
  readonly number: (value: number, decimals?: number) => string;
  /** A number with its unit. */
  readonly unit: (value: number, unit: Unit, decimals?: number) => string;
  /** `T12, L1 and L2`. */
  readonly list: (items: readonly string[]) => string;
}

/** Sentence on who reviewed the texts and on which day, or that nobody has. */
export function sayReview(review: Review | null, t: Translate<'base'>, locale: string): string {
  if (!review) return t('notice.notReviewed');
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  return t('notice.reviewed', { by: review.by, day: days.format(new Date(review.on)) });
}

/** Most decimals of a count in a message. */
const COUNT_DECIMALS = 1;

/** Names of the values by which a message chooses among its cases. */
const listChoosers = (message: CompiledMessage): readonly string[] =>
  typeof message === 'string'
    ? []
    : message.flatMap((node) => {
        if (!Array.isArray(node)) return [];
        const [name, , cases] = node;
        return typeof cases === 'object' && cases !== null
          ? [name, ...Object.values(cases as Record<string, CompiledMessage>).flatMap(listChoosers)]
          : [];
      });

/** Function that makes something at its first call: reading a language's data in `Intl` is slow, and the first view needs little. */
function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** Language made from the texts of its base, which must be complete. */
export function createLanguage(lang: Lang, register: Register, texts: Texts<'base'>): Language {
  const { dir, reviewed } = getLanguageFacts(lang);
  // levels, T-scores and doses are written with these digits in Arabic reports too; by default each engine picks its own
  const locale = `${lang === STRESS ? 'en' : lang}-u-nu-latn`;
  const isRtl = dir === 'rtl';
  const getLists = once(() => new Intl.ListFormat(locale));
  const formats = new Map<string, Intl.NumberFormat>();
  const formatters = {
    getNumberFormat: once(() => new Intl.NumberFormat(locale, { maximumFractionDigits: COUNT_DECIMALS })),
    getPluralRules: once(() => new Intl.PluralRules(locale)),
    getDateTimeFormat: (...args: ConstructorParameters<typeof Intl.DateTimeFormat>) =>
      new Intl.DateTimeFormat(...args),
  };

  // first-strong isolates: "T12" or "−2.5" keeps its own order within right-to-left text; values that choose a case are left as they are
  const isolate = (values: Values, message: CompiledMessage): Values => {
    const choosers = listChoosers(message);
    return Object.fromEntries(
      Object.entries(values).map(([name, value]) => [
        name,
        typeof value === 'string' && !choosers.includes(name) ? `\u2068${value}\u2069` : value,
      ]),
    );
  };
  const read =
    <N extends Namespace>(from: Texts<N>): Translate<N> =>
    (key, values = {}) =>
      format(from[key], locale, isRtl ? isolate(values, from[key]) : values, { formatters }) as string;
  const t = read<'base'>(texts);

  const show = (value: number, decimals: number, unit?: Unit): string => {
    const name = `${unit} ${decimals}`;
    let shown = formats.get(name);
    if (!shown) {
      shown = new Intl.NumberFormat(locale, {
        minimumFractionDigits: decimals,
        maximumFractionDigits: decimals,
        ...(unit && { style: 'unit', unit, unitDisplay: unit === 'degree' ? 'narrow' : 'short' }),
      });
      formats.set(name, shown);
    }
    // `Intl` has "sec" in English for the SI symbol "s"
    const text = shown.format(Math.abs(value)).replace(/ sec$/, ' s');
    // the typographic minus: a T-score's sign must not be overlooked; a left-to-right mark keeps it before its number
    const isNegative = value < 0 && Number(value.toFixed(decimals)) !== 0;
    return isNegative ? `${isRtl ? '\u200e' : ''}−${text}` : text;
  };

  return {
    lang,
    dir,
    register,
    t,
    isKey: (key): key is Key => Object.hasOwn(texts, key),
    read,
    review: sayReview(reviewed, t, locale),
    number: (value, decimals = 0) => show(value, decimals),
    unit: (value, unit, decimals = 0) => show(value, decimals, unit),
    list: (items) => getLists().format(items),
  };
}
