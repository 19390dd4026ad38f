import { TWINS, type Twin } from '../../runtime/device/settings.ts';
import { usePanel, useSettings } from '../context.ts';
import { Choice } from '../controls/Control.tsx';

const NOBODY = 'nobody';

/** Whom the person is compared with: someone who is the same but for one thing, on the same clock. */
export function Compare() {
  const { settings, language } = usePanel();
  const { t } = language;
  const twin = useSettings((state) => state.twin);
  return (
    <div className="compare">
      <Choice
        showLabel
        label={t('twin.label')}
        value={twin ?? NOBODY}
        options={[
          [NOBODY, t('twin.nobody')] as const,
          ...TWINS.map((name) => [name, t(`twin.${name}`)] as const),
        ]}
        onChange={(name: Twin | typeof NOBODY) => settings.setState({ twin: name === NOBODY ? null : name })}
      />
    </div>
  );
}
