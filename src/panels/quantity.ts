import type { ActName, ActParameter } from '../core/activity/actTable.ts';
import { isChoice } from '../core/activity/actTable.ts';
import type { Key } from '../i18n/en.ts';
import { isKey, type Language } from '../i18n/translate.ts';

/** What a scenario sets of an act. */
export type ActValue = number | string;

interface Shown {
  /** Step of a slider, in the table's unit. */
  readonly step: number;
  readonly decimals: number;
  /** What readers of imperial units are shown: a unit and how many of it make one of the table's. */
  readonly imperial?: { readonly unit: string; readonly times: number; readonly decimals: number };
}

/** How each unit of models/activities.json is shown. */
const UNITS: Readonly<Record<string, Shown>> = {
  degrees: { step: 1, decimals: 0 },
  kg: { step: 1, decimals: 0, imperial: { unit: 'lb', times: 1 / 0.453_592_37, decimals: 0 } },
  cm: { step: 1, decimals: 0, imperial: { unit: 'in', times: 1 / 2.54, decimals: 0 } },
  N: { step: 5, decimals: 0, imperial: { unit: 'lbf', times: 0.224_809, decimals: 0 } },
  kPa: { step: 1, decimals: 0, imperial: { unit: 'psi', times: 0.145_038, decimals: 1 } },
  'm/s': { step: 0.1, decimals: 1, imperial: { unit: 'mph', times: 2.236_936, decimals: 1 } },
  '× usual': { step: 0.1, decimals: 1 },
};
const ANY: Shown = { step: 0.1, decimals: 1 };

export const getStep = (unit: string): number => (UNITS[unit] ?? ANY).step;

/** Units that this page knows; the test holds the table against it. */
export const KNOWN_UNITS: readonly string[] = Object.keys(UNITS);

/** A parameter's value in words, with its unit. */
export function showValue(
  key: string,
  parameter: ActParameter,
  value: ActValue,
  { t, number }: Language,
  imperial: boolean,
): string {
  if (isChoice(parameter)) return t(`option.${value}` as Key);
  const amount = Number(value);
  if (key === 'twistDeg') return t(amount < 0 ? 'unit.right' : 'unit.left', { n: number(Math.abs(amount)) });
  const { decimals, imperial: other } = UNITS[parameter.unit] ?? ANY;
  if (imperial && other)
    return t(`unit.${other.unit}` as Key, { n: number(amount * other.times, other.decimals) });
  const unit = `unit.${parameter.unit}`;
  const n = number(amount, decimals);
  return isKey(unit) ? t(unit, { n }) : `${n} ${parameter.unit}`;
}

/** Name of an act's parameter: the act's own word for it, or everybody's. */
export function nameParameter(act: ActName, key: string, { t }: Language): string {
  const own = `parameter.${key}.${act}`;
  return t(isKey(own) ? own : (`parameter.${key}` as Key));
}
