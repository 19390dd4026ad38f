import { getActRow } from '../core/activity/actTable.ts';
import { LEVEL_COUNT, LEVELS } from '../core/anatomy/levels.ts';
import type { Findings, FractureRecord } from '../core/simulation/results/results.ts';
import type { ScenarioEvent } from '../core/simulation/scenario.ts';
import type { Language } from '../i18n/translate.ts';
import { getFractures } from '../runtime/session/moment.ts';
import type { ActValue } from '../runtime/session/scenarioEditor.ts';
import type { Shown } from '../runtime/session/session.ts';
import { showValue } from './controls/quantity.ts';

export const showMonths = (months: number, { t }: Language): string => t('time.months', { months });

/** An event in a few words. */
export function describeEvent(event: ScenarioEvent, language: Language, imperial: boolean): string {
  const { t, isKey, number } = language;
  if (event.type === 'cement')
    return t(event.method === 'kyphoplasty' ? 'event.balloon' : 'event.cement', {
      level: event.level,
      ml: number(event.volumeMl, event.volumeMl % 1 ? 1 : 0),
    });
  if (event.type === 'time') return t('event.time', { time: showMonths(event.months, language) });
  const { parameters } = getActRow(event.name);
  const values: Record<string, string> = {};
  for (const [key, parameter] of Object.entries(parameters)) {
    const value = (event[key] as ActValue | undefined) ?? parameter.default;
    const own = `event.option.${value}`;
    values[key] = isKey(own) ? t(own) : showValue(key, parameter, value, language, imperial);
  }
  const text = t(`event.${event.name}`, values);
  // a load that the act's own words leave out
  const load = values.loadKg;
  const silent = load !== undefined && Number(event.loadKg ?? 0) > 0 && !text.includes(load);
  return silent ? t('event.with', { event: text, load }) : text;
}

/** What an event broke, in a few words; nothing where every vertebra held. */
export function describeOutcome(fractures: readonly FractureRecord[], { t, list }: Language): string {
  const levels = (progression: boolean) =>
    list(fractures.filter((fracture) => fracture.progression === progression).map(({ level }) => level));
  const broke = levels(false) && t('event.broke', { levels: levels(false) });
  const sank = levels(true) && t('event.sank', { levels: levels(true) });
  return broke && sank ? t('event.both', { one: broke, other: sank }) : broke || sank;
}

function describeFracture(fracture: FractureRecord, { t, number }: Language): string {
  const { level, shape, progression, anteriorHeightLossPercent, middleHeightLossPercent } = fracture;
  const front = number(anteriorHeightLossPercent);
  if (progression) return t('said.brokeMore', { level, percent: front });
  if (shape === 'biconcave')
    return t('said.brokeMiddle', { level, percent: number(middleHeightLossPercent) });
  return t('said.broke', { level, percent: front });
}

/** Front height lost that is worth a word, %: some hundredths of a millimetre are nobody's. */
const LEAST_SUNK_PERCENT = 0.1;

function describeMonths(months: number, { levels }: Findings, language: Language): string {
  const { t, number } = language;
  const after = t('time.after', { months });
  const lowest = levels.reduce((worst, row) =>
    row.anteriorHeightLossPercent > worst.anteriorHeightLossPercent ? row : worst,
  );
  const percent = lowest.anteriorHeightLossPercent;
  if (percent < LEAST_SUNK_PERCENT) return t('said.timeHeld', { after });
  return t('said.time', { after, level: lowest.level, percent: number(percent, 1) });
}

/** What has happened by this moment, in one or two sentences: a function of the run and the time alone. */
export function describeMoment(shown: Shown, timeS: number, atEnd: boolean, language: Language): string {
  const { t, number } = language;
  const { scenario, run, peaks } = shown;
  const event = scenario.events.at(-1);
  const result = run.results.events.at(-1);
  if (result && !result.feasible) return t('said.infeasible', { reason: result.reason ?? '' });
  const fractures = getFractures(run.trace, timeS);
  if (fractures.length > 0) {
    const hurts = timeS >= (result?.brokenOffS ?? Number.POSITIVE_INFINITY);
    return [
      ...fractures.map((fracture) => describeFracture(fracture, language)),
      ...(hurts ? [t(scenario.patient.sex === 'female' ? 'said.brokeOff' : 'said.brokeOffHe')] : []),
    ].join(' ');
  }
  if (!event) return t(scenario.patient.sex === 'female' ? 'said.standing' : 'said.standingHe');
  if (event.type === 'time') return describeMonths(event.months, run.results.findings, language);
  if (event.type === 'cement')
    return t(event.method === 'kyphoplasty' ? 'said.ballooned' : 'said.cemented', {
      level: event.level,
      ml: number(event.volumeMl, event.volumeMl % 1 ? 1 : 0),
    });
  if (!atEnd) return t('said.acting', { act: t(`act.${event.name}`) });
  const last = peaks.loadOverStrength.subarray(-LEVEL_COUNT);
  const closest = last.reduce((best, ratio, level) => (ratio > last[best]! ? level : best), 0);
  const level = LEVELS[closest]!;
  // past its limit, and yet not by so much that it counts as broken
  if (last[closest]! >= 1) return t('why.yielded', { level });
  return t('said.held', { level, percent: number(last[closest]! * 100) });
}
