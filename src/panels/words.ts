import type { EventResult, FractureRecord } from '../core/simulation/results/results.ts';
import type { ScenarioEvent } from '../core/simulation/scenario.ts';
import type { Language } from '../i18n/translate.ts';
import { getFractures } from '../runtime/session/moment.ts';
import type { Shown } from '../runtime/session/session.ts';
import { getEventPanel } from './events/eventPanels.ts';

/** An event in a few words. */
export const describeEvent = (event: ScenarioEvent, language: Language, imperial: boolean): string =>
  getEventPanel(event).describe(event, language, imperial);

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

/** When pain broke an act off, s; infinite where nothing did. */
const getBrokenOffS = (result: EventResult | undefined): number =>
  (result?.type === 'activity' && result.feasible && result.brokenOffS) || Number.POSITIVE_INFINITY;

/** What has happened by this moment, in one or two sentences: a function of the run and the time alone. */
export function describeMoment(shown: Shown, timeS: number, atEnd: boolean, language: Language): string {
  const { t } = language;
  const { scenario, run } = shown;
  const event = scenario.events.at(-1);
  const result = run.results.events.at(-1);
  if (result && !result.feasible)
    return t('said.infeasible', { reason: t(`refusal.${result.refusal.code}`, result.refusal.values) });
  const fractures = getFractures(run.trace, timeS);
  if (fractures.length > 0) {
    const hurts = timeS >= getBrokenOffS(result);
    return [
      ...fractures.map((fracture) => describeFracture(fracture, language)),
      ...(hurts ? [t(scenario.patient.sex === 'female' ? 'said.brokeOff' : 'said.brokeOffHe')] : []),
    ].join(' ');
  }
  if (!event) return t(scenario.patient.sex === 'female' ? 'said.standing' : 'said.standingHe');
  return getEventPanel(event).say(event, { shown, atEnd }, language);
}
