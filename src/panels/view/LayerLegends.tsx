import { type ComponentType, useSyncExternalStore } from 'react';
import { LEVELS } from '../../core/anatomy/levels.ts';
import type { Layer } from '../../runtime/device/settings.ts';
import { getFrame } from '../../runtime/session/moment.ts';
import { ACTIVATION_GRADIENT } from '../../scales/activationScale.ts';
import { MOST_MPA, PRESSURE_GRADIENT } from '../../scales/pressureScale.ts';
import { usePanel, usePlayhead, useSession, useSettings } from '../context.ts';

/** Legends of the layers whose colours or numbers need words. */
const LEGENDS: readonly (readonly [Layer, ComponentType])[] = [
  ['muscles', MuscleLegend],
  ['discs', DiscLegend],
  ['nerves', ForamenLegend],
];

/** Legends of the layers shown. */
export default function LayerLegends() {
  const layers = useSettings((state) => state.layers);
  return LEGENDS.map(([layer, LayerLegend]) => layers[layer] && <LayerLegend key={layer} />);
}

function MuscleLegend() {
  const { t } = usePanel().language;
  return (
    <div className="legend-scale" role="img" aria-label={t('legend.muscles')}>
      <div className="legend-bar" style={{ background: ACTIVATION_GRADIENT }} />
      <span className="legend-tick" style={{ insetInlineStart: 0 }}>
        {t('legend.rest')}
      </span>
      <span className="legend-tick legend-end">{t('legend.full')}</span>
    </div>
  );
}

/** Area of the foramen of the nerve that leaves below the vertebra in focus. */
function ForamenLegend() {
  const { session, language } = usePanel();
  const { t, number } = language;
  const { measured } = session;
  const foramen = useSyncExternalStore(measured.subscribe, () => measured.getState().foramen);
  if (!foramen) return null;
  const { level, areaMm2 } = foramen;
  return (
    <p className="legend-words" data-reading="foramen-area-mm2" data-value={areaMm2}>
      {t('legend.foramen', {
        between: DISCS[LEVELS.indexOf(level)]!,
        area: t('unit.mm2', { n: number(areaMm2) }),
      })}
    </p>
  );
}

/** Ticks of the pressure scale, MPa. */
const PRESSURES = [0, 1, 2] as const;
/** Name of the disc below each vertebra. */
const DISCS = LEVELS.map((level, i) => `${level}–${LEVELS[i + 1] ?? 'S1'}`);

/** Pressure scale, and the disc with the highest pressure at this time. */
function DiscLegend() {
  const { t, number } = usePanel().language;
  const shown = useSession((state) => state.shown);
  const timeS = usePlayhead((state) => state.timeS);
  if (!shown) return null;
  const { trace } = shown.run;
  const first = getFrame(trace, timeS) * DISCS.length;
  const pressures = trace.discPressureMPa.subarray(first, first + DISCS.length);
  const most = Math.max(...pressures);
  return (
    <>
      <div className="legend-scale" role="img" aria-label={t('legend.discs')}>
        <div className="legend-bar" style={{ background: PRESSURE_GRADIENT }} />
        {PRESSURES.map((mpa) => (
          <span key={mpa} className="legend-tick" style={{ insetInlineStart: `${(mpa / MOST_MPA) * 100}%` }}>
            {mpa === 0 ? t('legend.mpa', { n: number(mpa) }) : number(mpa)}
          </span>
        ))}
      </div>
      <p className="legend-words" data-reading="disc-pressure-mpa" data-value={most}>
        {t('legend.disc', { disc: DISCS[pressures.indexOf(most)]!, n: number(most, 2) })}
      </p>
    </>
  );
}
