import type { ActName, ActParameter } from '../../core/activity/actTable.ts';
import { isChoice } from '../../core/activity/actTable.ts';
import type { Key } from '../../i18n/keys.ts';
import type { Language, Unit } from '../../i18n/translate.ts';
import type { ActValue } from '../../runtime/session/scenarioEditor.ts';

/** Name of a unit in `Intl`; otherwise the key of our own text. */
type Worded = Unit | Extract<Key, `unit.${string}`>;

interface Shown {
  readonly unit?: Worded;
  /** Step of a slider, in the table's unit. */
  readonly step: number;
  readonly decimals: number;
  /** Imperial unit, and its number in one of the table's. */
  readonly imperial?: { readonly unit: Worded; readonly times: number; readonly decimals: number };
}

/** Display of each unit of models/activities.json. */
const UNITS: Readonly<Record<string, Shown>> = {
  degrees: { unit: 'degree', step: 1, decimals: 0 },
  kg: {
    unit: 'kilogram',
    step: 1,
    decimals: 0,
    imperial: { unit: 'pound', times: 1 / 0.453_592_37, decimals: 0 },
  },
  cm: { unit: 'centimeter', step: 1, decimals: 0, imperial: { unit: 'inch', times: 1 / 2.54, decimals: 0 } },
  N: { unit: 'unit.N', step: 5, decimals: 0, imperial: { unit: 'unit.lbf', times: 0.224_809, decimals: 0 } },
  kPa: {
    unit: 'unit.kPa',
    step: 1,
    decimals: 0,
    imperial: { unit: 'unit.psi', times: 0.145_038, decimals: 1 },
  },
  'm/s': {
    unit: 'meter-per-second',
    step: 0.1,
    decimals: 1,
    imperial: { unit: 'mile-per-hour', times: 2.236_936, decimals: 1 },
  },
  '× usual': { unit: 'unit.× usual', step: 0.1, decimals: 1 },
};
const ANY: Shown = { step: 0.1, decimals: 1 };

export const getStep = (unit: string): number => (UNITS[unit] ?? ANY).step;

/** Units that the page can display; a test compares them with the table. */
export const KNOWN_UNITS: readonly string[] = Object.keys(UNITS);

/** Text of a parameter's value, with its unit. */
export function showValue(
  key: string,
  parameter: ActParameter,
  value: ActValue,
  language: Language,
  imperial: boolean,
): string {
  const { t, number } = language;
  if (isChoice(parameter)) return t(`option.${value}` as Key);
  const amount = Number(value);
  if (key === 'twistDeg') return t(amount < 0 ? 'unit.right' : 'unit.left', { n: number(Math.abs(amount)) });
  const { decimals, unit, imperial: other } = UNITS[parameter.unit] ?? ANY;
  if (imperial && other) return showIn(other.unit, amount * other.times, other.decimals, language);
  return unit ? showIn(unit, amount, decimals, language) : `${number(amount, decimals)} ${parameter.unit}`;
}

const showIn = (
  worded: Worded,
  amount: number,
  decimals: number,
  { t, isKey, number, unit }: Language,
): string => (isKey(worded) ? t(worded, { n: number(amount, decimals) }) : unit(amount, worded, decimals));

/** Name of an act's parameter: the act's own word for it, or the general one. */
export function nameParameter(act: ActName, key: string, { t, isKey }: Language): string {
  const own = `parameter.${key}.${act}`;
  return t(isKey(own) ? own : (`parameter.${key}` as Key));
}
