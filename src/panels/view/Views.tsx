import { VIEWS } from '../../runtime/device/settings.ts';
import { usePanel, useSettings } from '../context.ts';
import { Press } from '../controls/Control.tsx';

/** Choice of the camera's named views. */
export function Views() {
  const { settings, language } = usePanel();
  const { t } = language;
  const current = useSettings((state) => state.view);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a form's look and semantics
    <div className="views" role="group" aria-label={t('view.group')}>
      {VIEWS.map((view) => (
        <Press
          key={view}
          className="quiet"
          aria-pressed={view === current}
          onPress={() => settings.setState(({ viewAsked }) => ({ view, viewAsked: viewAsked + 1 }))}
        >
          {t(`view.${view}`)}
        </Press>
      ))}
    </div>
  );
}
