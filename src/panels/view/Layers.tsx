import { LEVELS } from '../../core/anatomy/levels.ts';
import { LAYERS } from '../../runtime/device/settings.ts';
import { findFocus } from '../../runtime/session/focus.ts';
import { usePanel, useSession, useSettings } from '../context.ts';
import { Choice, Press } from '../controls/Control.tsx';

/** Switches for the layers over and inside the spine. */
export function Layers() {
  const { settings, language } = usePanel();
  const { t } = language;
  const layers = useSettings((state) => state.layers);
  const faint = useSettings((state) => state.faint);
  const close = useSettings((state) => state.view === 'close');
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a form's look and semantics
    <div className="more" role="group" aria-label={t('layer.group')}>
      {LAYERS.map((layer) => (
        <span key={layer} className="layer">
          <Press
            className="quiet"
            aria-pressed={layers[layer]}
            onPress={() => settings.setState({ layers: { ...layers, [layer]: !layers[layer] } })}
          >
            {t(`layer.${layer}`)}
          </Press>
          {/* a cut is open or shut */}
          {layers[layer] && layer !== 'inside' && (
            <Press
              className="quiet"
              aria-label={t('layer.faint', { layer: t(`layer.${layer}`) })}
              aria-pressed={faint[layer] ?? false}
              onPress={() => settings.setState({ faint: { ...faint, [layer]: !faint[layer] } })}
            >
              ◐
            </Press>
          )}
        </span>
      ))}
      {close && <Isolate />}
    </div>
  );
}

/** Button that shows one vertebra alone, to be seen from all sides. */
function Isolate() {
  const { settings, language } = usePanel();
  const { t } = language;
  const isolated = useSettings((state) => state.isolated);
  const shown = useSession((state) => state.shown);
  if (isolated === null) {
    if (!shown) return null;
    const level = LEVELS[findFocus(shown)]!;
    return (
      <Press className="quiet" onPress={() => settings.setState({ isolated: level })}>
        {t('layer.isolate', { level })}
      </Press>
    );
  }
  return (
    <span className="layer">
      <Choice
        label={t('layer.level')}
        value={isolated}
        options={LEVELS.map((level) => [level, level])}
        onChange={(level) => settings.setState({ isolated: level })}
      />
      <Press className="quiet" onPress={() => settings.setState({ isolated: null })}>
        {t('layer.whole')}
      </Press>
    </span>
  );
}
