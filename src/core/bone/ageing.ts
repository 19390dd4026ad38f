import table from '../../../models/years.json' with { type: 'json' };
import { LEVELS } from '../anatomy/levels.ts';
import type { PatientDescription } from '../anatomy/spineModel.ts';
import { exp, ln } from '../math/transcendental.ts';

// How bone goes with the years. Each law is a function of age alone, so that a span of time split in two leaves the same bone.

/** Whose bone grows older. */
export type Ageing = Pick<PatientDescription, 'sex' | 'menopauseAgeYears'>;

/** Age at the last period where it is not known: the median (source menopause-age). */
export const USUAL_MENOPAUSE_AGE_YEARS = table.menopauseAgeYears.value;

/**
 * Trabecular density at an age over what it was at the menopause, or of a man at 50. Women lose 1 % a year before and then 0.107 of it with
 * each unit of ln(1 + years since): 35 % in 25 years, most of it in the first five (source jcem-1992). Before the menopause riggs-2008 has
 * −1.6 % a year and mao-2017 −0.75: they are not reconciled. Men lose 0.8 and later 0.9 % a year (source riggs-2008).
 */
function calcTrabecularCourse({ sex, menopauseAgeYears }: Ageing, ageYears: number): number {
  if (sex === 'male') {
    const { beforePercentPerYear, afterPercentPerYear } = table.trabecular.male;
    const years = ageYears - table.trabecular.turnsAtYears;
    return exp((-years * (years < 0 ? beforePercentPerYear : afterPercentPerYear)) / 100);
  }
  const { beforePercentPerYear, afterPerLogYear } = table.trabecular.female;
  const years = ageYears - (menopauseAgeYears ?? USUAL_MENOPAUSE_AGE_YEARS);
  return years < 0 ? exp((-years * beforePercentPerYear) / 100) : 1 - afterPerLogYear * ln(1 + years);
}

/** Trabecular density at a later age over that at an earlier one, the same at all levels (source samelson-2012). */
export const calcTrabecularFactor = (who: Ageing, fromAgeYears: number, toAgeYears: number): number =>
  calcTrabecularCourse(who, toAgeYears) / calcTrabecularCourse(who, fromAgeYears);

const FIRST_LUMBAR = LEVELS.indexOf('L1');

/** The same of the cortical shell, which thins from 50 on and more so in the loins (source samelson-2012, fitted to lumbar women). */
export function calcShellFactor(
  { sex }: Ageing,
  fromAgeYears: number,
  toAgeYears: number,
  level: number,
): number {
  const rates = table.shell[sex];
  const rate = level < FIRST_LUMBAR ? rates.thoracicPercentPerYear : rates.lumbarPercentPerYear;
  const after = (ageYears: number) => Math.max(0, ageYears - table.shell.fromAgeYears);
  return exp((-rate * (after(toAgeYears) - after(fromAgeYears))) / 100);
}
