import { LAYERS } from '../runtime/settings.ts';
import { Press } from './Control.tsx';
import { usePanel, useSettings } from './context.ts';

/** What is laid over the spine, or opened in it: a switch each. */
export function Layers() {
  const { settings, language } = usePanel();
  const { t } = language;
  const layers = useSettings((state) => state.layers);
  const faint = useSettings((state) => state.faint);
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
    </div>
  );
}
