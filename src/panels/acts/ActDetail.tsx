import { type ActName, isChoice } from '../../core/activity/actTable.ts';
import type { Key } from '../../i18n/keys.ts';
import { type ActValue, listParameters } from '../../runtime/session/scenarioEditor.ts';
import { usePanel, useSettings } from '../context.ts';
import { Choice } from '../controls/Control.tsx';
import { getStep, nameParameter, showValue } from '../controls/quantity.ts';
import { Range } from '../controls/Range.tsx';
import type { ActSettings } from './actGroups.ts';

export interface ActDetailProps {
  readonly name: ActName;
  readonly settings: ActSettings;
  readonly onChange: (name: ActName, key: string, value: ActValue) => void;
}

/** Controls for the parameters of an act, from its row in models/activities.json. */
export default function ActDetail({ name, settings, onChange }: ActDetailProps) {
  const { language } = usePanel();
  const imperial = useSettings((state) => state.units === 'imperial');
  return (
    <fieldset aria-label={language.t(`act.${name}`)}>
      {listParameters(name).map(([key, parameter]) => {
        const value = settings[name]?.[key] ?? parameter.default;
        const label = nameParameter(name, key, language);
        if (isChoice(parameter))
          return (
            <Choice
              key={key}
              showLabel
              label={label}
              value={String(value)}
              options={parameter.options.map(
                (option) => [option, language.t(`option.${option}` as Key)] as const,
              )}
              onChange={(next) => onChange(name, key, next)}
            />
          );
        const text = showValue(key, parameter, value, language, imperial);
        return (
          <Range
            key={key}
            label={label}
            value={Number(value)}
            min={parameter.min}
            max={parameter.max}
            step={getStep(parameter.unit)}
            shownValue={text}
            spokenValue={text}
            onChange={(next) => onChange(name, key, next)}
          />
        );
      })}
    </fieldset>
  );
}
