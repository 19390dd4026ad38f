import { levelIndex } from '../core/anatomy/levels.ts';
import type { EventResult, FractureRecord } from '../core/simulation/results/results.ts';
import type { Trace } from '../core/simulation/results/trace.ts';
import type { ScenarioEvent } from '../core/simulation/scenario.ts';
import type { Language } from '../i18n/translate.ts';
import { getFindings, getFractures, getToldLossPercent, isCollapsing } from '../runtime/session/moment.ts';
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

/** A fracture at a time: that it happens, and afterwards what the body has lost by then, the same as its label in the picture. */
function describeFracture(
  fracture: FractureRecord,
  trace: Trace,
  timeS: number,
  { t, number }: Language,
): string {
  const { level, shape, progression } = fracture;
  if (isCollapsing(trace, fracture, timeS)) return t('said.breaking', { level });
  const row = getFindings(trace, timeS).levels[levelIndex(level)]!;
  const percent = number(getToldLossPercent(fracture, row));
  if (progression) return t('said.brokeMore', { level, percent });
  return t(shape === 'biconcave' ? 'said.brokeMiddle' : 'said.broke', { level, percent });
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
      ...fractures.map((fracture) => describeFracture(fracture, run.trace, timeS, language)),
      ...(hurts ? [t(scenario.patient.sex === 'female' ? 'said.brokeOff' : 'said.brokeOffHe')] : []),
    ].join(' ');
  }
  if (!event) return t(scenario.patient.sex === 'female' ? 'said.standing' : 'said.standingHe');
  return getEventPanel(event).say(event, { shown, atEnd }, language);
}
