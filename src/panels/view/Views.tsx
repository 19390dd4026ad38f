import { VIEWS, type View } from '../../runtime/device/settings.ts';
import { usePanel, useSettings } from '../context.ts';
import { Choice, Press } from '../controls/Control.tsx';

/** Choice of the camera's named views. */
export function Views() {
  const { settings, language } = usePanel();
  const { t } = language;
  const current = useSettings((state) => state.view);
  const look = (view: View) => settings.setState(({ viewAsked }) => ({ view, viewAsked: viewAsked + 1 }));
  return (
    <>
      {/* on a phone, where the names would take a quarter of the picture */}
      <div className="views-choice">
        <Choice
          label={t('view.group')}
          value={current}
          options={VIEWS.map((view) => [view, t(`view.${view}`)] as const)}
          onChange={look}
        />
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a form's look and semantics */}
      <div className="views" role="group" aria-label={t('view.group')}>
        {VIEWS.map((view) => (
          <Press key={view} className="quiet" aria-pressed={view === current} onPress={() => look(view)}>
            {t(`view.${view}`)}
          </Press>
        ))}
      </div>
    </>
  );
}
