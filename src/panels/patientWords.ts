import type { Patient } from '../core/simulation/scenario.ts';
import type { Language } from '../i18n/translate.ts';
import { toFeetInches, toPounds } from '../scales/bodyUnits.ts';

/** `Woman, 72, 160 cm, 60 kg`. */
export function describePatient(
  { sex, ageYears, heightCm, massKg }: Patient,
  { t, number, unit }: Language,
  imperial: boolean,
): string {
  const { feet, inches } = toFeetInches(heightCm, 0);
  return t(`patient.${sex}`, {
    age: number(ageYears),
    height: imperial
      ? t('unit.ft-in', { feet: number(feet), inches: number(inches) })
      : unit(heightCm, 'centimeter'),
    mass: imperial ? unit(toPounds(massKg), 'pound') : unit(massKg, 'kilogram'),
  });
}
