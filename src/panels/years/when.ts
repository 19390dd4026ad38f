import type { Scenario } from '../../core/simulation/scenario.ts';
import type { Language } from '../../i18n/translate.ts';
import { MONTHS_PER_YEAR, type Moment } from '../../runtime/session/years.ts';
import type { SheetTranslate } from '../sheets/texts.ts';
import { describeEvent } from '../words.ts';

export interface Wording {
  readonly t: SheetTranslate;
  readonly language: Language;
  readonly imperial: boolean;
}

/** When a moment is, and what was done then, but for living on. */
export function sayWhen(
  { index, months }: Moment,
  { patient, events }: Scenario,
  { t, language, imperial }: Wording,
): string {
  const age = language.number(Math.floor(patient.ageYears + months / MONTHS_PER_YEAR + 1e-9));
  const whole = Math.round(months);
  const time =
    whole % MONTHS_PER_YEAR === 0
      ? language.t('time.years', { years: whole / MONTHS_PER_YEAR })
      : language.t('time.months', { months: whole });
  const when = whole === 0 ? t('years.start', { age }) : t('years.after', { time, age });
  const event = events[index];
  if (!event || event.type === 'time') return when;
  return t('years.event', { when, event: describeEvent(event, language, imperial) });
}
