import { getActRow } from '../../core/activity/actTable.ts';
import type { ActivityEvent } from '../../core/simulation/scenario.ts';
import type { Language } from '../../i18n/translate.ts';
import { usePanel, useSettings } from '../../panels/context.ts';
import { nameParameter, showValue } from '../../panels/controls/quantity.ts';
import { showForce, showOffset } from '../../panels/why/units.ts';
import type { ActValue } from '../../runtime/session/scenarioEditor.ts';
import { toPounds } from '../../scales/bodyUnits.ts';
import type { Saying, Sayings } from './question.ts';
import { useQuizTexts } from './useQuiz.ts';

/** Text of an act with its parameters: `Lift: Weight 10 kg, Knees bent (squat)`. */
function describeAct({ name, ...values }: ActivityEvent, language: Language, imperial: boolean): string {
  const title = language.t(`act.${name}`);
  const parts = Object.entries(getActRow(name).parameters).flatMap(([key, parameter]) => {
    const value = ((values as Record<string, unknown>)[key] ?? parameter.default) as ActValue;
    // no load, and the usual pace, are not mentioned
    if ((key === 'loadKg' && value === 0) || (key === 'speed' && value === 1)) return [];
    const shown = showValue(key, parameter, value, language, imperial);
    return [`${nameParameter(name, key, language)} ${shown}`];
  });
  return parts.length > 0 ? `${title}: ${parts.join(' · ')}` : title;
}

/** Function that puts the quiz's texts into the reader's language and units. */
export function useSay(): (saying: Saying) => string {
  const { language } = usePanel();
  const texts = useQuizTexts();
  const imperial = useSettings((state) => state.units === 'imperial');
  const { t, number, unit } = language;
  const sayAll = (values: Sayings = {}) =>
    Object.fromEntries(Object.entries(values).map(([name, value]) => [name, say(value)]));
  const say = (saying: Saying): string => {
    if ('key' in saying) return texts(saying.key, sayAll(saying.values));
    if ('text' in saying) return saying.text;
    if ('act' in saying) return describeAct(saying.act, language, imperial);
    if ('name' in saying) return t(`act.${saying.name}`);
    if ('newtons' in saying) return showForce(saying.newtons, language, imperial);
    if ('millimetres' in saying)
      return imperial
        ? showOffset(saying.millimetres, language, true)
        : unit(saying.millimetres, 'millimeter', saying.decimals ?? 0);
    if ('degrees' in saying) return unit(saying.degrees, 'degree', saying.decimals ?? 0);
    if ('percent' in saying) return t('why.percent', { percent: number(saying.percent, saying.decimals) });
    if ('megapascals' in saying) return t('legend.mpa', { n: number(saying.megapascals, 2) });
    if ('mgPerCm3' in saying) return `${number(saying.mgPerCm3)} mg/cm³`;
    if ('kilograms' in saying)
      return imperial ? unit(toPounds(saying.kilograms), 'pound') : unit(saying.kilograms, 'kilogram');
    return number(saying.tScore, 1);
  };
  return say;
}
