import { lazy, Suspense } from 'react';
import { LAYERS, SEEN_AT_FIRST } from '../../runtime/device/settings.ts';
import { calcLoadGradient } from '../../scales/loadScale.ts';
import { usePanel, useSettings } from '../context.ts';

const LayerLegends = lazy(() => import('./LayerLegends.tsx'));

/** End of the scale shown; higher ratios have its last colour. */
const MAX_RATIO = 1.4;
const TICKS = [0, 0.5, 1] as const;

/** Legend of the colours of bones and bars, with a switch for the tint of the bones. */
export function Legend() {
  const { settings, language } = usePanel();
  const { t } = language;
  const hasMore = useSettings(({ layers }) => LAYERS.some((layer) => layers[layer] && !SEEN_AT_FIRST[layer]));
  const tinted = useSettings((state) => state.tinted);
  return (
    <section className="legend">
      <label className="check">
        <input
          type="checkbox"
          checked={tinted}
          onChange={(event) => settings.setState({ tinted: event.target.checked })}
        />
        {t('legend.tint')}
      </label>
      <LoadScale />
      {hasMore && (
        <Suspense>
          <LayerLegends />
        </Suspense>
      )}
    </section>
  );
}

/** Scale of colours and numbers, without controls. */
export function LoadScale() {
  const { t, number } = usePanel().language;
  return (
    <div className="legend-scale" role="img" aria-label={t('legend.title')}>
      <div className="legend-bar" style={{ background: calcLoadGradient(MAX_RATIO) }} />
      {TICKS.map((ratio) => (
        <span
          key={ratio}
          className="legend-tick"
          style={{ insetInlineStart: `${(ratio / MAX_RATIO) * 100}%` }}
        >
          {number(ratio, ratio % 1 ? 1 : 0)}
          {ratio === 1 && ` ${t('legend.limit')}`}
        </span>
      ))}
    </div>
  );
}
