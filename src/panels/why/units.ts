import type { Language } from '../../i18n/translate.ts';

const POUNDS_FORCE_PER_NEWTON = 0.224_809;
const MM_PER_INCH = 25.4;

/** Text of a force in the reader's units: whole newtons, or whole pounds. */
export const showForce = (newtons: number, { t, number }: Language, imperial: boolean): string =>
  imperial
    ? t('unit.lbf', { n: number(newtons * POUNDS_FORCE_PER_NEWTON) })
    : t('unit.N', { n: number(newtons) });

/** Text of a small length in the reader's units. */
export const showOffset = (mm: number, { unit }: Language, imperial: boolean): string =>
  imperial ? unit(mm / MM_PER_INCH, 'inch', 2) : unit(mm, 'millimeter', 1);
