import { COMPARISONS, type Comparison } from '../../runtime/device/settings.ts';
import { usePanel, useSettings } from '../context.ts';
import { Choice } from '../controls/Control.tsx';

const NOBODY = 'nobody';

/** Choice of the comparison: the same person with one difference, on the same clock. */
export function Compare() {
  const { settings, language } = usePanel();
  const { t } = language;
  const comparison = useSettings((state) => state.comparison);
  return (
    <div className="compare">
      <Choice
        showLabel
        label={t('comparison.label')}
        value={comparison ?? NOBODY}
        options={[
          [NOBODY, t('comparison.nobody')] as const,
          ...COMPARISONS.map((name) => [name, t(`comparison.${name}`)] as const),
        ]}
        onChange={(name: Comparison | typeof NOBODY) =>
          settings.setState({ comparison: name === NOBODY ? null : name })
        }
      />
    </div>
  );
}
