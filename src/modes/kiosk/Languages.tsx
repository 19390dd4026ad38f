import { LANGUAGE_NAMES } from '../../i18n/languages.ts';
import { usePanel } from '../../panels/context.ts';
import { Press } from '../../panels/controls/Control.tsx';

/** Choice of language, each by its own name, always visible. */
export function Languages() {
  const { settings, language } = usePanel();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a form's look and semantics
    <div className="kiosk-languages" role="group" aria-label={language.t('language.label')}>
      {LANGUAGE_NAMES.map(([lang, name]) => (
        <Press
          key={lang}
          lang={lang}
          aria-pressed={lang === language.lang}
          onPress={() => settings.setState({ lang })}
        >
          {name}
        </Press>
      ))}
    </div>
  );
}
