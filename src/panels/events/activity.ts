import { getParameter } from '../../core/activity/act.ts';
import { getActRow } from '../../core/activity/actTable.ts';
import { LEVEL_COUNT, LEVELS } from '../../core/anatomy/levels.ts';
import type { ActivityEvent } from '../../core/simulation/scenario.ts';
import type { Language } from '../../i18n/translate.ts';
import { Acts } from '../acts/Acts.tsx';
import { showValue } from '../controls/quantity.ts';
import type { EventMoment, EventPanel } from './eventPanel.ts';

export const activity: EventPanel<ActivityEvent> = { Control: Acts, inVisit: true, describe, say };

function describe(event: ActivityEvent, language: Language, imperial: boolean): string {
  const { t, isKey } = language;
  const { parameters } = getActRow(event.name);
  const values: Record<string, string> = {};
  for (const [key, parameter] of Object.entries(parameters)) {
    const value = getParameter(event, key) ?? parameter.default;
    const own = `event.option.${value}`;
    values[key] = isKey(own) ? t(own) : showValue(key, parameter, value, language, imperial);
  }
  const text = t(`event.${event.name}`, values);
  // a load that the act's own text leaves out
  const load = values.loadKg;
  const silent = load !== undefined && (event.loadKg ?? 0) > 0 && !text.includes(load);
  return silent ? t('event.with', { event: text, load }) : text;
}

function say({ name }: ActivityEvent, { shown, atEnd }: EventMoment, { t, number }: Language): string {
  if (!atEnd) return t('said.acting', { act: t(`act.${name}`) });
  const last = shown.peaks.loadOverStrength.subarray(-LEVEL_COUNT);
  const closest = last.reduce((best, ratio, level) => (ratio > last[best]! ? level : best), 0);
  const level = LEVELS[closest]!;
  // beyond its limit, but not far enough to count as broken
  if (last[closest]! >= 1) return t('why.yielded', { level });
  return t('said.held', { level, percent: number(last[closest]! * 100) });
}
