import { useId } from 'react';
import { LANGUAGE_NAMES, REGISTERS } from '../../i18n/languages.ts';
import { usePanel, useSettings } from '../context.ts';
import { Choice } from '../controls/Control.tsx';

/** Choice of language, each by its own name. */
export function LanguageChoice() {
  const { settings, language } = usePanel();
  const id = useId();
  return (
    <div className="choice">
      <label htmlFor={id} className="unseen">
        {language.t('language.label')}
      </label>
      <select
        id={id}
        value={language.lang}
        onChange={({ target }) => settings.setState({ lang: target.value })}
      >
        {LANGUAGE_NAMES.map(([lang, name]) => (
          <option key={lang} value={lang} lang={lang}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}

const UNITS = ['metric', 'imperial'] as const;

/** Choice of register, everyday or clinical words, and of units. */
export function Manner() {
  const { settings, language } = usePanel();
  const { t, register } = language;
  const units = useSettings((state) => state.units);
  return (
    <div className="manner">
      <Choice
        label={t('register.label')}
        value={register}
        options={REGISTERS.map((name) => [name, t(`register.${name}`)] as const)}
        onChange={(next) => settings.setState({ register: next })}
      />
      <Choice
        label={t('units.label')}
        value={units}
        options={UNITS.map((name) => [name, t(`units.${name}`)] as const)}
        onChange={(next) => settings.setState({ units: next })}
      />
    </div>
  );
}
