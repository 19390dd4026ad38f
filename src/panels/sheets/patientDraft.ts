import { calcUsualDiscWear } from '../../core/anatomy/discWear.ts';
import { LEVELS, type Level } from '../../core/anatomy/levels.ts';
import { PATIENT_RANGES, type Patient } from '../../core/simulation/scenario.ts';
import type { SheetKey } from '../../i18n/keys.ts';
import type { Language } from '../../i18n/translate.ts';
import { toFeetInches, toPounds } from '../../scales/bodyUnits.ts';
import type { SheetTranslate } from './texts.ts';

export type KnownFracture = NonNullable<Patient['knownFractures']>[number];

/** Patient while being filled in: a missing or invalid figure is NaN. */
export interface Draft extends Omit<Patient, 'discWear' | 'menopauseAgeYears' | 'knownFractures'> {
  /** Disc wear; null: as usual at this age. */
  readonly discWear: number | null;
  /** Age at the menopause; null: as usual. Asked of women only. */
  readonly menopauseAgeYears: number | null;
  readonly knownFractures: readonly KnownFracture[];
}
export type FigureName = 'ageYears' | 'heightCm' | 'massKg' | 'tScore' | 'menopauseAgeYears';
/** Figures that every patient has. */
export const FIGURES: readonly FigureName[] = ['ageYears', 'heightCm', 'massKg', 'tScore'];

export const createDraft = ({ discWear, menopauseAgeYears, knownFractures, ...patient }: Patient): Draft => ({
  ...patient,
  discWear: discWear ?? null,
  menopauseAgeYears: menopauseAgeYears ?? null,
  knownFractures: knownFractures ?? [],
});

/** The patient of a draft. */
export const readDraft = ({
  discWear,
  menopauseAgeYears,
  knownFractures,
  strengthScatterSeed,
  ...patient
}: Draft): Patient => ({
  ...patient,
  ...(strengthScatterSeed !== undefined && { strengthScatterSeed }),
  ...(menopauseAgeYears !== null && patient.sex === 'female' && { menopauseAgeYears }),
  ...(discWear !== null && { discWear }),
  ...(knownFractures.length > 0 && { knownFractures: [...knownFractures] }),
});

/** Figures of a draft that must be valid: those it has, and those that are given. */
export const listFigures = ({ sex, menopauseAgeYears }: Draft): readonly FigureName[] =>
  sex === 'female' && menopauseAgeYears !== null ? [...FIGURES, 'menopauseAgeYears'] : FIGURES;

export const calcUsualWear = ({ ageYears }: Draft): number =>
  Number.isFinite(ageYears) ? Math.min(1, calcUsualDiscWear(ageYears)) : 0;

/**
 * T-scores used for someone who knows only the WHO category. A choice of this page: a young adult's mean, the middle of low bone mass
 * to a tenth, and half a standard deviation below the limit of osteoporosis.
 */
export const CATEGORY_T = { normal: 0, low: -1.8, osteoporosis: -3 } as const;
export type Category = keyof typeof CATEGORY_T;
export const CATEGORIES = Object.keys(CATEGORY_T) as Category[];

/** Levels in the order offered for known fractures: those that break most often come first. */
const USUAL_LEVELS: readonly Level[] = ['T12', 'L1', 'T8', 'T7', 'L2', 'T11', 'L3'];

/** Level offered for a further known fracture; undefined where each level has one. */
export function findFreeLevel(fractures: readonly KnownFracture[]): Level | undefined {
  const free = (level: Level) => fractures.every((fracture) => fracture.level !== level);
  return [...USUAL_LEVELS, ...LEVELS].find(free);
}

/** Range that the schema allows for a figure. */
export function rangeOf(name: FigureName): { readonly min: number; readonly max: number } {
  const [min, max] = PATIENT_RANGES[name];
  return { min, max };
}

/** Sentence about a figure outside the schema's range, in the units that are shown; null where it is valid. */
export function describeProblem(
  name: FigureName,
  value: number,
  imperial: boolean,
  t: SheetTranslate,
  { number }: Language,
): string | null {
  const [min, max] = PATIENT_RANGES[name];
  if (value >= min && value <= max) return null;
  const show = (bound: number): string => {
    if (name === 'heightCm' && imperial) {
      const { feet, inches } = toFeetInches(bound);
      return `${number(feet)} ft ${number(inches, 1)} in`;
    }
    if (name === 'heightCm') return `${number(bound)} cm`;
    if (name === 'massKg') return imperial ? `${number(toPounds(bound), 1)} lb` : `${number(bound)} kg`;
    return number(bound);
  };
  const key: Record<FigureName, SheetKey> = {
    ageYears: 'patient.name.age',
    heightCm: 'patient.name.height',
    massKg: 'patient.name.weight',
    tScore: 'patient.name.tScore',
    menopauseAgeYears: 'patient.name.menopause',
  };
  return t('patient.wrong', { name: t(key[name]), min: show(min), max: show(max) });
}
