import type { AfterEvent } from '../../core/simulation/results/results.ts';
import type { SheetKey } from '../../i18n/keys.ts';
import { findWeakest } from '../../runtime/session/years.ts';
import type { Wording } from './when.ts';

const MM_PER_INCH = 25.4;
const N_PER_KN = 1000;

/** Quantity on the clock of years, read from the results of an event. */
export interface YearsRow {
  readonly label: Extract<SheetKey, `years.row.${string}`>;
  readonly reading: string;
  /** Value, unrounded and metric. */
  readonly get: (after: AfterEvent) => number;
  readonly show: (after: AfterEvent, wording: Wording) => string;
  /** Values that its axis holds in any case; whether the axis grows downwards; marks instead of a curve. */
  readonly least?: readonly number[];
  /** Least length of the axis. */
  readonly span: number;
  readonly isLoss?: boolean;
  readonly isMarks?: boolean;
}

const showPain = (nrs: number, { t, language }: Wording): string =>
  t('years.pain', { nrs: language.number(nrs, 1) });

/** @param standingN compression of each level in standing, T1 … L5, N */
export const createRows = (standingN: ArrayLike<number>): readonly YearsRow[] => [
  {
    label: 'years.row.tScore',
    reading: 'years-t-score',
    get: ({ tScore }) => tScore,
    show: ({ tScore }, { language }) => language.number(tScore, 1),
    span: 1,
  },
  {
    label: 'years.row.strength',
    reading: 'years-strength-n',
    get: (after) => findWeakest(after, standingN).centralStrengthN,
    show: (after, { t, language }) => {
      const { level, centralStrengthN } = findWeakest(after, standingN);
      const kN = language.number(centralStrengthN / N_PER_KN, 2);
      return t('years.strength', { level, strength: language.t('unit.kN', { n: kN }) });
    },
    span: 400,
  },
  {
    label: 'years.row.fractures',
    reading: 'years-fracture-count',
    get: ({ fractureCount }) => fractureCount,
    show: ({ fractureCount }, { language }) => language.number(fractureCount),
    span: 1,
    isMarks: true,
  },
  {
    label: 'years.row.height',
    reading: 'years-height-loss-mm',
    get: ({ heightLossMm }) => heightLossMm,
    show: ({ heightLossMm }, { language: { unit }, imperial }) =>
      imperial ? unit(heightLossMm / MM_PER_INCH, 'inch', 2) : unit(heightLossMm, 'millimeter', 1),
    least: [0],
    span: 20,
    isLoss: true,
  },
  {
    label: 'years.row.painStanding',
    reading: 'years-pain-standing',
    get: ({ pain }) => pain.byPosture.standing,
    show: ({ pain }, wording) => showPain(pain.byPosture.standing, wording),
    least: [0],
    span: 10,
  },
  {
    label: 'years.row.painLying',
    reading: 'years-pain-rest',
    get: ({ pain }) => pain.restNrs,
    show: ({ pain }, wording) => showPain(pain.restNrs, wording),
    least: [0],
    span: 10,
  },
];

/** Ends of a row's axis around all its values: from the bottom of the picture to its top. */
export function findAxis({ least = [], span, isLoss }: YearsRow, values: readonly number[]) {
  const low = Math.min(...values, ...least);
  const high = Math.max(...values, ...least);
  const spare = Math.max(0, span - (high - low));
  // what has a natural zero keeps it at the edge
  const [from, to] = least.length > 0 ? [low, high + spare] : [low - spare / 2, high + spare / 2];
  return isLoss ? { bottom: to, top: from } : { bottom: from, top: to };
}
