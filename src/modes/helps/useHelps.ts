import { usePanel } from '../../panels/context.ts';
import { useNamespace } from '../../panels/useNamespace.ts';
import type { Figures, HelpsKey } from './sections.ts';

/** Decimals of what is no whole number. */
const DECIMALS = 1;

export type SayHelps = (key: HelpsKey, values?: Figures) => string;

/** The texts of this part, their figures written as the language has them. */
export function useHelps(): SayHelps {
  const { lang, number, list } = usePanel().language;
  const t = useNamespace('helps');
  const write = (value: Figures[string]): string => {
    if (typeof value === 'string') return value;
    if (typeof value === 'number') return number(value, Number.isInteger(value) ? 0 : DECIMALS);
    if ('drugs' in value) return list(value.drugs.map((name) => t(`drug.${name}`)));
    const months = new Intl.DateTimeFormat(`${lang}-u-nu-latn`, {
      year: 'numeric',
      month: 'long',
      timeZone: 'UTC',
    });
    return months.format(new Date(`${value.month}-01`));
  };
  return (key, values = {}) =>
    t(key, Object.fromEntries(Object.entries(values).map(([name, value]) => [name, write(value)])));
}
